/** Rows of whole numbers. Each begins, in a column of its own, with a number above 0 where all others have 0. */
export interface Basis {
  rows: number[][];
  /** The column in which each row is the only one. */
  pivots: number[];
}

/** More than can be computed exactly or in time: the caller must not take it for nothing found. */
export class TooComplex extends Error {}

/**
 * Which combinations of these rows are 0 in the given columns?
 *
 * Input: rows of whole numbers of one length, and for each column whether it must be 0. Output: a reduced
 * basis of all such combinations, empty when there is none but 0. Exact: numbers beyond 2^53 throw `TooComplex`.
 *
 * Source: fraction-free Gauss-Jordan elimination, Bareiss (1968), doi:10.1090/S0025-5718-1968-0226829-0,
 * each row divided by the greatest common divisor of its numbers.
 *
 * @example basisWithout([[1, 1], [1, 0]], [true, false]) // rows [[0, 1]], pivots [1]
 */
export function basisWithout(rows: readonly number[][], mustBeZero: readonly boolean[]): Basis {
  let left = rows;
  mustBeZero.forEach((zero, column) => {
    if (zero) left = eliminate(left, column).others;
  });
  const found: Basis = { rows: [], pivots: [] };
  mustBeZero.forEach((zero, column) => {
    if (zero) return;
    const { pivot, others } = eliminate(left, column);
    left = others;
    if (pivot === null) return;
    found.rows = found.rows.map((row) => cleared(row, pivot, column));
    found.rows.push(pivot);
    found.pivots.push(column);
  });
  return found;
}

/** Takes one row out of the rows and with it clears the column in all others, dropping what becomes 0. */
function eliminate(rows: readonly number[][], column: number) {
  const pivot = shortest(rows.filter((row) => row[column] !== 0));
  if (pivot === null) return { pivot, others: rows };
  const begun = (pivot[column] as number) > 0 ? pivot : pivot.map((value) => 0 - value);
  const others: number[][] = [];
  for (const row of rows) {
    if (row === pivot) continue;
    const rest = cleared(row, begun, column);
    if (rest === row || rest.some((value) => value !== 0)) others.push(rest);
  }
  return { pivot: begun, others };
}

/** The row with the fewest numbers other than 0: clearing with it changes least. */
function shortest(rows: readonly number[][]): number[] | null {
  let best: number[] | null = null;
  let fewest = Infinity;
  for (const row of rows) {
    let filled = 0;
    for (const value of row) if (value !== 0) filled += 1;
    if (filled < fewest) [best, fewest] = [row, filled];
  }
  return best;
}

function cleared(row: number[], pivot: readonly number[], column: number): number[] {
  const [own, other] = [row[column] as number, pivot[column] as number];
  if (own === 0) return row;
  const shared = divisor(own, other);
  const [times, minus] = [other / shared, own / shared];
  const next = [...row];
  let common = 0;
  for (let at = 0; at < next.length; at += 1) {
    const value = exact(exact(times * (row[at] as number)) - exact(minus * (pivot[at] as number)));
    next[at] = value;
    if (common !== 1 && value !== 0) common = divisor(common, value);
  }
  return common > 1 ? next.map((value) => value / common) : next;
}

/**
 * Is this number exact?
 *
 * Input: the result of whole-number arithmetic. Output: the same; beyond 2^53, where doubles skip numbers, throws
 * `TooComplex`.
 *
 * Source: IEEE 754.
 *
 * @example exact(2 ** 53) // throws
 */
export function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TooComplex();
  return value;
}

/**
 * What is the greatest whole number that divides both?
 *
 * Input: whole numbers. Output: their greatest common divisor, 0 or more.
 *
 * Source: Euclid, Elements VII.2.
 *
 * @example divisor(12, -18) // 6
 */
export function divisor(one: number, other: number): number {
  let [greater, smaller] = [Math.abs(one), Math.abs(other)];
  while (smaller !== 0) [greater, smaller] = [smaller, greater % smaller];
  return greater;
}
