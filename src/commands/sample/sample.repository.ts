import { refreshScores } from '../../assessments/entries/course-scores.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { SampleRows } from './sample-rows.js';

/** Writes made-up patients with all that is recorded of them: one statement a table, however many rows. */
export async function insertSampleRows(
  transaction: ClinicTransaction,
  { patients, courses, assessments, notices }: SampleRows,
): Promise<void> {
  const { manager, clinicId } = transaction;
  await manager.query(PATIENTS, [clinicId, JSON.stringify(patients)]);
  await manager.query(COURSES, [clinicId, JSON.stringify(courses)]);
  // A plan made while the table of courses was empty looks every one of them through for every score.
  await manager.query('DISCARD PLANS');
  await manager.query(ASSESSMENTS, [clinicId, JSON.stringify(assessments)]);
  await refreshScores(
    transaction,
    courses.map(({ id }) => id),
  );
  await manager.query(NOTICES, [clinicId, JSON.stringify(notices)]);
}

const PATIENTS = `
  INSERT INTO patient (clinic_id, id, chart_number, chart_key, short_chart_key, initials, birth_year, sex,
    version, created_at, changed_at, changed_by, request_id)
  SELECT $1, id, "chartNumber", "chartKey", "shortChartKey", initials, "birthYear", sex, version, "createdAt",
    "changedAt", "changedBy", "requestId"
  FROM jsonb_to_recordset($2::jsonb) AS made(id uuid, "chartNumber" text, "chartKey" text,
    "shortChartKey" text, initials text,
    "birthYear" smallint, sex text, version integer, "createdAt" timestamptz, "changedAt" timestamptz,
    "changedBy" uuid, "requestId" text)
  RETURNING id`;

const COURSES = `
  INSERT INTO course (clinic_id, id, patient_id, number, kind, indication, started_on, protocol, clinician_id,
    stopped_on, stopped_reason, stopped_note, version, created_at, changed_at, changed_by, request_id)
  SELECT $1, id, "patientId", number, kind, indication, "startedOn", protocol, "clinicianId",
    "stoppedOn", "stoppedReason", "stoppedNote", version, "createdAt", "changedAt", "changedBy", "requestId"
  FROM jsonb_to_recordset($2::jsonb) AS made(id uuid, "patientId" uuid, number smallint, kind text,
    indication text, "startedOn" date, protocol smallint[], "clinicianId" uuid, "stoppedOn" date,
    "stoppedReason" text, "stoppedNote" text, version integer, "createdAt" timestamptz,
    "changedAt" timestamptz, "changedBy" uuid, "requestId" text)
  RETURNING id`;

const ASSESSMENTS = `
  WITH added AS (
    INSERT INTO assessment_version (clinic_id, course_id, slot, version, state, total, answers, assessed_on,
      missed_reason, note, amendment_reason, override_reason, recorded_at, recorded_by, request_id)
    SELECT $1, "courseId", slot, version, state, total, answers, "assessedOn", "missedReason", note,
      "amendmentReason", "overrideReason", "recordedAt", "recordedBy", "requestId"
    FROM jsonb_to_recordset($2::jsonb) AS made("courseId" uuid, slot text, version integer, state text,
      total smallint, answers smallint[], "assessedOn" date, "missedReason" text, note text,
      "amendmentReason" text, "overrideReason" text, "recordedAt" timestamptz, "recordedBy" uuid,
      "requestId" text)
    RETURNING *
  )
  INSERT INTO assessment (clinic_id, course_id, slot, version, state, total, answers, assessed_on,
    missed_reason, note, recorded_at, recorded_by)
  SELECT clinic_id, course_id, slot, version, state, total, answers, assessed_on, missed_reason, note,
    recorded_at, recorded_by
  FROM added
  RETURNING slot`;

const NOTICES = `
  INSERT INTO safety_notice (clinic_id, id, course_id, slot, version, kind, opened_at, acknowledged_at,
    acknowledged_by, action_taken, request_id)
  SELECT $1, id, "courseId", slot, version, kind, "openedAt", "acknowledgedAt", "acknowledgedBy",
    "actionTaken", "requestId"
  FROM jsonb_to_recordset($2::jsonb) AS made(id uuid, "courseId" uuid, slot text, version integer,
    kind text, "openedAt" timestamptz, "acknowledgedAt" timestamptz, "acknowledgedBy" uuid,
    "actionTaken" text, "requestId" text)
  RETURNING id`;
