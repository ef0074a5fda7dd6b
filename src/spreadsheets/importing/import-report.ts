import { headerOf } from '../reading/fields.js';
import type { TableFacts } from '../reading/table-facts.js';
import type { Column } from '../reading/header-meaning.js';
import type { ImportColumnResponse, ImportReport } from './import-report.dto.js';
import type { SheetFault } from '../reading/sheet-fault.js';
import type { Judgement } from '../judging/row-judgement.js';

/** Faults and warnings that a report lists; more are counted, and listed in the CSV of failed rows. */
const LISTED = 1000;

/** Rows that a cause names; more are counted. */
export const NAMED_ROWS = 5;

/** Before a row is judged. */
const NOTHING_COUNTED = {
  committed: false,
  alreadyImported: false,
  rows: 0,
  patientsNew: 0,
  patientsCompleted: 0,
  coursesNew: 0,
  coursesExtended: 0,
  coursesUnchanged: 0,
  coursesLost: 0,
  coursesUnderWay: 0,
  assessmentsNew: 0,
  rowsFailed: 0,
  faultCount: 0,
  faultsListed: 0,
  warningCount: 0,
  warningsListed: 0,
};

/** A report of a file that was read, before its rows are judged. */
export function emptyReport(
  about: Pick<ImportReport, 'fileName' | 'fileHash' | 'dateFormat'>,
  { format, delimiter, sheet, sheets, header, columns, leftOut, lines, layout, meaningsBy }: TableFacts,
): ImportReport {
  const { fileName, fileHash, dateFormat } = about;
  return {
    fileName,
    fileHash,
    dateFormat,
    format,
    delimiter,
    sheet,
    otherSheets: sheets.filter(({ name }) => name !== sheet).map(({ name }) => name),
    headerRows: header.rows,
    layout,
    meaningsBy,
    lines,
    ...NOTHING_COUNTED,
    causes: [],
    faults: [],
    warnings: [],
    columns: columns.map(columnResponse),
    ignoredColumns: leftOut.map(({ header: name }) => name),
    leftOut,
  };
}

function columnResponse({ header, field }: Column): ImportColumnResponse {
  return { header, meaning: field === null ? null : headerOf(field) };
}

export function reportFaults(report: ImportReport, faults: readonly SheetFault[]): void {
  for (const fault of faults) addCause(report, 'fault', fault);
  report.faultCount += faults.length;
  report.faults.push(...faults.slice(0, LISTED - report.faults.length));
  report.faultsListed = report.faults.length;
}

export function reportWarnings(report: ImportReport, warnings: readonly SheetFault[]): void {
  for (const warning of warnings) addCause(report, 'warning', warning);
  report.warningCount += warnings.length;
  report.warnings.push(...warnings.slice(0, LISTED - report.warnings.length));
  report.warningsListed = report.warnings.length;
}

/** A cause is listed once, by its first cell, with how many there are. */
function addCause(
  { causes }: ImportReport,
  kind: 'fault' | 'warning',
  { row, column, rule, message, acceptable }: SheetFault,
): void {
  const same = causes.find((cause) => cause.kind === kind && cause.rule === rule && cause.acceptable === acceptable);
  if (!same) {
    causes.push({ kind, rule, message, column, acceptable, count: 1, rows: [row] });
    return;
  }
  same.count += 1;
  if (same.rows.length < NAMED_ROWS && same.rows.at(-1) !== row) same.rows.push(row);
}

/** Counts what a good row adds. */
export function reportRow(
  report: ImportReport,
  { decision, course, plan }: Pick<Judgement, 'decision' | 'course' | 'plan'>,
): void {
  if (decision === 'failed') return;
  report.assessmentsNew += plan.entries.length;
  if (plan.status === 'lost') report.coursesLost += 1;
  if (plan.status === 'active') report.coursesUnderWay += 1;
  if (course === null) report.coursesNew += 1;
  else if (plan.changed) report.coursesExtended += 1;
  else report.coursesUnchanged += 1;
}

/** What is kept of a report: the counts and the columns, no value of a patient. */
export function withoutValues(report: ImportReport): ImportReport {
  return { ...report, causes: [], faults: [], faultsListed: 0, warnings: [], warningsListed: 0 };
}
