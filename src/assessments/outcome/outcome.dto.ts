import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import { ENDPOINT_RULES, type EndpointRule } from '../../domain/course/judgement/endpoint.js';
import type { CourseOutcome } from '../../domain/course/judgement/outcome.js';
import type { Id } from '../../domain/id.js';

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
  courseId: Id;
  /** The chart number of the patient. */
  chartNumber: string;
  /** When it was computed. */
  asOf: Instant;
  /** The version of the definitions behind every figure. */
  definitionsVersion: string;
}
