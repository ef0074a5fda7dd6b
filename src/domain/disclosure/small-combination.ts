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

/**
 * How few courses can a combination of these rows count?
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
  const { rows, prices } = search;
  const seen = new Set<string>();
  const open: number[][] = rows.map((_, own) => rows.map((_row, at) => (at === own ? 1 : 0)));
  for (let taken = open.pop(); taken !== undefined; taken = open.pop()) {
    const key = taken.join();
    if (seen.has(key) || total(taken, prices) > TOO_FEW) continue;
    if (seen.size === MOST_TRIES) throw new TooComplex();
    seen.add(key);
    const menders = fewestMenders(search, taken);
    if (menders === null) return total(taken, search.weights) / search.one;
    for (const row of menders)
      open.push(taken.map((times, at) => (at === row ? times + 1 : times)));
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

/** The rows that could mend what is wrong, of the fault that has the fewest of them; null without a fault. */
function fewestMenders({ rows, weights, one }: Search, taken: readonly number[]): number[] | null {
  let fewest: number[] | null = null;
  const mendedBy = (mends: (row: number) => boolean) => {
    const menders = [...rows.keys()].filter(mends);
    if (fewest === null || menders.length < fewest.length) fewest = menders;
  };
  if (total(taken, weights) > TOO_FEW * one) mendedBy((row) => (weights[row] as number) < 0);
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = (row: number) => rows[row]?.[column] as number;
    const value = taken.reduce((sum, times, row) => exact(sum + times * at(row)), 0);
    if (value % one !== 0) mendedBy((row) => at(row) % one !== 0);
    else if (value < 0) mendedBy((row) => at(row) > 0);
  }
  return fewest;
}

function total(counts: readonly number[], each: readonly number[]): number {
  return counts.reduce((sum, count, at) => exact(sum + count * (each[at] as number)), 0);
}
