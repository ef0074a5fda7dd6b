import type { FirstEntry } from '../../assessments/entries/first-entries.repository.js';
import type { Course } from '../../courses/course.entity.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import type { Patient } from '../../patients/patient.entity.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { CourseRow } from '../reading/course-row.js';
import type { CheckedFile } from './row-check.js';
import { courseOf, entriesOf, newPatient } from './import-rows.js';
import type { ImportSettings } from './import-settings.js';
import { additionsOf } from '../judging/row-additions.js';
import { planRow } from '../judging/row-plan.js';

/** What stays the same while a file is written. */
export interface Writing extends CheckedFile {
  transaction: ClinicTransaction;
  actor: Actor;
  settings: ImportSettings;
  /** Staff ids by e-mail address. */
  staffIds: ReadonlyMap<string, string>;
}

/** What one batch adds. */
export interface Batch {
  patients: Patient[];
  courses: Course[];
  entries: FirstEntry[];
}

/** Adds a new course to a batch, and its patient where the clinic has none; `ids` are those of the patients known. */
export function addCourse(
  { actor, today, settings, staffIds, patients, decisions }: Writing,
  row: CourseRow,
  ids: Map<string, string>,
  added: Batch,
): void {
  const { chartNumber } = row;
  let patientId = ids.get(chartNumber);
  if (patientId === undefined) {
    const patient = newPatient(actor, chartNumber, patients.detailsOf(chartNumber));
    added.patients.push(patient);
    patientId = patient.id;
    ids.set(chartNumber, patientId);
  }
  const additions = additionsOf(row, null);
  const clinicianId = staffIds.get(additions.clinician ?? '') ?? null;
  const course = courseOf(actor, patientId, patients.numberOf(row), row, additions, clinicianId);
  // The check has found no fault in the row; only the slots with warnings are looked for again.
  const unusual = decisions.isUnusual(row.row) ? planRow(row, null, today).unusual : NONE;
  added.courses.push(course);
  added.entries.push(...entriesOf(course.id, additions, unusual, settings.fileName));
}

const NONE: ReadonlySet<SlotName> = new Set();
