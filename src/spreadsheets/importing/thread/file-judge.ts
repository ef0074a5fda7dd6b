import type { DateFormat } from '../../../domain/spreadsheet/date-format.js';
import { FilePatients } from '../../judging/file-patients.js';
import { layoutOf } from '../../reading/cell-reader.js';
import { rowReader, type ReadRow } from '../../reading/row-reading.js';
import type { TableFacts } from '../../reading/table-facts.js';
import type { TableRow } from '../../reading/table.js';
import { failedRows } from './failed-rows.js';
import { GoodRows, type GoodRow } from './good-rows.js';
import type { ImportReport } from '../import-report.dto.js';
import { newRecords, type NewFrom, type NewRecords } from './new-records.js';
import { checkRow, type Checking, type Known } from './row-check.js';
import { jsonLines, type ReadBatch } from './table-rows.js';

/** Rows that ask the database together. So few that they are gone before memory that lasts is made for them. */
const CHECKED_TOGETHER = 250;
/** Courses that are written together: of fewer, PostgreSQL may check the first foreign keys by indexes that read them all. */
const WRITTEN_TOGETHER = 1000;

/** A file whose rows are to be judged. */
export interface JudgeJob {
  /** Descriptors: of the rows, a JSON text a line; of an empty file for the good ones, null where nothing is to be saved. */
  rows: number;
  good: number | null;
  facts: TableFacts;
  dateFormat: DateFormat;
  accepted: ReadonlySet<string>;
  fileName: string;
  today: string;
  /** Of the clinic, for maintenance of which the file says no plan. */
  maintenanceIntervalWeeks: number;
  /** E-mail addresses of the people of the clinic by their ids. */
  clinicians: ReadonlyMap<string, string>;
  /** Counted on as the rows are judged. */
  report: ImportReport;
  /** Whether the rows with faults are wanted as CSV. */
  failedRows: boolean;
}

/** Rows whose patients are to be looked up. */
export interface ReadRows {
  chartNumbers: string[];
}

export interface JudgedRows {
  /** Rows of the file judged so far. */
  rowsRead: number;
  bytesRead: number;
  /** Those of the last ones that failed, as CSV. */
  failed: string;
}

/** What a row of a recorded course needs besides. */
export interface ChangingRow extends GoodRow {
  /** Whether an earlier row names another course with the same start. */
  sharesStart: boolean;
}

/** What is to be written together, in the order of the file. */
export interface WrittenRows {
  added: NewRecords;
  /** Those that change what is recorded. */
  changing: ChangingRow[];
  rows: number;
  bytesRead: number;
}

interface Batch {
  rows: { line: TableRow; read: ReadRow }[];
  bytesRead: number;
}

/**
 * Judges the rows of one file and makes ready what is written of them, step by step, while somebody else asks the
 * database. It works on a thread of its own, so that neither holds the event loop nor fills the memory of the service.
 */
export class FileJudge {
  private readonly checking: Checking;
  private readonly batches: Generator<ReadBatch<TableRow>, undefined>;
  private readonly read: ReturnType<typeof rowReader>;
  private readonly waiting: Batch[] = [];
  private readonly from: NewFrom;
  private readonly good: Generator<ReadBatch<GoodRow>, undefined> | null;

  constructor(private readonly job: JudgeJob) {
    const { facts, dateFormat, accepted, today, clinicians, report, fileName, maintenanceIntervalWeeks } = job;
    const headers = facts.columns.map(({ header }) => header);
    const layout = layoutOf(facts.rowColumns, accepted, headers);
    const patients = new FilePatients();
    this.checking = {
      layout,
      patients,
      report,
      around: { today, clinicians: new Set(clinicians.values()) },
      failed: failedRows(job.failedRows, facts.delimiter, facts.rowColumns),
      good: new GoodRows(job.good),
    };
    this.read = rowReader(layout, dateFormat, facts.dayCount);
    this.batches = jsonLines<TableRow>(job.rows, CHECKED_TOGETHER);
    const staffIds = new Map([...clinicians].map(([id, email]) => [email, id]));
    this.from = { patients, fileName, staffIds, maintenanceIntervalWeeks };
    this.good = job.good === null ? null : jsonLines<GoodRow>(job.good, WRITTEN_TOGETHER);
  }

  /** Reads some rows, which `judge` then takes in turn. @returns Null after the last. */
  next(): ReadRows | null {
    const { value } = this.batches.next();
    if (!value) return null;
    const after = this.job.facts.header.rows.at(-1) ?? 0;
    const rows = value.values.flatMap((line) => (line.row > after ? { line, read: this.read(line) } : []));
    this.waiting.push({ rows, bytesRead: value.bytesRead });
    return { chartNumbers: rows.flatMap(({ read }) => read.course?.chartNumber ?? []) };
  }

  /** Judges the rows that were read first, given what the clinic has of their patients. */
  judge(known: Known): JudgedRows {
    const { rows, bytesRead } = this.waiting.shift() ?? { rows: [], bytesRead: 0 };
    for (const { line, read } of rows) checkRow(this.checking, line, read, known);
    this.checking.good.flush();
    return { rowsRead: this.checking.report.rows, bytesRead, failed: this.checking.failed.flush() };
  }

  report(): ImportReport {
    return this.checking.report;
  }

  /** The next good rows, once all are judged. @returns Null after the last. */
  write(): WrittenRows | null {
    const { value } = this.good?.next() ?? {};
    if (!value) return null;
    const rows = value.values;
    const changing = rows.filter(({ decision, completes }) => decision === 'extended' || completes);
    const { patients } = this.from;
    return {
      added: newRecords(rows, this.from),
      changing: changing.map((good) => ({ ...good, sharesStart: patients.sharesStart(good.row) })),
      rows: rows.length,
      bytesRead: value.bytesRead,
    };
  }
}
