import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { CalendarDate, Instant } from '../../domain/calendar/calendar.js';
import { GROUPS } from '../../domain/cohort/groups/named-groups.js';
import type { EndpointOutcome } from '../../domain/course/judgement/endpoint-outcome.js';
import type { CourseStatus } from '../../domain/course/judgement/status.js';
import type { Indication } from '../../domain/course/record/indications.js';
import type { CourseKind } from '../../domain/course/record/kinds.js';
import type { StopReason } from '../../domain/course/record/stop-reasons.js';
import type { TotalScore } from '../../domain/cudos/score.js';
import type { Id } from '../../domain/id.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import { CsvQuery } from '../../http/csv.dto.js';
import { PageQuery } from '../../http/page.dto.js';
import type { Page } from '../../http/page.js';
import { CohortQuery, type AppliedFilter } from '../cohort.dto.js';

/** By what a list of courses can be in order. */
export const COURSE_ORDERS = [
  'startedOn',
  'chartNumber',
  'baseline',
  'endpoint',
  'reduction',
  'percentReduction',
] as const;
export type CourseOrder = (typeof COURSE_ORDERS)[number];

/** The scores that a group can be judged by, as a course has them. */
export type JudgedBy = 'infusion6' | 'lastObserved' | 'postSeries';

const GROUP = { message: 'The group must be the name of a group, of at most 200 characters.' };

/** Which courses to list, and in which order: those of the filter that are in a group. */
export class OrderedCoursesQuery extends CohortQuery {
  @ApiPropertyOptional({
    description:
      'Courses behind a number: a name from `groups` or `figures` of the outcome, or several with commas between for ' +
      `those in each of them. There are ${[...GROUPS.keys()].join(', ')}, and quarter-2025-Q2 for any quarter; ` +
      'under-way is used alone.',
    example: 'responders',
  })
  @IsOptional()
  @MaxLength(200, GROUP)
  @IsString(GROUP)
  group: string = 'courses';

  /**
   * By what the list is in order; courses without it come last. Endpoint, reduction and its per cent are of the score that the
   * group is judged by.
   * @example "reduction"
   */
  @ApiPropertyOptional()
  @IsIn(COURSE_ORDERS, { message: `The list can be sorted by ${COURSE_ORDERS.join(', ')}.` })
  sort: CourseOrder = 'startedOn';

  /**
   * Whether the highest or the lowest is first; of days the latest is the highest
   * @example "asc"
   */
  @ApiPropertyOptional()
  @IsIn(['asc', 'desc'], { message: 'The order can be asc or desc.' })
  order: 'asc' | 'desc' = 'desc';
}

/** Which page of these courses. */
export class CohortCoursesQuery extends IntersectionType(OrderedCoursesQuery, PageQuery) {}

/** How all of them are written as CSV. */
export class CohortCoursesFileQuery extends IntersectionType(OrderedCoursesQuery, CsvQuery) {}

/** One course of a cohort, with what it counts as by each endpoint. */
export interface CohortCourseResponse {
  courseId: Id;
  patientId: Id;
  /** The chart number of the patient. */
  chartNumber: string;
  kind: CourseKind;
  indication: Indication;
  startedOn: CalendarDate;
  status: CourseStatus;
  /** Null: not stopped. */
  stoppedReason: StopReason | null;
  /** From infusion 1 to infusion 6; null where one has no score. @integer */
  daysToInfusion6: number | null;
  /** Points; null without a score at infusion 1. */
  baseline: TotalScore | null;
  /** By infusion 6; null without a score there. */
  infusion6: EndpointOutcome | null;
  /** By the last score; null without a later one. */
  lastObserved: EndpointOutcome | null;
  /** By the score 1 to 30 days after infusion 6; null without one. */
  postSeries: EndpointOutcome | null;
}

/** The courses of a group, in the order that was asked for. */
export interface CohortCoursePage extends Page<CohortCourseResponse> {
  /** When it was computed. */
  asOf: Instant;
  filter: AppliedFilter;
  /** The version of the definitions behind every figure. */
  definitionsVersion: string;
  /** Who is listed. */
  group: {
    /** As it was asked for. */
    name: string;
    /** In words. */
    label: string;
  };
  /** The score that the group is judged by: of which `endpoint`, `reduction` and `percentReduction` of the order are. */
  judgedBy: JudgedBy;
  /** Courses in the group, on all pages. */
  total: WholeNumber;
  /** Points; more than this is a reliable change. Null under 10 baselines of the clinic, and where all are equal. @minimum 0 */
  reliableChangeThreshold: number | null;
}
