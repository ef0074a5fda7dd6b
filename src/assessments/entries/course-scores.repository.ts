import { noteChanges } from '../../courses/course-change.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';

/**
 * Brings the columns of these courses up to date in which a course has what its current entries come to, so that a cohort is
 * read without a join. Whoever writes entries does it in the same transaction, which holds the lock of the course.
 */
export async function refreshScores(transaction: ClinicTransaction, courseIds: readonly string[]): Promise<void> {
  const { pipeline, clinicId } = transaction;
  const written = pipeline.query(setScores(ENTRIES), [clinicId, courseIds]);
  await Promise.all([written, noteChanges(transaction, courseIds)]);
}

/** A column of a course that is not what its entries come to. */
export interface ColumnOutOfStep {
  courseId: string;
  column: string;
  /** As text; null where there is none. */
  kept: string | null;
  fromEntries: string | null;
}

/** Compares the columns of every course of the clinic with its entries. */
export async function columnsOutOfStep({ manager, clinicId }: ClinicTransaction): Promise<ColumnOutOfStep[]> {
  return manager.query<ColumnOutOfStep[]>(OUT_OF_STEP, [clinicId]);
}

/** Current entries of the clinic that are not the latest version of their slot. */
export async function entriesOutOfStep({
  manager,
  clinicId,
}: ClinicTransaction): Promise<{ courseId: string; slot: string }[]> {
  return manager.query<{ courseId: string; slot: string }[]>(NOT_LATEST, [clinicId]);
}

const total = (slot: string) => `max(total) FILTER (WHERE slot = '${slot}')`;
const dayOf = (slot: string) => `max(assessed_on) FILTER (WHERE slot = '${slot}' AND total IS NOT NULL)`;

/** What each column of a course comes to, from the current entries of its slots. */
const SCORE_COLUMNS: Readonly<Record<string, string>> = {
  score_1: total('infusion-1'),
  score_2: total('infusion-2'),
  score_3: total('infusion-3'),
  score_4: total('infusion-4'),
  score_5: total('infusion-5'),
  score_6: total('infusion-6'),
  post_series: total('post-series'),
  sixth_missed: `coalesce(bool_or(slot = 'infusion-6' AND state = 'missed'), false)`,
  days_to_infusion_6: `${dayOf('infusion-6')} - ${dayOf('infusion-1')}`,
  last_entry_on: `max(assessed_on) FILTER (WHERE state <> 'entered-in-error')`,
  entries: `coalesce(sum(version), 0)::int`,
};

/** The same of a course without an entry. */
const NOTHING = {
  ...Object.fromEntries(Object.keys(SCORE_COLUMNS).map((column) => [column, null])),
  sixth_missed: false,
  entries: 0,
};

/** The columns by course, of current entries. */
function comesTo(entries: string): string {
  const columns = Object.entries(SCORE_COLUMNS).map(([column, expression]) => `${expression} AS ${column}`);
  return `SELECT course_id, ${columns.join(', ')} FROM (${entries}) AS entry GROUP BY course_id`;
}

/** Writes them to the courses of the clinic, which is $1. */
export function setScores(entries: string): string {
  const columns = Object.keys(SCORE_COLUMNS).map((column) => `${column} = s.${column}`);
  return `UPDATE course c SET ${columns.join(', ')} FROM (${comesTo(entries)}) AS s
    WHERE c.clinic_id = $1 AND c.id = s.course_id`;
}

/** The current entries of the courses of the clinic, $1, that are in $2. */
const ENTRIES = `
  SELECT course_id, slot, version, state, total, assessed_on FROM assessment
  WHERE clinic_id = $1 AND course_id = ANY ($2)`;

const OUT_OF_STEP = `
  SELECT c.id AS "courseId", kept.key AS column, kept.value AS kept, found.value AS "fromEntries"
  FROM course c
  LEFT JOIN (${comesTo(`SELECT * FROM assessment WHERE clinic_id = $1`)}) AS s ON s.course_id = c.id
  CROSS JOIN LATERAL jsonb_each_text(to_jsonb(c)) AS kept
  JOIN LATERAL jsonb_each_text(
    coalesce(to_jsonb(s), '{}') || CASE WHEN s.course_id IS NULL THEN '${JSON.stringify(NOTHING)}'::jsonb ELSE '{}' END
  ) AS found ON found.key = kept.key
  WHERE c.clinic_id = $1 AND kept.key <> 'course_id' AND kept.value IS DISTINCT FROM found.value
  ORDER BY c.id, kept.key`;

const CONTENT = 'version, state, total, answers, assessed_on, missed_reason, note, recorded_at, recorded_by';

const NOT_LATEST = `
  SELECT course_id AS "courseId", slot FROM (
    SELECT course_id, slot, ROW(${CONTENT}) AS content FROM assessment WHERE clinic_id = $1
  ) AS entry FULL JOIN (
    SELECT DISTINCT ON (course_id, slot) course_id, slot, ROW(${CONTENT}) AS content
    FROM assessment_version WHERE clinic_id = $1 ORDER BY course_id, slot, version DESC
  ) AS latest USING (course_id, slot)
  WHERE entry.content IS DISTINCT FROM latest.content
  ORDER BY course_id, slot`;
