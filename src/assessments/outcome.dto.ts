import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { EndpointRule } from '../domain/course/endpoint.js';
import type { CourseOutcome } from '../domain/course/outcome.js';

const RULES = ['infusion-6', 'last-observed', 'post-series'];

export class OutcomeQuery {
  /**
   * Which score counts as the endpoint
   * @example "infusion-6"
   */
  @ApiPropertyOptional()
  @IsIn(RULES, { message: `The endpoint must be one of ${RULES.join(', ')}.` })
  endpoint: EndpointRule = 'infusion-6';
}

/** What one course achieved. */
export interface CourseOutcomeResponse extends CourseOutcome {
  courseId: string;
  chartNumber: string;
  asOf: string;
  definitionsVersion: string;
}
