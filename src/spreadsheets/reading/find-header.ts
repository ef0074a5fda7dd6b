import { seenText } from '../../domain/spreadsheet/plain-text.js';
import { fieldOf, type FirstNumber } from './header-meaning.js';
import { fieldsOf, isVisitLayout, NEEDED } from './header-mapping.js';
import type { TableRow } from './table.js';

/** The names of the columns, and the one or two rows they are in. */
export interface Header {
  rows: number[];
  headers: string[];
}

/** Rows in which a header is looked for. */
export const HEADER_WITHIN = 60;

/**
 * Which row holds the names of the columns?
 *
 * Input: the first rows of a table. Output: the first row, or the first two rows together ("Infusion 1" over "Date" and
 * "CUDOS"), by which most columns are understood; the first row where none is.
 *
 * @example findHeader([{ row: 1, cells: ['Outcomes'] }, { row: 2, cells: ['MRN', 'Score 1'] }]).rows // [2]
 */
export function findHeader(rows: readonly TableRow[], firstNumber: FirstNumber = 1): Header {
  const candidates = rows.slice(0, HEADER_WITHIN).flatMap((row, at) => {
    const below = rows[at + 1];
    const alone = headerIn([row], firstNumber);
    return below?.row === row.row + 1 ? [alone, headerIn([row, below], firstNumber)] : [alone];
  });
  const worths = candidates.map((each) => worth(each, firstNumber));
  return candidates[worths.indexOf(Math.max(...worths))] ?? { rows: [1], headers: [] };
}

/** The header that these one or two rows are. */
export function headerIn(rows: readonly TableRow[], firstNumber: FirstNumber = 1): Header {
  const [upper, lower] = rows;
  const numbers = rows.map(({ row }) => row);
  if (!upper || !lower) return { rows: numbers, headers: (upper?.cells ?? []).map(seenText) };
  const width = Math.max(upper.cells.length, lower.cells.length);
  let group = '';
  const headers = Array.from({ length: width }, (_, at) => {
    group = seenText(upper.cells[at] ?? '') || group;
    const own = seenText(lower.cells[at] ?? '');
    if (own === '') return seenText(upper.cells[at] ?? '');
    const both = `${group} ${own}`.trim();
    return fieldOf(both, firstNumber) === null && fieldOf(own, firstNumber) !== null ? own : both;
  });
  return { rows: numbers, headers };
}

/** How much of a header is understood; one by which the rows can be read is worth more than any other. */
function worth({ rows, headers }: Header, firstNumber: FirstNumber): number {
  const fields = fieldsOf(headers, firstNumber);
  const understood = new Set(fields.filter((field) => field !== null));
  const needed = isVisitLayout(fields) ? NEEDED.slice(0, 1) : NEEDED;
  const whole = needed.every((field) => understood.has(field));
  // Two rows are one header only where they say more than the better of them; names that repeat say less than numbered ones.
  const counted = headers.some((header, at) => fields[at] && headers.indexOf(header) < at) ? 2 : 0;
  return (whole ? 10_000 : 0) + understood.size * 2 - (rows.length - 1) - counted;
}

/** Do the names of the columns go down the first column, and is each patient a column? */
export function isTransposed(rows: readonly TableRow[]): boolean {
  return isWhole({ rows: [1], headers: rows.map(({ cells }) => seenText(cells[0] ?? '')) });
}

/** How well a header is understood: a larger number is better, 0 is not at all. */
export function headerWorth(header: Header): number {
  return Math.max(0, worth(header, 1));
}

/** Can the rows be read by this header? */
export function isWhole(header: Header): boolean {
  return worth(header, 1) > 9000;
}
