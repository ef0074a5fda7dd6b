import { stringify } from 'csv-stringify/sync';
import { protectCell } from '../domain/spreadsheet/csv-cell.js';

/** A cell of a table that is handed out; `day` is an ISO date. */
export type TableCell = string | number | { day: string } | null;

/** Another program may part the cells at any of these, and begin a formula behind it. */
const ANY_DELIMITER = /[,;\t|]/;

/**
 * How are these rows written in a CSV file?
 *
 * Input: rows of texts, numbers, days and nulls. Output: a line each. Texts are kept from being run as formulas, numbers
 * are written in full and without quotes, days as ISO dates, null is an empty cell.
 *
 * @example csvLines([['-12', 35, { day: '2026-03-02' }, null]], ',') // "'-12,35,2026-03-02,\n"
 */
export function csvLines(rows: readonly (readonly TableCell[])[], delimiter = ','): string {
  const cells = rows.map((row) => row.map(csvCell));
  return stringify(cells, { delimiter, quoted_match: ANY_DELIMITER });
}

function csvCell(cell: TableCell): string | number | null {
  if (typeof cell === 'string') return protectCell(cell);
  return typeof cell === 'object' && cell !== null ? cell.day : cell;
}
