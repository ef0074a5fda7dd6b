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
  /** How much stands for one: every row has this number in its own column. */
  one: number;
}

/** Rows taken, each as often as it stands there, and what they come to. */
interface Tried {
  taken: readonly number[];
  values: readonly number[];
  weight: number;
  price: number;
}

const NOTHING: Tried = { taken: [], values: [], weight: 0, price: 0 };

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
  const seen = new Set<string>();
  const open = search.rows.map((_, row) => withOneMore(search, NOTHING, row));
  for (let tried = open.pop(); tried !== undefined; tried = open.pop()) {
    const key = tried.taken.join();
    if (tried.price > TOO_FEW || seen.has(key)) continue;
    if (seen.size === MOST_TRIES) throw new TooComplex();
    seen.add(key);
    const menders = fewestMenders(search, tried);
    if (menders === null) return tried.weight / search.one;
    for (const row of menders) open.push(withOneMore(search, tried, row));
  }
  return null;
}

/** Every row multiplied so that all have the same number in their own column. */
function searchOf({ rows, pivots }: Basis, sizes: readonly number[]): Search {
  const leading = rows.map((row, at) => row[pivots[at] as number] as number);
  const one = leading.reduce((least, each) => exact((least / divisor(least, each)) * each), 1);
  const scaled = rows.map((row, at) =>
    row.map((value) => exact(value * (one / (leading[at] as number)))),
  );
  return {
    rows: scaled,
    weights: scaled.map((row) => total(row, sizes)),
    prices: pivots.map((column) => sizes[column] as number),
    one,
  };
}

function withOneMore({ rows, weights, prices }: Search, before: Tried, row: number): Tried {
  const added = rows[row] as readonly number[];
  return {
    taken: [...before.taken, row].sort((one, other) => one - other),
    values: added.map((value, column) => exact(value + (before.values[column] ?? 0))),
    weight: exact(before.weight + (weights[row] as number)),
    price: before.price + (prices[row] as number),
  };
}

/** The rows that could mend what is wrong, of the fault that has the fewest of them; null without a fault. */
function fewestMenders({ rows, weights, one }: Search, { values, weight }: Tried): number[] | null {
  let fewest: number[] | null = null;
  const mendedBy = (mends: (row: number) => boolean) => {
    const menders = [...rows.keys()].filter(mends);
    if (fewest === null || menders.length < fewest.length) fewest = menders;
    return menders.length > 0;
  };
  if (weight > TOO_FEW * one && !mendedBy((row) => (weights[row] as number) < 0)) return [];
  for (let column = 0; column < values.length; column += 1) {
    const value = values[column] as number;
    const at = (row: number) => rows[row]?.[column] as number;
    if (value % one !== 0 && !mendedBy((row) => at(row) % one !== 0)) return [];
    if (value < 0 && !mendedBy((row) => at(row) > 0)) return [];
  }
  return fewest;
}

function total(counts: readonly number[], each: readonly number[]): number {
  return counts.reduce((sum, count, at) => exact(sum + count * (each[at] as number)), 0);
}
