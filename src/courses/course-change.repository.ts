import type { ClinicTransaction } from '../database/transaction.js';
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

/**
 * Notes that these courses change. Whoever writes a course does it in the same transaction; who moves its start does it before
 * and after. It adds a row, so no writer waits for another.
 * @param courseIds Or the text of an array of them.
 */
export async function noteChanges(
  { manager, clinicId }: ClinicTransaction,
  courseIds: readonly string[] | string,
): Promise<void> {
  await manager.query(noteOf('id = ANY ($2)', '$3'), [clinicId, courseIds, newId()]);
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

/** Replaces the rows of crowded quarters by one each, which says the same. */
export async function joinRows({ manager, clinicId }: ClinicTransaction, quarters: readonly string[]): Promise<void> {
  await manager.query(JOIN_ROWS, [clinicId, quarters, newId()]);
}

const CHANGES = `
  SELECT quarter, sum(changes)::text AS changes, count(*) > ${MOST_ROWS} AS crowded
  FROM course_change WHERE clinic_id = $1 GROUP BY quarter`;

const JOIN_ROWS = `
  WITH gone AS (DELETE FROM course_change WHERE clinic_id = $1 AND quarter = ANY ($2) RETURNING quarter, changes)
  INSERT INTO course_change (clinic_id, quarter, id, changes)
  SELECT $1::uuid, quarter, $3::uuid, sum(changes) FROM gone GROUP BY quarter`;
