import { Injectable } from '@nestjs/common';
import { silentBefore } from '../domain/course/judgement/status.js';
import type { Indication } from '../domain/course/record/indications.js';
import type { CourseKind } from '../domain/course/record/kinds.js';
import { MAX_TOTAL } from '../domain/cudos/score.js';
import { LAST_HEARD_ON } from '../courses/status-sql.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { baselineRange } from './cohort-filter.js';
import type { AppliedFilter } from './cohort.dto.js';

/** A course with the totals of its slots, as one row. */
export interface CohortCourseRow {
  courseId: string;
  patientId: string;
  kind: CourseKind;
  indication: Indication;
  startedOn: string;
  stoppedReason: string | null;
  s1: number | null;
  s2: number | null;
  s3: number | null;
  s4: number | null;
  s5: number | null;
  s6: number | null;
  postSeries: number | null;
  /** Null where one of infusions 1 and 6 has no total. */
  daysToInfusion6: number | null;
  sixthMissed: boolean;
  /** No entry for longer than a course under way is given. */
  silent: boolean;
}

/** The courses of a quarter that are alike in what decides how they ended. */
export interface PackedCourses extends Pick<CohortCourseRow, 'sixthMissed' | 'stoppedReason' | 'silent'> {
  /** In which they started: `2026-Q1`. */
  quarter: string;
  /** A number a course with commas between: the digits to the base `SCORE_BASE` are its seven scores. */
  courses: string;
  /** In the same order, days to infusion 6; nothing where they are not known. */
  days: string;
}

/** One more than a score can be, and one for none. */
export const SCORE_BASE = MAX_TOTAL + 2;

@Injectable()
export class CohortRepository {
  /** Courses that fit the filter, concluded or not, as they are on a day of the clinic's calendar. */
  async courses(
    { manager, clinicId }: ClinicTransaction,
    filter: AppliedFilter,
    today: string,
  ): Promise<CohortCourseRow[]> {
    return manager.query<CohortCourseRow[]>(COURSES, filterParameters(clinicId, filter, today));
  }

  /** The same without who they are, as few texts. */
  async packed(
    { pipeline, clinicId }: ClinicTransaction,
    filter: AppliedFilter,
    today: string,
  ): Promise<PackedCourses[]> {
    return pipeline.query<PackedCourses>(PACKED, filterParameters(clinicId, filter, today));
  }

  /** Chart numbers of patients by their ids. */
  async chartNumbers(
    { manager, clinicId }: ClinicTransaction,
    patientIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await manager.query<{ id: string; chartNumber: string }[]>(
      `SELECT id, chart_number AS "chartNumber" FROM patient WHERE clinic_id = $1 AND id = ANY ($2)`,
      [clinicId, patientIds],
    );
    return new Map(rows.map(({ id, chartNumber }) => [id, chartNumber]));
  }
}

/** What `FILTERED_COURSES` and `IS_SILENT` are asked with. */
export function filterParameters(clinicId: string, filter: AppliedFilter, today: string): unknown[] {
  const { from, to, kind, indication, clinician } = filter;
  const [lowest, highest] = baselineRange(filter) ?? [null, null];
  const silent = [silentBefore('induction', today), silentBefore('maintenance', today)];
  return [clinicId, from, to, kind, indication, clinician, lowest, highest, ...silent];
}

export const FILTERED_COURSES = `
  FROM course
  WHERE clinic_id = $1
    AND ($2::date IS NULL OR started_on >= $2) AND ($3::date IS NULL OR started_on <= $3)
    AND ($4::text IS NULL OR kind = $4) AND ($5::text IS NULL OR indication = $5)
    AND ($6::uuid IS NULL OR clinician_id = $6)
    AND ($7::int IS NULL OR score_1 BETWEEN $7 AND $8::int)`;
export const IS_SILENT = `${LAST_HEARD_ON} < CASE kind WHEN 'maintenance' THEN $10::date ELSE $9::date END`;

const COURSES = `
  SELECT id AS "courseId", patient_id AS "patientId", kind, indication, started_on AS "startedOn",
    stopped_reason AS "stoppedReason", score_1 AS s1, score_2 AS s2, score_3 AS s3, score_4 AS s4, score_5 AS s5,
    score_6 AS s6, post_series AS "postSeries", days_to_infusion_6 AS "daysToInfusion6", sixth_missed AS "sixthMissed",
    ${IS_SILENT} AS silent
  ${FILTERED_COURSES}`;

const DIGITS = [...[1, 2, 3, 4, 5, 6].map((infusion) => `score_${infusion}`), 'post_series'].map(
  (column) => `coalesce(${column}, ${SCORE_BASE - 1})`,
);

/** Grouped by its first day, which is faster than by its name. */
const FIRST_DAY = `date_trunc('quarter', started_on::timestamp)`;
const NAME_OF_QUARTER = `'YYYY"-Q"Q'`;

const PACKED = `
  SELECT to_char(first_day, ${NAME_OF_QUARTER}) AS quarter, sixth_missed AS "sixthMissed", stopped_reason AS "stoppedReason", silent,
    string_agg(packed::text, ',') AS courses, string_agg(coalesce(days::text, ''), ',') AS days
  FROM (
    SELECT ${FIRST_DAY} AS first_day, sixth_missed, stopped_reason, ${IS_SILENT} AS silent,
      days_to_infusion_6 AS days, ${DIGITS.reduce((code, digit) => `(${code}::bigint * ${SCORE_BASE} + ${digit})`)} AS packed
    ${FILTERED_COURSES}
  ) AS course
  GROUP BY first_day, sixth_missed, stopped_reason, silent`;
