import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Field } from '../reading/fields.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { DateFormat } from '../../domain/spreadsheet/date-format.js';
import type { DayCount } from '../../domain/spreadsheet/day-number.js';
import { delimiterNamed, type Delimiter } from '../reading/csv-dialect.js';
import { statedFields } from '../reading/stated-columns.js';
import type { ImportQuery } from './import.dto.js';
import type { FirstNumber } from '../reading/header-meaning.js';
import type { RememberedColumns, TableFacts, TableSettings } from '../reading/table-facts.js';

/** How a spreadsheet is to be imported. */
export interface ImportSettings {
  fileName: string;
  dateFormat: DateFormat;
  /** What each column means, null for one that is left out; where it is not stated the headers are understood. */
  columns?: readonly (Field | null)[];
  /** Name of the sheet of a workbook; else the visible one that looks like scores. */
  sheet?: string;
  delimiter?: Delimiter;
  /** Numbers of the one or two rows with the names of the columns; else they are looked for. */
  headerRows?: readonly number[];
  /** Number of the first visit in the headers, 1 unless stated. */
  firstNumber?: FirstNumber;
  /** From when the file counts days that are numbers; a workbook says it itself. */
  dayCount?: DayCount;
  /** Rules whose findings a person has accepted. */
  accepted?: readonly string[];
  /** Without it everything is checked and nothing saved. */
  commit: boolean;
  /** Saves the good rows where others have faults. */
  skipFailed: boolean;
}

/** How far an import has come. */
export interface ImportProgress {
  phase: 'checking' | 'writing';
  rowsRead: number;
  bytesRead: number;
  bytesTotal: number;
}

/** What is reported while an import runs, and what is done before. */
export interface ImportHow {
  /** Done first in the import's transaction, and undone with it where nothing is saved. */
  prepare?: (transaction: ClinicTransaction) => Promise<void>;
  onProgress?: (progress: ImportProgress) => void;
  /** Takes the failed rows as CSV; it is not ended. */
  failedRowsTo?: Writable;
  /** Ends the work where nobody waits for it any more. */
  signal?: AbortSignal;
}

/** A spreadsheet that was read into rows of text. */
export interface OpenSheet {
  /** The rows, a JSON text a line. */
  handle: FileHandle;
  /** An empty file for the rows that are good; null where nothing is to be saved. */
  good: FileHandle | null;
  bytes: number;
  fileName: string;
  facts: TableFacts;
  dateFormat: DateFormat;
  /** What each column means, where that was stated. */
  columns?: readonly (Field | null)[];
  accepted: ReadonlySet<string>;
}

/** What is said in a request or on the command line, as settings. */
export function settingsOf(query: ImportQuery): ImportSettings {
  const { fileName, dateFormat, dayCount, columns, commit, skipFailed, sheet, delimiter, headerRow, numberFrom } =
    query;
  return {
    fileName: fileName ?? 'spreadsheet.csv',
    dateFormat: dateFormat ?? 'iso',
    dayCount,
    sheet,
    delimiter: delimiter && delimiterNamed(delimiter),
    headerRows: headerRow?.split('-').map(Number),
    firstNumber: numberFrom === '0' ? 0 : undefined,
    accepted: query.accept?.split(','),
    columns: columns === undefined ? undefined : statedFields(columns),
    commit: commit === 'true',
    skipFailed: skipFailed === 'true',
  };
}

/** Two imports are the same when the bytes are and are read in the same way. */
export function importHash(sha256: Buffer, settings: ImportSettings, facts: TableFacts): Buffer {
  const columns = facts.meaningsBy === 'remembered' ? facts.columns.map(({ field }) => field) : settings.columns;
  const { dateFormat, skipFailed, sheet, delimiter, headerRows, firstNumber, dayCount, accepted } = settings;
  const sorted = accepted?.length ? [...accepted].sort() : undefined;
  const how = {
    dateFormat,
    skipFailed,
    columns,
    sheet,
    delimiter,
    headerRows,
    firstNumber,
    dayCount,
    accepted: sorted,
  };
  return createHash('sha256').update(sha256).update(JSON.stringify(how)).digest();
}

/** What the thread needs besides what was said of the file. */
export interface ReadingHow {
  /** Lays visits out as courses. */
  layOut: boolean;
  remembered: readonly RememberedColumns[];
}

/** How the thread is to read it. */
export function tableSettings(settings: ImportSettings, { layOut, remembered }: ReadingHow): TableSettings {
  const { sheet, delimiter, headerRows, columns, dateFormat, dayCount = null } = settings;
  const firstNumber: FirstNumber = settings.firstNumber ?? 1;
  return { sheet, delimiter, headerRows, columns, dateFormat, dayCount, firstNumber, layOut, remembered };
}
