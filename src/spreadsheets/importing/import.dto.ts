import { IsIn, IsOptional, Matches, MaxLength, ValidateBy } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { Id } from '../../domain/id.js';
import { Trimmed } from '../../http/fields.js';
import { DATE_FORMATS, type DateFormat } from '../../domain/spreadsheet/date-format.js';
import type { CommittedImport } from './import.repository.js';
import { unknownNames } from '../reading/stated-columns.js';

const YES_OR_NO = ['true', 'false'];
const NAME = { message: 'A file name has 1 to 200 characters, without line breaks.' };

/** The value is the names of columns, with commas between. */
const AreColumnNames = () =>
  ValidateBy({
    name: 'areColumnNames',
    validator: {
      validate: (value) => typeof value === 'string' && unknownNames(value).length === 0,
      defaultMessage: (about) =>
        `GET /v1/imports/columns has the names of columns; these are none of them: ${unknownNames(String(about?.value)).join(', ')}.`,
    },
  });

export class ImportQuery {
  /**
   * How the file writes dates, `iso` unless stated; never guessed
   * @example "dd/mm/yyyy"
   */
  @IsOptional()
  @IsIn(DATE_FORMATS, { message: `The dateFormat must be one of ${DATE_FORMATS.join(', ')}.` })
  dateFormat?: DateFormat;

  /**
   * What each column of the file means, in order, by the names of `GET /v1/imports/columns` with commas between; nothing
   * between two commas leaves a column out. Without it the headers are understood
   * @example "chart_number,date_1,score_1,,score_2"
   */
  @IsOptional()
  @AreColumnNames()
  columns?: string;

  /**
   * `true` saves what was checked; otherwise nothing is saved
   * @example "false"
   */
  @IsOptional()
  @IsIn(YES_OR_NO, { message: 'Write commit=true or commit=false.' })
  commit?: 'true' | 'false';

  /**
   * `true` saves the good rows where others have faults; otherwise it is all or nothing
   * @example "false"
   */
  @IsOptional()
  @IsIn(YES_OR_NO, { message: 'Write skipFailed=true or skipFailed=false.' })
  skipFailed?: 'true' | 'false';

  /**
   * Name to remember the file by, else `spreadsheet.csv`
   * @example "scores-2026.csv"
   */
  @IsOptional()
  @Trimmed()
  @MaxLength(200, NAME)
  @Matches(/^[^\p{Cc}]+$/u, NAME)
  fileName?: string;
}

export interface ColumnMeaningResponse {
  /** @example "score_3" */
  name: string;
  /** @example "Infusion 3" */
  group: string;
  /** @example "Infusion 3: score" */
  label: string;
  /** Whether a file can't be read without it. */
  required: boolean;
  /** Whether its cells are dates. */
  holdsDates: boolean;
}

export interface ColumnMeaningsResponse {
  items: ColumnMeaningResponse[];
  /** How large a spreadsheet may be. @example 64 */
  megabytes: WholeNumber;
}

export interface ImportFaultResponse {
  /** Row of the spreadsheet; the header stands in row 1. @example 14 */
  row: WholeNumber;
  /** The file's own header; null where it is about the whole row. @example "Score 3" */
  column: string | null;
  /**
   * Place of that column in the file, from 1, as headers may repeat; null where it is about the whole row.
   * @example 7
   */
  columnNumber: WholeNumber | null;
  /** What stands in the cell. @example "72" */
  value: string | null;
  /** @example "total-of-all-items" */
  rule: string;
  /** @example "72 is above 64, the highest possible total." */
  message: string;
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
  /** @example "," */
  delimiter: string;
  /** Whether it is saved. */
  committed: boolean;
  /** Whether the same file was committed before, with the same settings; then nothing was saved now. */
  alreadyImported: boolean;
  /** Rows under the header. @example 172 */
  rows: WholeNumber;
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
  /** Slots that were filled, missed ones among them. @example 789 */
  assessmentsNew: WholeNumber;
  /** @example 0 */
  rowsFailed: WholeNumber;
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
}

export interface CommittedImportResponse {
  id: Id;
  /** @example "scores-2026.csv" */
  fileName: string;
  committedAt: Instant;
  committedBy: Id;
  /** Null for an import from the command line. @example "Dana" */
  committedByName: string | null;
  /** The counts at that time, without faults and warnings. */
  report: ImportReport;
}

export function toCommittedImportResponse(row: CommittedImport): CommittedImportResponse {
  const { id, fileName, committedAt, committedBy, committedByName, report } = row;
  const what = { id, fileName, committedAt: committedAt.toISOString() };
  return { ...what, committedBy, committedByName, report: report as ImportReport };
}
