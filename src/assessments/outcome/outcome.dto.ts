import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ENDPOINT_RULES, type EndpointRule } from '../../domain/course/judgement/endpoint.js';
import type { CourseOutcome } from '../../domain/course/judgement/outcome.js';

export class OutcomeQuery {
  /**
   * Which score counts as the endpoint
   * @example "infusion-6"
   */
  @ApiPropertyOptional()
  @IsIn(ENDPOINT_RULES, { message: `The endpoint must be one of ${ENDPOINT_RULES.join(', ')}.` })
  endpoint: EndpointRule = 'infusion-6';
}

/** What one course achieved. */
export interface CourseOutcomeResponse extends CourseOutcome {
  courseId: string;
  chartNumber: string;
  asOf: string;
  definitionsVersion: string;
}
