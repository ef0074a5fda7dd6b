import { Injectable } from '@nestjs/common';
import { noteOf } from '../../courses/course-change.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { newId } from '../../http/ids.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import type { AssessmentVersion, Entry, EntryContent, EntryVersion } from './assessment.entity.js';
import { setScores } from './course-scores.repository.js';

/** Who records, when, in which clinic and request. */
export type Recording = Pick<AssessmentVersion, 'clinicId' | 'recordedAt' | 'recordedBy' | 'requestId'>;

/** What is known of a version when it is added. */
export interface Added {
  recordedByName: string | null;
  /** The day on which the course was frozen in a closed group that something is published of; null where it is in none. */
  closedOn: string | null;
}

@Injectable()
export class AssessmentRepository {
  /** The current version of every slot of a course. */
  async listOfCourse({ pipeline, clinicId }: ClinicTransaction, courseId: string): Promise<Entry[]> {
    return pipeline.query<Entry>(`${CURRENT} AND e.course_id = $2`, [clinicId, courseId]);
  }

  async listOfCourses({ pipeline, clinicId }: ClinicTransaction, courseIds: string[]): Promise<Entry[]> {
    return pipeline.query<Entry>(`${CURRENT} AND e.course_id = ANY ($2)`, [clinicId, courseIds]);
  }

  async find({ pipeline, clinicId }: ClinicTransaction, courseId: string, slot: SlotName): Promise<Entry | null> {
    const text = `${CURRENT} AND e.course_id = $2 AND e.slot = $3`;
    return (await pipeline.query<Entry>(text, [clinicId, courseId, slot]))[0] ?? null;
  }

  /** Every version of a slot, newest first. */
  async history({ pipeline, clinicId }: ClinicTransaction, courseId: string, slot: SlotName): Promise<EntryVersion[]> {
    return pipeline.query<EntryVersion>(HISTORY, [clinicId, courseId, slot]);
  }

  /**
   * Adds a version, makes it the current one and brings the scores of the course up to date, in one statement. The caller holds the lock of the course, so
   * that nobody else is writing a version of it. Answers with what the recorder is told besides.
   * @param how.several Whether other versions of the course are added besides: `refreshScores` then does the rest for all of them.
   */
  async add({ pipeline }: ClinicTransaction, row: AssessmentVersion, { several = false } = {}): Promise<Added> {
    const [added] = await pipeline.query<Added>(several ? ADD_ONE_OF_SEVERAL : ADD, [
      row.clinicId,
      row.courseId,
      row.slot,
      row.version,
      row.state,
      row.total,
      row.answers,
      row.assessedOn,
      row.missedReason,
      row.note,
      row.amendmentReason,
      row.overrideReason,
      row.recordedAt,
      row.recordedBy,
      row.requestId,
      ...(several ? [] : [newId()]),
    ]);
    if (!added) throw new Error('The statement that adds a version always has an answer.');
    return added;
  }

  /** The day on which the course was frozen in a closed group that something is published of; null where it is in none. */
  async closedOn({ pipeline, clinicId }: ClinicTransaction, courseId: string): Promise<string | null> {
    const [row] = await pipeline.query<Pick<Added, 'closedOn'>>(CLOSED_ON, [clinicId, courseId]);
    return row?.closedOn ?? null;
  }

  /** What the rules look at of the current entries of these courses: of many courses far less than who recorded them and when. */
  async contentsOfCourses({ pipeline, clinicId }: ClinicTransaction, courseIds: string[]): Promise<EntryContent[]> {
    return pipeline.query<EntryContent>(CONTENTS, [clinicId, courseIds]);
  }
}

const said = `e.course_id AS "courseId", e.slot, e.version, e.state, e.total, e.answers, e.assessed_on AS "assessedOn",
    e.missed_reason AS "missedReason", e.note, e.recorded_at AS "recordedAt", e.recorded_by AS "recordedBy",
    staff.name AS "recordedByName"`;
const recorder = `LEFT JOIN staff ON staff.clinic_id = $1 AND staff.id = e.recorded_by`;

const CURRENT = `SELECT ${said} FROM assessment e ${recorder} WHERE e.clinic_id = $1`;

const CONTENTS = `
  SELECT course_id AS "courseId", slot, state, total, answers, assessed_on AS "assessedOn", missed_reason AS "missedReason"
  FROM assessment WHERE clinic_id = $1 AND course_id = ANY ($2)`;

const HISTORY = `
  SELECT ${said}, e.amendment_reason AS "amendmentReason", e.override_reason AS "overrideReason"
  FROM assessment_version e ${recorder}
  WHERE e.clinic_id = $1 AND e.course_id = $2 AND e.slot = $3 ORDER BY e.version DESC`;

const CLOSED_ON = `
  SELECT max(g.closed_on) AS "closedOn" FROM closed_group_course c
  JOIN closed_group g ON g.clinic_id = $1 AND g.id = c.group_id
  WHERE c.clinic_id = $1 AND c.course_id = $2`;

/**
 * The current entry is not read from the version: where tables are spread over nodes, what one part of a statement inserts and another inserts again is
 * sent to every node, and one that is lost would stop all clinics.
 * @param besides Further parts of the statement.
 */
const adding = (besides: string) => `
  WITH added AS (
    INSERT INTO assessment_version (clinic_id, course_id, slot, version, state, total, answers, assessed_on,
      missed_reason, note, amendment_reason, override_reason, recorded_at, recorded_by, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  ), entered AS (
  INSERT INTO assessment (clinic_id, course_id, slot, version, state, total, answers, assessed_on,
    missed_reason, note, recorded_at, recorded_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $13, $14)
  ON CONFLICT (clinic_id, course_id, slot) DO UPDATE SET
    version = EXCLUDED.version, state = EXCLUDED.state, total = EXCLUDED.total,
    answers = EXCLUDED.answers, assessed_on = EXCLUDED.assessed_on,
    missed_reason = EXCLUDED.missed_reason, note = EXCLUDED.note,
    recorded_at = EXCLUDED.recorded_at, recorded_by = EXCLUDED.recorded_by
  RETURNING course_id, slot, version, state, total, assessed_on
  )${besides}
  SELECT staff.name AS "recordedByName", closed."closedOn"
  FROM (${CLOSED_ON}) closed LEFT JOIN staff ON staff.clinic_id = $1 AND staff.id = $14`;

const ADD_ONE_OF_SEVERAL = adding('');

const ADD = adding(`, scored AS (
    ${setScores(`
      SELECT course_id, slot, version, state, total, assessed_on FROM assessment
      WHERE clinic_id = $1 AND course_id = $2 AND slot <> $3
      UNION ALL SELECT course_id, slot, version, state, total, assessed_on FROM entered`)}
  ), noted AS (
    ${noteOf('id = $2', '$16')}
  )`);
