import type { AssessmentVersion } from '../../assessments/entries/assessment.entity.js';
import type { SafetyNoticeEntity } from '../../assessments/safety-notices/safety-notice.entity.js';
import type { Course } from '../../courses/course.entity.js';
import { newId } from '../../http/ids.js';
import { chartKeysOf } from '../../patients/chart-keys.js';
import type { Patient } from '../../patients/patient.entity.js';
import { wholeBetween, type Random } from './random.js';
import type { SampleCourse } from './sample-course.js';
import { noticesOf } from './sample-notices.js';
import type { SamplePatient } from './sample-patient.js';

/** The rows of made-up patients, each table's after those it refers to. */
export interface SampleRows {
  patients: Patient[];
  courses: Course[];
  assessments: AssessmentVersion[];
  notices: SafetyNoticeEntity[];
}

/** In which clinic the patients are, and who its three clinicians are. */
export interface SampleContext {
  clinicId: string;
  clinicianIds: readonly [string, string, string];
  random: Random;
}

/** In place of the request that recorded a row. */
export const SAMPLE_REQUEST = 'sample';

/** 15:00 UTC is 8 or 9 in the morning at the clinic, so the calendar day is the same in both. */
const OPENING = 'T15:00:00Z';
const OPEN_MINUTES = 7 * 60;
const MINUTE = 60_000;

/** What the service would have recorded, had the patients been there. */
export function rowsOf(context: SampleContext, patients: readonly SamplePatient[]): SampleRows {
  const rows: SampleRows = { patients: [], courses: [], assessments: [], notices: [] };
  for (const patient of patients) {
    const row = patientRow(context, patient);
    rows.patients.push(row);
    for (const [at, course] of patient.courses.entries()) {
      const courseRow = courseRowOf(context, row.id, at + 1, course);
      rows.courses.push(courseRow);
      rows.assessments.push(...assessmentRows(context, courseRow, course));
    }
  }
  rows.notices = noticesOf(context.random, rows.assessments);
  return rows;
}

function patientRow({ clinicId, clinicianIds }: SampleContext, patient: SamplePatient): Patient {
  const { chartNumber, initials, birthYear, sex, courses } = patient;
  const at = opening(courses[0]?.startedOn);
  const changedBy = clinicianIds[courses[0]?.clinician ?? 0];
  const trace = { version: 1, createdAt: at, changedAt: at, changedBy, requestId: SAMPLE_REQUEST };
  const who = { chartNumber, ...chartKeysOf(chartNumber), initials, birthYear, sex };
  return { clinicId, id: newId(), ...who, overrideReason: null, ...trace };
}

function courseRowOf(
  { clinicId, clinicianIds }: SampleContext,
  patientId: string,
  number: number,
  { kind, indication, startedOn, protocol, clinician, stopped }: SampleCourse,
): Course {
  const clinicianId = clinicianIds[clinician];
  return {
    clinicId,
    id: newId(),
    patientId,
    number,
    kind,
    indication,
    startedOn,
    protocol: [...protocol],
    clinicianId,
    stoppedOn: stopped?.on ?? null,
    stoppedReason: stopped?.reason ?? null,
    stoppedNote: stopped?.note ?? null,
    underWayOn: null,
    underWayBy: null,
    version: stopped ? 2 : 1,
    createdAt: opening(startedOn),
    changedAt: opening(stopped?.on ?? startedOn),
    changedBy: clinicianId,
    requestId: SAMPLE_REQUEST,
  };
}

function assessmentRows(
  { random, clinicianIds }: SampleContext,
  { clinicId, id: courseId }: Course,
  { slots, clinician }: SampleCourse,
): AssessmentVersion[] {
  return slots.map(({ slot, state, total, answers, assessedOn, missedReason }) => ({
    clinicId,
    courseId,
    slot,
    version: 1,
    state,
    total,
    answers: answers && [...answers],
    assessedOn,
    missedReason,
    note: null,
    amendmentReason: null,
    overrideReason: null,
    recordedAt: new Date(opening(assessedOn).getTime() + wholeBetween(random, 0, OPEN_MINUTES) * MINUTE),
    recordedBy: clinicianIds[clinician],
    requestId: SAMPLE_REQUEST,
  }));
}

/** @throws RangeError without a day: everything made up has one. */
function opening(day: string | null | undefined): Date {
  if (!day) throw new RangeError('A made-up visit has a day.');
  return new Date(`${day}${OPENING}`);
}
