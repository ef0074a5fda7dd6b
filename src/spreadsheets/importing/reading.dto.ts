import type { DayCount } from '../../domain/spreadsheet/day-number.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import { nameOfDelimiter, type DelimiterName } from '../reading/csv-dialect.js';
import { headerOf } from '../reading/fields.js';
import type { TableFacts } from '../reading/table-facts.js';
import type { ImportColumnResponse, ImportFaultResponse } from './import-report.dto.js';

export interface ReadColumnResponse extends ImportColumnResponse {
  /** How many cells of the column hold something. @example 172 */
  filled: WholeNumber;
}

export interface SheetResponse {
  /** @example "Scores" */
  name: string;
  hidden: boolean;
}

/** What a spreadsheet is as a whole, before its rows are judged. */
export interface ReadingResponse {
  format: 'csv' | 'xlsx';
  delimiter: DelimiterName;
  /** Name of the sheet that was read; null for a CSV file. @example "Scores" */
  sheet: string | null;
  sheets: SheetResponse[];
  /** The rows with the names of the columns. @example [1] */
  headerRows: WholeNumber[];
  columns: ReadColumnResponse[];
  /** Rows under the header. @example 172 */
  rows: WholeNumber;
  /** From when days are counted that are numbers; null where the file doesn't say. */
  dayCount: DayCount | null;
  /** Whether a row is a course or a visit. */
  layout: 'courses' | 'visits';
  /** By what the columns have their meanings: remembered from a file with the same names, or the headers. */
  meaningsBy: 'stated' | 'remembered' | 'understood';
  /** What has to be corrected or decided about the file as a whole. */
  faults: ImportFaultResponse[];
  /** What a person should know of it. */
  warnings: ImportFaultResponse[];
}

export function toReadingResponse(facts: TableFacts): ReadingResponse {
  const {
    format,
    delimiter,
    sheet,
    sheets,
    header,
    columns,
    filled,
    rows,
    dayCount,
    layout,
    meaningsBy,
    faults,
    warnings,
  } = facts;
  return {
    ...{
      format,
      delimiter: nameOfDelimiter(delimiter),
      sheet,
      sheets,
      headerRows: header.rows,
      rows,
      dayCount,
      layout,
      meaningsBy,
    },
    columns: columns.map(({ header: name, field }, at) => ({
      header: name,
      meaning: field === null ? null : headerOf(field),
      filled: filled[at] ?? 0,
    })),
    ...{ faults, warnings },
  };
}
