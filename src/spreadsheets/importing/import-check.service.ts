import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { isFault, layoutOf } from '../reading/cell-reader.js';
import type { TableFacts } from '../reading/table-facts.js';
import { mapHeaders } from '../reading/header-mapping.js';
import { GoodRows } from './good-rows.js';
import { jsonLines } from './table-rows.js';
import { TimeSlice } from './time-slice.js';
import { failedRows } from './failed-rows.js';
import { FilePatients } from '../judging/file-patients.js';
import type { ImportReport } from './import-report.dto.js';
import type { SheetFault } from '../reading/sheet-fault.js';
import { reportFaults, reportWarnings } from './import-report.js';
import type { ImportHow, OpenSheet } from './import-settings.js';
import { RecordedLookupService, type Clinicians } from './recorded-lookup.service.js';
import type { TableRow } from '../reading/table.js';
import { rowReader, type ReadRow } from '../reading/row-reading.js';
import { checkRow, type CheckedFile, type Checking, type Known } from './row-check.js';

/** Rows that ask the database together. */
const BATCH = 250;

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
    sheet: OpenSheet,
    report: ImportReport,
    { onProgress, failedRowsTo, signal }: ImportHow,
  ): Promise<CheckedFile | null> {
    const { handle, bytes, facts, dateFormat } = sheet;
    const clinicians = await this.lookup.clinicians(transaction);
    const today = await this.calendar.today(transaction, actor);
    const undecided = reportFile(report, sheet);
    if (undecided.some(({ acceptable }) => !acceptable)) return null;
    const layout = layoutOf(
      facts.rowColumns,
      sheet.accepted,
      facts.columns.map(({ header }) => header),
    );
    const failed = failedRows(failedRowsTo, facts.delimiter, facts.rowColumns);
    const [patients, good] = [new FilePatients(), new GoodRows(sheet.good)];
    const judged = { undecided: undecided.length > 0, patients, clinicians, failed, good };
    const around = { today, clinicians: new Set(clinicians.values()) };
    const checking: Checking = { ...judged, today, layout, around, report };
    const read = rowReader(layout, dateFormat, facts.dayCount);
    const slice = new TimeSlice();
    for await (const { values, bytesRead } of jsonLines<TableRow>(handle, BATCH)) {
      signal?.throwIfAborted();
      const lines: { line: TableRow; read: ReadRow }[] = [];
      await slice.each(values, (line) => {
        if (line.row > headerRowOf(facts)) lines.push({ line, read: read(line) });
      });
      const known = await this.known(transaction, lines, clinicians);
      await slice.each(lines, ({ line, read: row }) => checkRow(checking, line, row, known));
      await Promise.all([failed.flush(), good.flush()]);
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
    const unknown = [...new Set(charts)].filter((chart) => !recorded.has(chart));
    const alike = await this.lookup.alikeNumbers(transaction, unknown);
    const alikePatients = await this.lookup.find(transaction, [...new Set(alike.values())], clinicians);
    return { recorded, alike, alikePatients };
  }
}

/** The row after which the courses follow. */
function headerRowOf({ header }: TableFacts): number {
  return header.rows.at(-1) ?? 0;
}

/** Reports what is wrong or unusual with the file as a whole. @returns What a person has to decide or correct first. */
function reportFile(report: ImportReport, { facts, accepted, columns }: OpenSheet): SheetFault[] {
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
