import { stringify } from 'csv-stringify/sync';
import { protectCell } from '../domain/spreadsheet/csv-cell.js';

/** Another program may part the cells at any of these, and begin a formula behind it. */
const ANY_DELIMITER = /[,;\t|]/;

/**
 * How are these rows written in a CSV file?
 *
 * Input: rows of texts, numbers and nulls. Output: a line each. Texts are kept from being run as formulas, numbers are
 * written in full and without quotes, null is an empty cell.
 *
 * @example csvLines([['-12', 35, null]], ',') // "'-12,35,\n"
 */
export function csvLines(rows: readonly (readonly (string | number | null)[])[], delimiter = ','): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? protectCell(cell) : cell)));
  return stringify(cells, { delimiter, quoted_match: ANY_DELIMITER });
}
