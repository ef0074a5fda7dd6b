import type { FirstEntry } from '../../assessments/entries/first-entries.repository.js';
import type { Course } from '../../courses/course.entity.js';
import { newCourse } from '../../courses/course.service.js';
import { DEFAULT_PROTOCOL } from '../../domain/course/record/protocol.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { newId } from '../../http/ids.js';
import { chartKeysOf } from '../../patients/chart-keys.js';
import type { Patient } from '../../patients/patient.entity.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { CourseRow, PatientDetails } from '../reading/course-row.js';
import type { Additions, DatedStop } from '../judging/row-additions.js';

/** A patient as an import records one. */
export function newPatient(
  { clinicId, staffId, at, requestId }: Actor,
  chartNumber: string,
  { initials, birthYear, sex }: PatientDetails,
): Patient {
  const trace = { version: 1, createdAt: at, changedAt: at, changedBy: staffId, requestId };
  const who = { chartNumber, ...chartKeysOf(chartNumber), initials, birthYear, sex };
  return { clinicId, id: newId(), ...who, overrideReason: null, ...trace };
}

/** The patient with what was recorded as nothing filled in. */
export function completedPatient(actor: Actor, before: Patient, said: PatientDetails): Patient {
  return {
    ...before,
    initials: before.initials ?? said.initials,
    birthYear: before.birthYear ?? said.birthYear,
    sex: before.sex ?? said.sex,
    ...changeOf(actor, before.version),
  };
}

/** A course as a row describes it; what the row leaves open is as in a course that is typed. */
export function courseOf(
  actor: Actor,
  patientId: string,
  number: number,
  { startedOn, kind, protocol }: CourseRow,
  { stop, indication }: Additions,
  clinicianId: string | null,
): Course {
  const course = newCourse(actor, patientId, number, {
    kind: kind ?? 'induction',
    indication: indication ?? 'unspecified',
    startedOn,
    protocol: protocol ?? [...DEFAULT_PROTOCOL],
    clinicianId,
  });
  return { ...course, ...(stop ? stopOf(stop) : {}) };
}

/** The course with the stop, the indication and the clinician that a row adds. */
export function extendedCourse(
  actor: Actor,
  before: Course,
  { stop, indication }: Additions,
  clinicianId: string | null,
): Course {
  return {
    ...before,
    ...(stop ? stopOf(stop) : {}),
    indication: indication ?? before.indication,
    clinicianId: clinicianId ?? before.clinicianId,
    ...changeOf(actor, before.version),
  };
}

/** The entries that a row adds to a course. A warning against one is overridden by the import. */
export function entriesOf(
  courseId: string,
  { entries }: Additions,
  unusual: ReadonlySet<SlotName>,
  fileName: string,
): FirstEntry[] {
  return entries.map(({ slot, state, total, on: assessedOn, missedReason, note }) => {
    const overrideReason = unusual.has(slot) ? `imported from ${fileName}` : null;
    return { courseId, slot, state, total, assessedOn, missedReason, note, overrideReason };
  });
}

function stopOf({ on, reason, note }: DatedStop) {
  return { stoppedOn: on, stoppedReason: reason, stoppedNote: note };
}

function changeOf({ staffId, at, requestId }: Actor, version: number) {
  return { version: version + 1, changedAt: at, changedBy: staffId, requestId };
}
