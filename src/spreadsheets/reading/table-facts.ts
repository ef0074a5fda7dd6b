import type { DateFormat } from '../../domain/spreadsheet/date-format.js';
import type { DayCount } from '../../domain/spreadsheet/day-number.js';
import type { Delimiter } from './csv-dialect.js';
import type { Field } from './fields.js';
import type { Header } from './find-header.js';
import type { Column, FirstNumber } from './header-meaning.js';
import type { LeftOutColumn } from './left-over-columns.js';
import type { SheetFault } from './sheet-fault.js';

/** What a clinic has said that columns with these names mean. */
export interface RememberedColumns {
  headers: readonly string[];
  columns: readonly (Field | null)[];
}

/** How a file is to be read; what is left open is decided by its rows. */
export interface TableSettings {
  sheet?: string;
  delimiter?: Delimiter;
  /** Numbers of the one or two rows with the names of the columns. */
  headerRows?: readonly number[];
  firstNumber: FirstNumber;
  /** What each column means, null for one that is left out. */
  columns?: readonly (Field | null)[];
  /** Used where columns are not stated, and the file has the same names. */
  remembered?: readonly RememberedColumns[];
  dateFormat: DateFormat;
  dayCount: DayCount | null;
  /** Lays rows of one visit each out as courses. */
  layOut: boolean;
}

/** Who says what columns mean: the person with the file, the clinic before, or the headers. */
export type MeaningsBy = 'stated' | 'remembered' | 'understood';

export interface TableJob extends TableSettings {
  /** Descriptors of the upload, and of the file that takes the rows, a JSON text a line. */
  from: number;
  to: number;
  mostRows: number;
}

/** What a file is as a whole. */
export interface TableFacts {
  format: 'csv' | 'xlsx';
  delimiter: Delimiter;
  sheet: string | null;
  sheets: { name: string; hidden: boolean }[];
  header: Header;
  /** The columns of the file. */
  columns: Column[];
  /** The columns of the rows that were written: those of the file, or of the courses that its visits were laid out as. */
  rowColumns: Column[];
  leftOut: LeftOutColumn[];
  /** How many cells of each column hold something. */
  filled: number[];
  /** Rows under the header, and of the file as it is. */
  rows: number;
  lines: number;
  dayCount: DayCount | null;
  layout: 'courses' | 'visits';
  /** By what the columns have their meanings. */
  meaningsBy: MeaningsBy;
  faults: SheetFault[];
  warnings: SheetFault[];
}
