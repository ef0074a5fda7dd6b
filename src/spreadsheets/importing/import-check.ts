import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { layoutOf, type Layout } from '../reading/cell-reader.js';
import { inBatches, rowsOf, type SheetRow } from '../reading/csv-reader.js';
import { failedRows, type FailedRows } from './failed-rows.js';
import { FilePatients } from '../judging/file-patients.js';
import { readHeader } from '../reading/header-row.js';
import type { ImportReport } from './import.dto.js';
import type { Finding, ImportFault } from './import-fault.js';
import { reportFaults, reportRow, reportWarnings } from './import-report.js';
import type { ImportHow, OpenSheet } from './import-settings.js';
import type { RecordedPatient } from '../judging/recorded-course.js';
import { RecordedLookup, type Clinicians } from './recorded-lookup.js';
import { RowDecisions } from '../judging/row-decisions.js';
import { judgeRow, missingDetails, type Judgement, type Surroundings } from '../judging/row-judgement.js';
import { rowReader, type ReadRow } from '../reading/row-reading.js';
import type { CourseRow } from '../reading/course-row.js';

/** Rows that ask the database together. */
export const BATCH = 500;

/** What the first reading of a file found, for the second. */
export interface CheckedFile {
  layout: Layout;
  decisions: RowDecisions;
  patients: FilePatients;
  clinicians: Clinicians;
  today: string;
}

/** What the clinic has of the patients of one batch. */
interface Known {
  recorded: ReadonlyMap<string, RecordedPatient>;
  /** Recorded numbers that look like those of new patients. */
  alike: ReadonlyMap<string, string>;
}

interface Checking extends CheckedFile {
  around: Surroundings;
  report: ImportReport;
  failed: FailedRows;
}

/** The first reading of a file: every fault of every row, and what each row would add. Writes nothing. */
@Injectable()
export class ImportCheck {
  constructor(
    private readonly lookup: RecordedLookup,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /** @returns What the second reading needs; null where the header has faults, so that no row could be read. */
  async check(
    transaction: ClinicTransaction,
    actor: Actor,
    { handle, bytes, delimiter, dateFormat, columns: stated }: OpenSheet,
    report: ImportReport,
    { onProgress, failedRowsTo }: ImportHow,
  ): Promise<CheckedFile | null> {
    const today = await this.calendar.today(transaction, actor);
    const clinicians = await this.lookup.clinicians(transaction);
    const rows = rowsOf(handle, delimiter);
    const columns = await readHeader(rows, report, stated);
    if (columns === null) return null;
    const layout = layoutOf(columns);
    const read = rowReader(layout, dateFormat);
    const checking: Checking = {
      layout,
      clinicians,
      today,
      report,
      decisions: new RowDecisions(),
      patients: new FilePatients(),
      around: { today, clinicians: new Set(clinicians.values()) },
      failed: failedRows(failedRowsTo, delimiter, columns),
    };
    for await (const batch of inBatches(rows, BATCH)) {
      const lines = batch.map((line) => ({ line, read: read(line.row, line.cells) }));
      const charts = lines.flatMap((each) => each.read.course?.chartNumber ?? []);
      const recorded = await this.lookup.find(transaction, charts, clinicians);
      const unknown = charts.filter((chart) => !recorded.has(chart));
      const alike = await this.lookup.alikeNumbers(transaction, unknown);
      for (const { line, read } of lines) checkRow(checking, line, read, { recorded, alike });
      await checking.failed.flush();
      const bytesRead = batch.at(-1)?.bytesRead ?? bytes;
      onProgress?.({ phase: 'checking', rowsRead: report.rows, bytesRead, bytesTotal: bytes });
    }
    if (report.rows === 0) reportFaults(report, [noRows()]);
    return checking;
  }
}

function checkRow(
  checking: Checking,
  { row, cells }: SheetRow,
  { course, cells: reader }: ReadRow,
  { recorded, alike }: Known,
): void {
  const { report, decisions, failed, patients, around } = checking;
  const patient = (course && recorded.get(course.chartNumber)) ?? null;
  const judgement = course && judgeRow(course, patient, patients, around);
  const faults = [...reader.faults, ...(judgement?.faults ?? []).map(reader.place)];
  report.rows += 1;
  if (course && judgement && faults.length === 0) {
    const unusual = judgement.plan.unusual.size > 0;
    decisions.set(row, judgement.decision, { unusual });
    takeRow(checking, course, judgement, patient);
    const lookAlikes = patient === null ? alikeNumber(course, alike, patients) : [];
    const warnings = [...judgement.warnings, ...lookAlikes];
    reportWarnings(report, warnings.map(reader.place));
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

function alikeNumber(row: CourseRow, alike: Known['alike'], patients: FilePatients): Finding[] {
  const inFile = patients.alikeTo(row);
  const recorded = alike.get(row.chartNumber);
  const other = recorded ?? inFile;
  if (other === null) return [];
  const where = recorded === undefined ? 'stands in an earlier row' : 'is recorded already';
  const message =
    `The chart number ${other} ${where} and is almost the same: case, punctuation, leading zeros, O and 0, I and 1 ` +
    `aside. This row makes a new patient; if it is the same person, write ${other} here.`;
  return [{ fields: ['chartNumber'], rule: 'similar-chart-number', message }];
}

function noRows(): ImportFault {
  const message = 'There is no row under the header.';
  return { row: 2, column: null, columnNumber: null, value: null, rule: 'file-empty', message };
}
