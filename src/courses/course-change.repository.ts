import type { ClinicTransaction } from '../database/transaction.js';
import type { Period } from '../domain/calendar/period.js';
import type { BaselineSums } from '../domain/course/judgement/reliable-change.js';
import { newId } from '../http/ids.js';

/** More rows of a quarter than this are replaced by one. */
const MOST_ROWS = 500;

/** How often the courses of a quarter were changed. */
export interface QuarterChanges {
  /** In which they started: `2026-Q1`. */
  quarter: string;
  /** Never falls, and is another after every change. */
  changes: string;
  /** So many rows say so that they should be replaced by one. */
  crowded: boolean;
}

/** What the baselines of the induction courses of a quarter add up to. */
export interface QuarterBaselines extends BaselineSums {
  quarter: string;
}

/**
 * Notes that these courses change. Whoever writes a course does it in the same transaction; who moves its start does it by
 * `noteMove`. It adds a row, so no writer waits for another.
 * @param courseIds Or the text of an array of them.
 */
export async function noteChanges(
  { pipeline, clinicId }: ClinicTransaction,
  courseIds: readonly string[] | string,
): Promise<void> {
  await pipeline.query(noteOf('id = ANY ($2)', '$3'), [clinicId, courseIds, newId()]);
}

/** Notes that a course changes, in the quarter in which it starts so far and in that of its new start. */
export async function noteMove({ manager, clinicId }: ClinicTransaction, id: string, startsOn: string): Promise<void> {
  await manager.query(NOTE_MOVE, [clinicId, id, newId(), startsOn]);
}

/** The statement that notes a change of these courses of the clinic, which is $1. @param id Parameter with a new id. */
export function noteOf(courses: string, id: string): string {
  return `INSERT INTO course_change (clinic_id, quarter, id, changes)
    SELECT clinic_id, to_char(started_on, 'YYYY"-Q"Q') AS quarter, ${id}::uuid, count(*)
    FROM course WHERE clinic_id = $1 AND ${courses} GROUP BY clinic_id, quarter`;
}

/** Every quarter in which courses of the clinic started or once did. */
export async function changesOf({ pipeline, clinicId }: ClinicTransaction): Promise<QuarterChanges[]> {
  return pipeline.query<QuarterChanges>(CHANGES, [clinicId]);
}

/** The baselines of induction courses that started in these days, a row a quarter. */
export async function baselinesOfQuarters(
  { pipeline, clinicId }: ClinicTransaction,
  { from, to }: Period,
): Promise<QuarterBaselines[]> {
  return pipeline.query<QuarterBaselines>(BASELINES, [clinicId, from, to]);
}

/** Replaces the rows of crowded quarters by one each, which says the same. */
export async function joinRows({ manager, clinicId }: ClinicTransaction, quarters: readonly string[]): Promise<void> {
  await manager.query(JOIN_ROWS, [clinicId, quarters, newId()]);
}

const NOTE_MOVE = `
  INSERT INTO course_change (clinic_id, quarter, id, changes)
  SELECT DISTINCT $1::uuid, to_char(day, 'YYYY"-Q"Q'), $3::uuid, 1
  FROM course, unnest(ARRAY[started_on, $4::date]) AS day WHERE clinic_id = $1 AND course.id = $2
  RETURNING quarter`;

const CHANGES = `
  SELECT quarter, sum(changes)::text AS changes, count(*) > ${MOST_ROWS} AS crowded
  FROM course_change WHERE clinic_id = $1 GROUP BY quarter`;

const JOIN_ROWS = `
  WITH gone AS (DELETE FROM course_change WHERE clinic_id = $1 AND quarter = ANY ($2) RETURNING quarter, changes)
  INSERT INTO course_change (clinic_id, quarter, id, changes)
  SELECT $1::uuid, quarter, $3::uuid, sum(changes) FROM gone GROUP BY quarter
  RETURNING quarter`;

// Grouped by its first day, which is faster than by its name.
const BASELINES = `
  SELECT to_char(first_day, 'YYYY"-Q"Q') AS quarter, count(*)::int AS n, sum(score_1)::float8 AS sum,
    sum(score_1 * score_1)::float8 AS "sumOfSquares"
  FROM (
    SELECT date_trunc('quarter', started_on::timestamp) AS first_day, score_1
    FROM course
    WHERE clinic_id = $1 AND started_on BETWEEN $2 AND $3 AND kind = 'induction' AND score_1 IS NOT NULL
  ) AS course
  GROUP BY first_day`;
