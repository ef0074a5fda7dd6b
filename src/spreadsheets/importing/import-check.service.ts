import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { isFault, layoutOf, type ColumnLayout } from '../reading/cell-reader.js';
import type { TableRow } from '../reading/table.js';
import type { TableFacts } from '../reading/table-facts.js';
import type { Field } from '../reading/fields.js';
import { mapHeaders } from '../reading/header-mapping.js';
import { inBatches } from './table-rows.js';
import { failedRows, type FailedRows } from './failed-rows.js';
import { FilePatients, scoresOf } from '../judging/file-patients.js';
import type { ImportReport } from './import-report.dto.js';
import type { RowFinding, SheetFault } from '../reading/sheet-fault.js';
import { reportFaults, reportRow, reportWarnings } from './import-report.js';
import type { ImportHow, OpenSheet } from './import-settings.js';
import type { RecordedPatient } from '../judging/recorded-course.js';
import { RecordedLookupService, type Clinicians } from './recorded-lookup.service.js';
import { RowDecisions } from '../judging/row-decisions.js';
import { judgeRow, missingDetails, type Judgement, type Surroundings } from '../judging/row-judgement.js';
import { rowReader, type ReadRow } from '../reading/row-reading.js';
import type { CourseRow } from '../reading/course-row.js';

/** Rows that ask the database together. */
export const BATCH = 500;

/** What the first reading of a file found, for the second. */
export interface CheckedFile {
  layout: ColumnLayout;
  decisions: RowDecisions;
  patients: FilePatients;
  clinicians: Clinicians;
  today: string;
  /** Whether a person has yet to decide something about the file as a whole, so that none of it can be saved. */
  undecided: boolean;
}

/** What the clinic has of the patients of one batch. */
interface Known {
  recorded: ReadonlyMap<string, RecordedPatient>;
  /** Recorded numbers that look like those of new patients. */
  alike: ReadonlyMap<string, string>;
  alikePatients: ReadonlyMap<string, RecordedPatient>;
}

interface Checking extends CheckedFile {
  around: Surroundings;
  report: ImportReport;
  failed: FailedRows;
}

/** The first reading of a file: every fault of every row, and what each row would add. Writes nothing. */
@Injectable()
export class ImportCheckService {
  constructor(
    private readonly lookup: RecordedLookupService,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /** @returns What the second reading needs; null where the file has faults by which no row could be read. */
  async check(
    transaction: ClinicTransaction,
    actor: Actor,
    { handle, bytes, facts, dateFormat, columns, accepted }: OpenSheet,
    report: ImportReport,
    { onProgress, failedRowsTo, signal }: ImportHow,
  ): Promise<CheckedFile | null> {
    const today = await this.calendar.today(transaction, actor);
    const clinicians = await this.lookup.clinicians(transaction);
    const undecided = reportFile(report, facts, accepted, columns);
    if (undecided.some(({ acceptable }) => !acceptable)) return null;
    const headers = facts.columns.map(({ header }) => header);
    const layout = layoutOf(facts.rowColumns, accepted, headers);
    const read = rowReader(layout, dateFormat, facts.dayCount);
    const checking: Checking = {
      layout,
      clinicians,
      today,
      report,
      undecided: undecided.length > 0,
      decisions: new RowDecisions(),
      patients: new FilePatients(),
      around: { today, clinicians: new Set(clinicians.values()) },
      failed: failedRows(failedRowsTo, facts.delimiter, facts.rowColumns),
    };
    for await (const batch of inBatches(handle, headerRowOf(facts), BATCH)) {
      signal?.throwIfAborted();
      const lines = batch.map(({ line }) => ({ line, read: read(line) }));
      const known = await this.known(transaction, lines, clinicians);
      for (const { line, read } of lines) checkRow(checking, line, read, known);
      await checking.failed.flush();
      const bytesRead = batch.at(-1)?.bytesRead ?? bytes;
      onProgress?.({ phase: 'checking', rowsRead: report.rows, bytesRead, bytesTotal: bytes });
    }
    return checking;
  }

  /** What the clinic has of the patients of these rows, and of those whose numbers look like theirs. */
  private async known(
    transaction: ClinicTransaction,
    lines: readonly { read: ReadRow }[],
    clinicians: Clinicians,
  ): Promise<Known> {
    const charts = lines.flatMap(({ read }) => read.course?.chartNumber ?? []);
    const recorded = await this.lookup.find(transaction, charts, clinicians);
    const unknown = charts.filter((chart) => !recorded.has(chart));
    const alike = await this.lookup.alikeNumbers(transaction, unknown);
    const alikePatients = await this.lookup.find(transaction, [...new Set(alike.values())], clinicians);
    return { recorded, alike, alikePatients };
  }
}

/** The row after which the courses stand. */
export function headerRowOf({ header }: TableFacts): number {
  return header.rows.at(-1) ?? 0;
}

/** Reports what is wrong or unusual with the file as a whole. @returns What a person has to decide or correct first. */
function reportFile(
  report: ImportReport,
  facts: TableFacts,
  accepted: ReadonlySet<string>,
  columns?: readonly (Field | null)[],
): SheetFault[] {
  const row = facts.header.rows.at(-1) ?? 1;
  const fields = columns ?? facts.columns.map(({ field }) => field);
  const { faults } = mapHeaders(facts.header.headers, row, fields);
  const found = facts.rows === 0 ? emptyFile(facts) : [...faults, ...facts.faults];
  const undecided = found.filter((fault) => isFault(fault, accepted));
  reportFaults(report, undecided);
  reportWarnings(report, [...found.filter((fault) => !isFault(fault, accepted)), ...facts.warnings]);
  return undecided;
}

function emptyFile({ header, faults }: TableFacts): SheetFault[] {
  const nowhere = { row: header.rows.at(-1) ?? 1, column: null, columnNumber: null, value: null, acceptable: false };
  const message = header.headers.length === 0 ? 'The file is empty.' : 'There is no row under the header.';
  return [{ ...nowhere, rule: 'file-empty', message }, ...faults.filter(({ acceptable }) => !acceptable)];
}

function checkRow(
  checking: Checking,
  { row, cells }: TableRow,
  { course, cells: reader }: ReadRow,
  { recorded, alike, alikePatients }: Known,
): void {
  const { report, decisions, failed, patients, around, layout } = checking;
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
    const unusual = judgement.plan.unusual.size > 0;
    decisions.set(row, judgement.decision, { unusual });
    takeRow(checking, course, judgement, patient);
    const told = [...judgement.warnings, ...(lookAlike && !lookAlike.acceptable ? [lookAlike] : [])];
    reportWarnings(report, [...reader.warnings, ...asked, ...told.map((finding) => reader.place(finding))]);
    return;
  }
  decisions.set(row, 'failed');
  report.rowsFailed += 1;
  reportFaults(report, faults);
  failed.add(cells, faults);
}

function takeRow(
  { report, patients }: Checking,
  course: CourseRow,
  judgement: Judgement,
  patient: RecordedPatient | null,
): void {
  reportRow(report, judgement);
  if (judgement.decision === 'new') {
    patients.plan(course, patient?.courses.at(-1)?.course.number ?? 0);
  }
  if (patient === null) {
    if (patients.countOnce(course)) report.patientsNew += 1;
    return;
  }
  const completes = missingDetails(course.patient, patient.patient);
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
  const where = recorded === undefined ? 'stands in an earlier row' : 'is recorded already';
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
