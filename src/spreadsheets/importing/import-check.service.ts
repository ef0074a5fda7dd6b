import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { writeFailedRows } from './failed-rows.js';
import { isFault } from '../reading/cell-reader.js';
import type { TableFacts } from '../reading/table-facts.js';
import { mapHeaders } from '../reading/header-mapping.js';
import type { ImportReport } from './import-report.dto.js';
import type { SheetFault } from '../reading/sheet-fault.js';
import { reportFaults, reportWarnings } from './import-report.js';
import type { ImportHow, OpenSheet } from './import-settings.js';
import type { JudgingThread } from './thread/judging-threads.service.js';
import { RecordedLookupService, type Clinicians } from './recorded-lookup.service.js';
import type { Known } from './thread/row-check.js';

/** What the check of a file found, for the writing. */
export interface CheckedFile {
  report: ImportReport;
  clinicians: Clinicians;
  today: string;
  /** Whether a person has yet to decide something about the file as a whole, so that none of it can be saved. */
  undecided: boolean;
}

/** The first reading of a file: every fault of every row, and what each row would add. Writes nothing. */
@Injectable()
export class ImportCheckService {
  constructor(
    private readonly lookup: RecordedLookupService,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /**
   * Has the thread judge every row, and looks up for it what the clinic has of their patients.
   * @returns The report, counted on, and what the writing needs.
   */
  async check(
    transaction: ClinicTransaction,
    actor: Actor,
    thread: JudgingThread,
    sheet: OpenSheet,
    report: ImportReport,
    how: ImportHow,
  ): Promise<CheckedFile> {
    const clinicians = await this.lookup.clinicians(transaction);
    const { today, maintenanceIntervalWeeks } = await this.calendar.day(transaction, actor);
    const faults = reportFile(report, sheet);
    const checked = { report, clinicians, today, undecided: faults.length > 0 };
    if (faults.some(({ acceptable }) => !acceptable)) return checked;
    const { handle, good, facts, dateFormat, accepted, fileName } = sheet;
    const files = { rows: handle.fd, good: good?.fd ?? null };
    const settings = { facts, dateFormat, accepted, fileName, failedRows: how.failedRowsTo !== undefined };
    await thread.begin({ ...files, ...settings, today, maintenanceIntervalWeeks, clinicians, report });
    await this.judge(transaction, thread, sheet, clinicians, how);
    return { ...checked, report: await thread.ask('report') };
  }

  /** While the database is asked about some rows, the thread reads the next. */
  private async judge(
    transaction: ClinicTransaction,
    thread: JudgingThread,
    { bytes: bytesTotal }: OpenSheet,
    clinicians: Clinicians,
    { onProgress, failedRowsTo, signal }: ImportHow,
  ): Promise<void> {
    let rows = await thread.ask('next');
    while (rows) {
      signal?.throwIfAborted();
      const [known, following] = await Promise.all([
        this.known(transaction, rows.chartNumbers, clinicians),
        thread.ask('next'),
      ]);
      const { rowsRead, bytesRead, failed } = await thread.ask('judge', known);
      if (failed !== '' && failedRowsTo) await writeFailedRows(failedRowsTo, failed);
      onProgress?.({ phase: 'checking', rowsRead, bytesRead, bytesTotal });
      rows = following;
    }
  }

  /** What the clinic has of the patients of these rows, and of those whose numbers look like theirs. */
  private async known(
    transaction: ClinicTransaction,
    charts: readonly string[],
    clinicians: Clinicians,
  ): Promise<Known> {
    const all = [...new Set(charts)];
    const recorded = await this.lookup.find(transaction, all, clinicians);
    const unknown = all.filter((chart) => !recorded.has(chart));
    const alike = await this.lookup.alikeNumbers(transaction, unknown);
    const alikePatients = await this.lookup.find(transaction, [...new Set(alike.values())], clinicians);
    return { recorded, alike, alikePatients };
  }
}

/** Reports what is wrong or unusual with the file as a whole. @returns What a person has to decide or correct first. */
function reportFile(report: ImportReport, { facts, accepted, columns }: OpenSheet): SheetFault[] {
  const row = facts.header.rows.at(-1) ?? 1;
  const fields = columns ?? facts.columns.map(({ field }) => field);
  const { faults } = mapHeaders(facts.header.headers, row, fields);
  // Which sheet is meant comes first, and which way it lies: of another one there is nothing to say.
  const sheets = facts.faults.filter(({ rule }) => rule.startsWith('sheet-') || rule === 'table-transposed');
  const all = facts.rows === 0 ? emptyFile(facts) : [...faults, ...facts.faults];
  const found = sheets.length > 0 ? sheets : all;
  const undecided = found.filter((fault) => isFault(fault, accepted));
  reportFaults(report, undecided);
  reportWarnings(report, [...found.filter((fault) => !isFault(fault, accepted)), ...facts.warnings]);
  return undecided;
}

function emptyFile({ header, faults }: TableFacts): SheetFault[] {
  const nowhere = { row: header.rows.at(-1) ?? 1, column: null, columnNumber: null, value: null, acceptable: false };
  const other = faults.filter(({ acceptable }) => !acceptable);
  const message =
    header.headers.length === 0
      ? 'The file is empty. Choose another.'
      : 'There is no row under the names of the columns. Say which row has them, or choose another file.';
  return other.length > 0 ? other : [{ ...nowhere, rule: 'file-empty', message }];
}
