import type { FirstEntry } from '../../assessments/entries/first-entries.repository.js';
import type { Course } from '../../courses/course.entity.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Patient } from '../../patients/patient.entity.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { GoodRow } from './good-rows.js';
import type { CheckedFile } from './row-check.js';
import { courseOf, entriesOf, newPatient } from './import-rows.js';
import type { ImportSettings } from './import-settings.js';
import { additionsOf } from '../judging/row-additions.js';

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

/** Adds a new course to a batch, and its patient where the clinic has none. */
export function addCourse(
  { actor, settings, staffIds, patients }: Writing,
  { row, unusual }: GoodRow,
  added: Batch,
): void {
  const patientId = patients.idOf(row.chartNumber, (chartNumber) => {
    const patient = newPatient(actor, chartNumber, patients.detailsOf(chartNumber));
    added.patients.push(patient);
    return patient.id;
  });
  const additions = additionsOf(row, null);
  const clinicianId = staffIds.get(additions.clinician ?? '') ?? null;
  const course = courseOf(actor, patientId, patients.numberOf(row), row, additions, clinicianId);
  added.courses.push(course);
  added.entries.push(...entriesOf(course.id, additions, new Set(unusual), settings.fileName));
}
