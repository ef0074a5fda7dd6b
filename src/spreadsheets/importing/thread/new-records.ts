import { scoresOfFirst } from '../../../assessments/entries/first-scores.js';
import { firstEntries, type FirstEntries, type FirstEntry } from '../../../assessments/entries/first-entries.js';
import { NEW_COURSE_COLUMNS, type NewCourses } from '../../../courses/new-courses.js';
import { arrayTexts } from '../../../database/array-text.js';
import { usualProtocol } from '../../../domain/course/record/protocol.js';
import { newId } from '../../../http/ids.js';
import { chartKeysOf } from '../../../patients/chart-keys.js';
import { NEW_PATIENT_COLUMNS, type NewPatients } from '../../../patients/new-patients.js';
import type { FilePatients } from '../../judging/file-patients.js';
import { additionsOf } from '../../judging/row-additions.js';
import type { GoodRow } from './good-rows.js';
import { entriesOf } from '../import-rows.js';

/** New patients, courses and entries as they are sent to the database; null where there are none. */
export interface NewRecords {
  patients: NewPatients | null;
  courses: NewCourses | null;
  entries: FirstEntries | null;
}

/** What stays the same for all rows of a file. */
export interface NewFrom {
  patients: FilePatients;
  fileName: string;
  /** Staff ids by e-mail address. */
  staffIds: ReadonlyMap<string, string>;
  maintenanceIntervalWeeks: number;
}

type Row<Columns extends readonly string[]> = Partial<Record<Columns[number], string | number | boolean | null>>;

/**
 * What do these rows add that is new?
 *
 * Input: rows that were found good, of which those that make a new course are taken, and what the file says of its patients.
 * Output: their courses with all entries, and the patients that the clinic has not; what a row leaves open is as in a
 * course that is typed.
 */
export function newRecords(rows: readonly GoodRow[], from: NewFrom): NewRecords {
  const patients: Row<typeof NEW_PATIENT_COLUMNS>[] = [];
  const courses: Row<typeof NEW_COURSE_COLUMNS>[] = [];
  const entries: FirstEntry[] = [];
  for (const good of rows) {
    if (good.decision !== 'new') continue;
    const patientId = from.patients.idOf(good.row.chartNumber, (chartNumber) => {
      const id = newId();
      patients.push({ id, chartNumber, ...chartKeysOf(chartNumber), ...from.patients.detailsOf(chartNumber) });
      return id;
    });
    addCourse(good, patientId, from, courses, entries);
  }
  return {
    patients: patients.length === 0 ? null : arrayTexts(patients, NEW_PATIENT_COLUMNS),
    courses: courses.length === 0 ? null : arrayTexts(courses, NEW_COURSE_COLUMNS),
    entries: entries.length === 0 ? null : firstEntries(entries),
  };
}

function addCourse(
  { row, unusual }: GoodRow,
  patientId: string,
  { patients, fileName, staffIds, maintenanceIntervalWeeks }: NewFrom,
  courses: Row<typeof NEW_COURSE_COLUMNS>[],
  entries: FirstEntry[],
): void {
  const id = newId();
  const kind = row.kind ?? 'induction';
  const additions = additionsOf(row, null);
  const { stop } = additions;
  const own = entriesOf(id, additions, new Set(unusual), fileName);
  courses.push({
    id,
    patientId,
    number: patients.numberOf(row),
    kind,
    indication: additions.indication ?? 'unspecified',
    startedOn: row.startedOn,
    protocol: `{${(row.protocol ?? usualProtocol(kind, maintenanceIntervalWeeks)).join(',')}}`,
    clinicianId: staffIds.get(additions.clinician ?? '') ?? null,
    stoppedOn: stop?.on,
    stoppedReason: stop?.reason,
    stoppedNote: stop?.note,
    ...scoresOfFirst(own),
  });
  entries.push(...own);
}
