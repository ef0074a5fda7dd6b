import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { DateFormat } from '../../domain/spreadsheet/date-format.js';

export interface ImportFaultResponse {
  /** Row of the spreadsheet; the header is row 1. @example 14 */
  row: WholeNumber;
  /** The file's own header; null where it is about the whole row. @example "Score 3" */
  column: string | null;
  /**
   * Place of that column in the file, from 1, as headers may repeat; null where it is about the whole row.
   * @example 7
   */
  columnNumber: WholeNumber | null;
  /** Places of all columns that it is about, where one cause may have several, as columns that nobody reads. @example [2, 3] */
  columnNumbers?: WholeNumber[];
  /** The text of the cell. @example "72" */
  value: string | null;
  /** @example "total-of-all-items" */
  rule: string;
  /** @example "72 is above 64, the highest possible total." */
  message: string;
  /** Whether somebody may accept it as it is, by naming its rule in `accept`; it stops a commit until then. */
  acceptable: boolean;
}

export interface ImportCauseResponse {
  /** A `fault` stops a commit, a `warning` is taken all the same. */
  kind: 'fault' | 'warning';
  /** @example "total-of-all-items" */
  rule: string;
  /** The sentence at the first of the cells. @example "72 is above 64, the highest possible total." */
  message: string;
  /** @example "Score 3" */
  column: string | null;
  acceptable: boolean;
  /** How many cells or rows it concerns. @example 12 */
  count: WholeNumber;
  /** The first rows that it concerns. @example [14] */
  rows: WholeNumber[];
}

export interface LeftOutColumnResponse {
  /** @example "Phone" */
  header: string;
  /** Place of the column in the file, from 1. @example 9 */
  columnNumber: WholeNumber;
  /** How many of its cells hold something. @example 172 */
  filled: WholeNumber;
}

export interface ImportColumnResponse {
  /** @example "Score 3" */
  header: string;
  /** What the column means to the service; null where it was ignored. @example "score_3" */
  meaning: string | null;
}

export interface ImportReport {
  /** @example "scores-2026.csv" */
  fileName: string;
  /**
   * SHA-256 of the bytes and of the settings they were read with.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  fileHash: string;
  dateFormat: DateFormat;
  /** What the file is, by its bytes. */
  format: 'csv' | 'xlsx';
  /** @example "," */
  delimiter: string;
  /** Name of the sheet that was read; null for a CSV file. @example null */
  sheet: string | null;
  /** Sheets of the workbook that were not read. @example [] */
  otherSheets: string[];
  /** The rows with the names of the columns. @example [1] */
  headerRows: WholeNumber[];
  /** Whether a row of the file is a course, or a visit; visits are laid out as courses. */
  layout: 'courses' | 'visits';
  /** By what the columns have their meanings: stated now, remembered from a file with the same names, or the headers. */
  meaningsBy: 'stated' | 'remembered' | 'understood';
  /** Whether it is saved. */
  committed: boolean;
  /** Whether the same file was committed before, with the same settings; then nothing was saved now. */
  alreadyImported: boolean;
  /** Courses that were read: rows under the header, or what the rows of visits add up to. @example 172 */
  rows: WholeNumber;
  /** Lines of the file as it is. @example 173 */
  lines: WholeNumber;
  /** @example 172 */
  patientsNew: WholeNumber;
  /** Patients whose initials, year of birth or sex were filled in. @example 0 */
  patientsCompleted: WholeNumber;
  /** @example 172 */
  coursesNew: WholeNumber;
  /** Courses that were given scores in empty slots, or a stop. @example 0 */
  coursesExtended: WholeNumber;
  /** @example 0 */
  coursesUnchanged: WholeNumber;
  /** Courses of the file that nobody closed and that had no entry for 60 days (maintenance: 180). @example 12 */
  coursesLost: WholeNumber;
  /** Courses of the file that are under way. @example 0 */
  coursesUnderWay: WholeNumber;
  /** Slots that were filled, missed ones among them. @example 789 */
  assessmentsNew: WholeNumber;
  /** @example 0 */
  rowsFailed: WholeNumber;
  /** Everything that is wrong or unusual, each cause once. */
  causes: ImportCauseResponse[];
  /** @example 0 */
  faultCount: WholeNumber;
  /** How many of the faults are listed here; the CSV of failed rows has them all. @example 0 */
  faultsListed: WholeNumber;
  /** What has to be corrected, at most 1000. */
  faults: ImportFaultResponse[];
  /** @example 0 */
  warningCount: WholeNumber;
  /** @example 0 */
  warningsListed: WholeNumber;
  /** What is unusual and taken all the same, at most 1000. */
  warnings: ImportFaultResponse[];
  columns: ImportColumnResponse[];
  /** Headers that mean nothing to the service. @example ["Phone"] */
  ignoredColumns: string[];
  /** The same, with how many of their cells hold something. */
  leftOut: LeftOutColumnResponse[];
}
