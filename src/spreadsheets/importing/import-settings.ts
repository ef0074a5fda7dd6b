import type { FileHandle } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Field } from '../reading/fields.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { DateFormat } from '../../domain/spreadsheet/date-format.js';

/** How a spreadsheet is to be imported. */
export interface ImportSettings {
  fileName: string;
  dateFormat: DateFormat;
  /** What each column means, null for one that is left out; where it is not stated the headers are understood. */
  columns?: readonly (Field | null)[];
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

/** What is told while an import runs, and what is done before. */
export interface ImportHow {
  /** Done first in the import's transaction, and undone with it where nothing is saved. */
  prepare?: (transaction: ClinicTransaction) => Promise<void>;
  onProgress?: (progress: ImportProgress) => void;
  /** Takes the failed rows as CSV; it is not ended. */
  failedRowsTo?: Writable;
}

/** A spooled file that is ready to be read. */
export interface OpenSheet {
  handle: FileHandle;
  bytes: number;
  delimiter: string;
  dateFormat: DateFormat;
  columns?: readonly (Field | null)[];
}
