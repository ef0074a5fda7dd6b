import { isFault, type ColumnLayout } from '../../reading/cell-reader.js';
import type { TableRow } from '../../reading/table.js';
import type { FailedRows } from './failed-rows.js';
import { FilePatients, scoresOf } from '../../judging/file-patients.js';
import type { ImportReport } from '../import-report.dto.js';
import type { RowFinding } from '../../reading/sheet-fault.js';
import { reportFaults, reportRow, reportWarnings } from '../import-report.js';
import type { RecordedPatient } from '../../judging/recorded-course.js';
import type { GoodRows } from './good-rows.js';
import { judgeRow, missingDetails, type Judgement, type Surroundings } from '../../judging/row-judgement.js';
import { type ReadRow } from '../../reading/row-reading.js';
import type { CourseRow } from '../../reading/course-row.js';

/** What the clinic has of the patients of one batch. */
export interface Known {
  recorded: ReadonlyMap<string, RecordedPatient>;
  /** Recorded numbers that look like those of new patients. */
  alike: ReadonlyMap<string, string>;
  alikePatients: ReadonlyMap<string, RecordedPatient>;
}

/** What is carried from row to row. */
export interface Checking {
  layout: ColumnLayout;
  patients: FilePatients;
  around: Surroundings;
  report: ImportReport;
  failed: FailedRows;
  good: GoodRows;
}

/** Judges one row and counts it in the report; one with a fault goes to the failed rows. */
export function checkRow(
  checking: Checking,
  { cells }: TableRow,
  { course, cells: reader }: ReadRow,
  { recorded, alike, alikePatients }: Known,
): void {
  const { report, failed, patients, around, layout, good } = checking;
  const patient = (course && recorded.get(course.chartNumber)) ?? null;
  const judgement = course && judgeRow(course, patient, patients, around);
  const lookAlike = course && patient === null ? alikeNumber(course, { alike, alikePatients }, patients) : null;
  const asked = [...(judgement?.asked ?? []), ...(lookAlike?.acceptable ? [lookAlike] : [])].map((finding) =>
    reader.place(finding),
  );
  const open = asked.filter((finding) => isFault(finding, layout.accepted));
  const faults = [...reader.faults, ...(judgement?.faults ?? []).map((finding) => reader.place(finding)), ...open];
  report.rows += 1;
  if (course && judgement && faults.length === 0) {
    const completes = patient !== null && missingDetails(course.patient, patient.patient);
    good.add(judgement, completes);
    takeRow(checking, judgement, patient, completes);
    const warned = [...judgement.warnings, ...(lookAlike && !lookAlike.acceptable ? [lookAlike] : [])];
    reportWarnings(report, [...reader.warnings, ...asked, ...warned.map((finding) => reader.place(finding))]);
    return;
  }
  if (course === null && faults.length === 0) {
    reportWarnings(report, reader.warnings);
    return;
  }
  report.rowsFailed += 1;
  reportFaults(report, faults);
  failed.add(cells, faults);
}

function takeRow(
  { report, patients }: Checking,
  judgement: Judgement,
  patient: RecordedPatient | null,
  completes: boolean,
): void {
  const { row: course } = judgement;
  reportRow(report, judgement);
  if (judgement.decision === 'new') {
    patients.plan(course, patient?.courses.at(-1)?.course.number ?? 0, patient?.patient.id);
  }
  if (patient === null) {
    if (patients.countOnce(course)) report.patientsNew += 1;
    return;
  }
  if (completes && patients.countOnce(course)) report.patientsCompleted += 1;
}

function alikeNumber(
  row: CourseRow,
  { alike, alikePatients }: Pick<Known, 'alike' | 'alikePatients'>,
  patients: FilePatients,
): RowFinding | null {
  const inFile = patients.alikeTo(row);
  const recorded = alike.get(row.chartNumber);
  const other = recorded ?? inFile;
  if (other === null) return null;
  const fields = ['chartNumber'] as const;
  const where = recorded === undefined ? 'is in an earlier row' : 'is recorded already';
  const sameCourse =
    recorded === undefined ? patients.hasSameCourse(other, row) : hasSameCourse(alikePatients.get(recorded), row);
  if (sameCourse) {
    const message = `The chart number ${other} ${where}, looks like this one, and has a course of the same start or scores. Write ${other}, or accept that they are two patients.`;
    return { fields, rule: 'patient-under-other-number', message, acceptable: true };
  }
  const message =
    `The chart number ${other} ${where} and is almost the same: case, punctuation, leading zeros, O and 0, I and 1 ` +
    `aside. This row makes a new patient; if it is the same person, write ${other} here.`;
  return { fields, rule: 'similar-chart-number', message };
}

function hasSameCourse(patient: RecordedPatient | undefined, row: CourseRow): boolean {
  const scores = scoresOf(row);
  return (patient?.courses ?? []).some(
    ({ course, rows }) =>
      course.startedOn === row.startedOn || (scores !== null && scoresOf({ entries: rows }) === scores),
  );
}
