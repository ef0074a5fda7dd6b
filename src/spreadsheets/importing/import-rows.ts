import type { FirstEntry } from '../../assessments/entries/first-entries.js';
import type { Course } from '../../courses/course.entity.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import type { Patient } from '../../patients/patient.entity.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { PatientDetails } from '../reading/course-row.js';
import type { Additions, DatedStop } from '../judging/row-additions.js';

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
