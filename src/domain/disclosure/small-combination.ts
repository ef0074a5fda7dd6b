import { TOO_FEW } from './counted-set.js';
import { TooComplex, divisor, exact } from './row-space.js';
import type { Basis } from './row-space.js';

/** Beyond so many tries the search gives up, and what was asked for is refused. */
const MOST_TRIES = 20_000;

/** A combination that must be found whole and not below 0 in every column, and not above the budget in all. */
interface Search {
  rows: readonly number[][];
  /** What each row adds to the courses counted. */
  weights: readonly number[];
  /** How many courses are in the column that each row alone has. */
  prices: readonly number[];
  /** What counts as one: every row has this number in its own column. */
  one: number;
  /** The rows that lower the number of courses counted. */
  lighter: readonly number[];
  /** The rows that raise each column. */
  raising: readonly number[][];
  /** The rows that change by how much each column misses a whole number. */
  shifting: readonly number[][];
}

/** Rows taken, each as often as listed, and what they add up to. */
interface Tried {
  taken: readonly number[];
  values: readonly number[];
  weight: number;
  price: number;
}

/** One row more than was tried before. */
interface Next {
  before: Tried;
  row: number;
}

/**
 * Does a combination of these rows count 1 to 10 courses?
 *
 * Input: a reduced basis, and the number of courses (1 or more) in each column. Output: the size (1-10) of a
 * combination that counts every column a whole number of times, never below 0, and 10 courses in all at most;
 * null when there is none. Too many to try throw `TooComplex`.
 *
 * One row more is taken at a time, always one that could mend a column that is below 0 or not whole, or a
 * total above 10. None that counts so few is missed on the way: whatever it has more than the present one
 * must mend each of these.
 *
 * Source: branching on a violated constraint, Land and Doig (1960), doi:10.2307/1910129.
 *
 * @example smallCombination({ rows: [[1, 0, -1], [0, 1, 1]], pivots: [0, 1] }, [3, 4, 20]) // 7
 */
export function smallCombination(basis: Basis, sizes: readonly number[]): number | null {
  const search = searchOf(basis, sizes);
  const nothing: Tried = { taken: [], values: sizes.map(() => 0), weight: 0, price: 0 };
  const seen = new Set<string>();
  const open: Next[] = search.rows.map((_, row) => ({ before: nothing, row }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const price = next.before.price + (search.prices[next.row] as number);
    if (price > TOO_FEW) continue;
    const taken = [...next.before.taken, next.row].sort((one, other) => one - other);
    const key = taken.join();
    if (seen.has(key)) continue;
    if (seen.size === MOST_TRIES) throw new TooComplex();
    seen.add(key);
    const before: Tried = { taken, price, ...sumOf(search, next) };
    const menders = fewestMenders(search, before);
    if (menders === null) return before.weight / search.one;
    for (const row of menders) open.push({ before, row });
  }
  return null;
}

/** Every row multiplied so that all have the same number in their own column. */
function searchOf({ rows, pivots }: Basis, sizes: readonly number[]): Search {
  const leading = rows.map((row, at) => row[pivots[at] as number] as number);
  const one = leading.reduce((least, each) => exact((least / divisor(least, each)) * each), 1);
  const scaled = rows.map((row, at) => row.map((value) => exact(value * (one / (leading[at] as number)))));
  const weights = scaled.map((row) => total(row, sizes));
  const rowsWhere = (holds: (row: number) => boolean) => [...scaled.keys()].filter(holds);
  const at = (row: number, column: number) => scaled[row]?.[column] as number;
  return {
    rows: scaled,
    weights,
    prices: pivots.map((column) => sizes[column] as number),
    one,
    lighter: rowsWhere((row) => (weights[row] as number) < 0),
    raising: sizes.map((_, column) => rowsWhere((row) => at(row, column) > 0)),
    shifting: sizes.map((_, column) => rowsWhere((row) => at(row, column) % one !== 0)),
  };
}

function sumOf({ rows, weights }: Search, { before, row }: Next) {
  const added = rows[row] as readonly number[];
  return {
    values: before.values.map((value, column) => exact(value + (added[column] as number))),
    weight: exact(before.weight + (weights[row] as number)),
  };
}

/** The rows that could mend what is wrong, of the fault that has the fewest of them; null without a fault. */
function fewestMenders(
  { one, lighter, raising, shifting }: Search,
  { values, weight }: Tried,
): readonly number[] | null {
  let fewest = weight > TOO_FEW * one ? lighter : null;
  const mend = (menders: readonly number[]) => {
    if (fewest === null || menders.length < fewest.length) fewest = menders;
  };
  values.forEach((value, column) => {
    if (value % one !== 0) mend(shifting[column] as number[]);
    if (value < 0) mend(raising[column] as number[]);
  });
  return fewest;
}

function total(counts: readonly number[], each: readonly number[]): number {
  return counts.reduce((sum, count, at) => exact(sum + count * (each[at] as number)), 0);
}
