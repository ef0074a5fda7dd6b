import { CsvQuery } from '../http/csv.dto.js';
import { ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type CourseKind } from '../domain/course/record/kinds.js';
import type { CalendarDate, Instant } from '../domain/calendar/calendar.js';
import type { Chart } from '../domain/charts/parts/chart.js';
import type { DirectorOutcome } from '../domain/cohort/director-outcome.js';
import type { ComparedFigure } from '../domain/cohort/comparison.js';
import { type Indication } from '../domain/course/record/indications.js';
import { MAX_TOTAL, type TotalScore } from '../domain/cudos/score.js';
import { UNFINISHED_CHOICES, type UnfinishedChoice } from '../domain/charts/cohort/quarterly-trend.js';
import { SEVERITY_BANDS, type SeverityName } from '../domain/cudos/severity.js';
import type { WholeNumber } from '../domain/numbers/number-types.js';
import { PictureQuery } from '../drawing/picture.dto.js';
import { IsCalendarDate } from '../http/is-calendar-date.js';
import type { Id } from '../domain/id.js';
import { IsIndication, IsKind, IsPeriodOrMonths } from '../http/field-rules.js';

const BANDS = SEVERITY_BANDS.map(({ name }) => name);
const MINIMUM = { message: `The minimum baseline must be a whole number from 0 to ${MAX_TOTAL}.` };

/** Text of an address that means a whole number; Number() would also take nothing, 0x10 and 1e1. */
function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^\d+$/.test(value);
}

/** Which courses to count; without a filter all concluded courses of the clinic. */
export class CohortQuery {
  /**
   * Whole months, quarters or years of the start: `2025`, `2025-Q2`, `2025-04`, or a range of them
   * @example "2025-Q1..2026-Q2"
   */
  @IsOptional()
  @IsPeriodOrMonths()
  period?: string;

  /**
   * First day of the start, instead of a period
   * @example "2025-01-15"
   */
  @IsOptional()
  @IsCalendarDate('The first day')
  from?: string;

  /**
   * Last day of the start, instead of a period
   * @example "2025-12-31"
   */
  @IsOptional()
  @IsCalendarDate('The last day')
  to?: string;

  /** @example "induction" */
  @IsOptional()
  @IsKind()
  kind?: CourseKind;

  /** @example "depression" */
  @IsOptional()
  @IsIndication()
  indication?: Indication;

  /** @example "moderate" */
  @IsOptional()
  @IsIn(BANDS, { message: `The baseline band must be one of ${BANDS.join(', ')}.` })
  baselineBand?: SeverityName;

  /**
   * Lowest baseline to count, 0-64
   * @example 21
   */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (isDigits(value) ? Number(value) : value))
  @Max(MAX_TOTAL, MINIMUM)
  @Min(0, MINIMUM)
  @IsInt(MINIMUM)
  minimumBaseline?: number;

  /**
   * Staff id of the treating clinician
   * @example "019a5c1e-8f00-7000-8000-000000000003"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'The clinician must be the id of a person of this clinic.' })
  clinician?: string;
}

/** Which courses to count in a chart. */
export class CohortChartQuery extends CohortQuery {
  /**
   * Whether a trend leaves out quarters that have courses under way, or shows them hatched
   * @example "shown"
   */
  @ApiPropertyOptional()
  @IsIn(UNFINISHED_CHOICES, { message: `Unfinished quarters can be ${UNFINISHED_CHOICES.join(' or ')}.` })
  unfinished: UnfinishedChoice = 'left-out';
}

/** Which courses to count in a picture of a chart, and how to draw it. */
export class CohortPictureQuery extends IntersectionType(CohortChartQuery, PictureQuery) {}

/** Which courses to count in the table of a chart, and how to write it as CSV. */
export class CohortTableQuery extends IntersectionType(CohortChartQuery, CsvQuery) {}

/** Which two cohorts to compare: those of a filter that started in one period, and in another. */
export class ComparisonQuery extends OmitType(CohortQuery, ['period', 'from', 'to']) {
  /**
   * Whole months, quarters or years of the start: `2025`, `2025-Q2`, `2025-04`, or a range of them
   * @example "2026"
   */
  @IsPeriodOrMonths()
  period: string;

  /**
   * The period to compare with, which shares no day with the first
   * @example "2025"
   */
  @IsPeriodOrMonths('The period to compare with')
  against: string;
}

/** The filter that was applied; null where nothing was asked. */
export interface AppliedFilter {
  /** First day of the start. */
  from: CalendarDate | null;
  /** Last day of the start. */
  to: CalendarDate | null;
  kind: CourseKind | null;
  /** What the course is given for. */
  indication: Indication | null;
  /** Severity band of the baseline. */
  baselineBand: SeverityName | null;
  /** Lowest baseline, in points. */
  minimumBaseline: TotalScore | null;
  /** Treating clinician. */
  clinician: Id | null;
}

/** Which courses are counted; the same in every answer about a cohort. */
interface Counted {
  /** When it was computed. */
  asOf: Instant;
  filter: AppliedFilter;
  /** Courses in the filter that are still under way; no figure counts them. */
  underWay: WholeNumber;
}

/** What the cohort of a filter achieved. */
export interface CohortResponse extends DirectorOutcome, Counted {
  /**
   * The courses behind each count, by the JSON pointer of the count in this answer: a `group` of
   * `GET /v1/cohorts/courses`. Figures carry theirs themselves.
   */
  groups: Record<string, string>;
}

/** One side of a comparison. */
export interface ComparedCohort extends Pick<CohortResponse, 'filter' | 'underWay' | 'ladder'> {
  /** That the period is not over, in words; null where it has no course under way. @example "26 of 37 still under way" */
  unfinished: string | null;
}

/** Two periods side by side. */
export interface ComparisonResponse {
  /** When it was computed. */
  asOf: Instant;
  /** The version of the definitions behind every figure. */
  definitionsVersion: string;
  /** What must be read with every comparison. */
  note: string;
  period: ComparedCohort;
  against: ComparedCohort;
  /** Figures of both sides, and the first minus the second. */
  figures: ComparedFigure[];
}

/** A chart, with which courses it counts; Chart.js draws it as it is. */
export interface CohortChartResponse extends Chart, Counted, Pick<CohortResponse, 'definitionsVersion' | 'ladder'> {}
