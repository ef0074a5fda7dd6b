import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Transform } from 'class-transformer';
import type { CourseKind } from '../courses/course.entity.js';
import type { Chart } from '../domain/charts/chart.js';
import type { CohortOutcome } from '../domain/cohort/cohort-outcome.js';
import { INDICATIONS, type Indication } from '../domain/course/indications.js';
import { MAX_TOTAL } from '../domain/cudos/score.js';
import { SEVERITY_BANDS, type SeverityName } from '../domain/cudos/severity.js';
import { IsCalendarDate } from '../http/is-calendar-date.js';

const BANDS = SEVERITY_BANDS.map(({ name }) => name);
const MINIMUM = { message: `The minimum baseline must be a whole number from 0 to ${MAX_TOTAL}.` };

/** Text of an address that stands for a whole number; Number() would also take nothing, 0x10 and 1e1. */
function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^\d+$/.test(value);
}

/** Which courses to count; without a filter all concluded courses of the clinic. */
export class CohortQuery {
  /**
   * Whole quarters or years of the start: `2025`, `2025-Q2`, or a range of them
   * @example "2025-Q1..2026-Q2"
   */
  @IsOptional()
  @Matches(/^\d{4}(-Q[1-4])?(\.\.\d{4}(-Q[1-4])?)?$/, {
    message: 'The period must look like 2025, 2025-Q2 or 2025-Q1..2026-Q2.',
  })
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
  @IsIn(['induction', 'maintenance'], { message: 'The kind must be induction or maintenance.' })
  kind?: CourseKind;

  /** @example "depression" */
  @IsOptional()
  @IsIn(Object.keys(INDICATIONS), {
    message: `The indication must be one of ${Object.keys(INDICATIONS).join(', ')}.`,
  })
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

/** The filter that was applied; null where nothing was asked. */
export interface AppliedFilter {
  from: string | null;
  to: string | null;
  kind: CourseKind | null;
  indication: Indication | null;
  baselineBand: SeverityName | null;
  minimumBaseline: number | null;
  clinician: string | null;
}

/** What the cohort of a filter achieved. */
export interface CohortResponse extends CohortOutcome {
  asOf: string;
  filter: AppliedFilter;
  /** Courses in the filter that are still under way; no figure counts them. */
  underWay: number;
}

/** A chart, with which courses it counts; Chart.js draws it as it is. */
export interface CohortChartResponse
  extends
    Chart,
    Pick<CohortResponse, 'asOf' | 'filter' | 'underWay' | 'definitionsVersion' | 'ladder'> {}
