import { headerOf } from '../reading/fields.js';
import type { Column } from '../reading/header-mapping.js';
import type { ImportReport } from './import.dto.js';
import type { ImportFault } from './import-fault.js';
import type { Judgement } from '../judging/row-judgement.js';

/** Faults and warnings that a report lists; more are counted, and stand in the CSV of failed rows. */
const LISTED = 1000;

/** A report on which nothing stands yet. */
export function emptyReport(
  about: Pick<ImportReport, 'fileName' | 'fileHash' | 'dateFormat' | 'delimiter'>,
): ImportReport {
  const { fileName, fileHash, dateFormat, delimiter } = about;
  return {
    fileName,
    fileHash,
    dateFormat,
    delimiter,
    committed: false,
    alreadyImported: false,
    rows: 0,
    patientsNew: 0,
    patientsCompleted: 0,
    coursesNew: 0,
    coursesExtended: 0,
    coursesUnchanged: 0,
    assessmentsNew: 0,
    rowsFailed: 0,
    faultCount: 0,
    faultsListed: 0,
    faults: [],
    warningCount: 0,
    warningsListed: 0,
    warnings: [],
    columns: [],
    ignoredColumns: [],
  };
}

export function reportColumns(report: ImportReport, columns: readonly Column[]): void {
  report.columns = columns.map(({ header, field }) => ({
    header,
    meaning: field === null ? null : headerOf(field),
  }));
  report.ignoredColumns = columns.flatMap(({ header, field }) => (field === null ? [header] : []));
}

export function reportFaults(report: ImportReport, faults: readonly ImportFault[]): void {
  report.faultCount += faults.length;
  report.faults.push(...faults.slice(0, LISTED - report.faults.length));
  report.faultsListed = report.faults.length;
}

export function reportWarnings(report: ImportReport, warnings: readonly ImportFault[]): void {
  report.warningCount += warnings.length;
  report.warnings.push(...warnings.slice(0, LISTED - report.warnings.length));
  report.warningsListed = report.warnings.length;
}

/** Counts what a good row adds. */
export function reportRow(
  report: ImportReport,
  { decision, course, plan }: Pick<Judgement, 'decision' | 'course' | 'plan'>,
): void {
  if (decision === 'failed') return;
  report.assessmentsNew += plan.entries.length;
  if (course === null) report.coursesNew += 1;
  else if (plan.changed) report.coursesExtended += 1;
  else report.coursesUnchanged += 1;
}

/** What is kept of a report: the counts and the columns, no value of a patient. */
export function withoutValues(report: ImportReport): ImportReport {
  return { ...report, faults: [], faultsListed: 0, warnings: [], warningsListed: 0 };
}
