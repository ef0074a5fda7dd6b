import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Matches, MaxLength, ValidateBy } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { Id } from '../../domain/id.js';
import { DATE_FORMATS, type DateFormat } from '../../domain/spreadsheet/date-format.js';
import { seenText } from '../../domain/spreadsheet/plain-text.js';
import { DAY_COUNTS, type DayCount } from '../../domain/spreadsheet/day-number.js';
import { ACCEPTABLE_RULES, isAcceptable } from '../reading/accepted-rules.js';
import { DELIMITER_NAMES, type DelimiterName } from '../reading/csv-dialect.js';
import type { ImportReport } from './import-report.dto.js';
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

/** The value is rules that a person may accept, with commas between. */
const AreAcceptable = () =>
  ValidateBy({
    name: 'areAcceptable',
    validator: {
      validate: (value) => typeof value === 'string' && value.split(',').every(isAcceptable),
      defaultMessage: () => `Only these can be accepted: ${ACCEPTABLE_RULES.join(', ')}.`,
    },
  });

/** What may be said of how a spreadsheet is to be read; what is not said is decided by its rows. */
export class ReadingQuery {
  /**
   * Name of the sheet of a workbook; else the visible one that looks like scores
   * @example "Scores"
   */
  @IsOptional()
  @MaxLength(200)
  sheet?: string;

  /**
   * What separates the cells of a CSV file
   * @example "semicolon"
   */
  @IsOptional()
  @IsIn(DELIMITER_NAMES, { message: `The delimiter must be one of ${DELIMITER_NAMES.join(', ')}.` })
  delimiter?: DelimiterName;

  /**
   * Row with the names of the columns, or two rows such as `1-2`, where the upper one names groups; else it is looked for
   * @example "10"
   */
  @IsOptional()
  @Matches(/^[1-9]\d{0,6}(-[1-9]\d{0,6})?$/, { message: 'Write headerRow as a row, e.g. 10, or as two, e.g. 1-2.' })
  headerRow?: string;

  /**
   * Number of the first visit in the names of the columns, 1 unless stated: 0 makes score_0 the score at infusion 1
   * @example "0"
   */
  @IsOptional()
  @IsIn(['0', '1'], { message: 'Write numberFrom=0 or numberFrom=1.' })
  numberFrom?: '0' | '1';
}

export class ImportQuery extends ReadingQuery {
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
   * From when days are counted that the file has as numbers: 46083 is 2 March 2026 by 1900. A workbook says it itself
   * @example "1900"
   */
  @IsOptional()
  @IsIn(DAY_COUNTS, { message: 'Write dayCount=1900 or dayCount=1904.' })
  dayCount?: DayCount;

  /**
   * What somebody has looked at and accepts as it is, by the rules of the faults that are `acceptable`, with commas
   * between
   * @example "rows-hidden,score-missed"
   */
  @IsOptional()
  @AreAcceptable()
  accept?: string;

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
   * Name to remember the file by, else `spreadsheet.csv`; what can't be seen in it is left out
   * @example "scores-2026.csv"
   */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? seenText(value).normalize('NFC') : value))
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
