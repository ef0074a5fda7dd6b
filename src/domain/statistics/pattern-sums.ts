import { at, inverseOf, zeros } from './symmetric.js';
import type { Matrix } from './symmetric.js';

/** What the rows with values at the same places add up to: all that the model needs of them. */
export interface PatternSums {
  /** The places that have a value, ascending from 0. */
  observed: readonly number[];
  n: number;
  /** The sum at each observed place. */
  sums: readonly number[];
  /** The sum of products of each two observed places. */
  products: readonly (readonly number[])[];
}

/**
 * What do these rows add up to where only some places are looked at?
 *
 * Input: patterns, and places in rising order, which are counted from 0 again in the answer. Output: the patterns of the rows
 * without the other places; a row without any value is in none.
 *
 * Example: of [1, null, 2] and [3, 4, null] the place 0 alone leaves one pattern of 2 rows with the sum 4.
 */
export function onPlaces(patterns: readonly PatternSums[], places: readonly number[]): PatternSums[] {
  const alike = new Map<string, PatternSums>();
  for (const { observed, n, sums, products } of patterns) {
    const kept = observed.flatMap((place, from) => {
      const to = places.indexOf(place);
      return to < 0 ? [] : [{ from, to }];
    });
    if (kept.length === 0) continue;
    const key = kept.map(({ to }) => to).join();
    const known = alike.get(key);
    alike.set(key, {
      observed: kept.map(({ to }) => to),
      n: n + (known?.n ?? 0),
      sums: kept.map(({ from }, i) => (sums[from] ?? 0) + (known?.sums[i] ?? 0)),
      products: kept.map(({ from: row }, i) =>
        kept.map(({ from: column }, j) => at(products, row, column) + (known?.products[i]?.[j] ?? 0)),
      ),
    });
  }
  return [...alike.values()];
}

/** Sums and products over all places of the rows of one pattern: z = shift + slope x (what is seen). */
export function expectedOf({ observed, n, sums, products }: PatternSums, means: readonly number[], covariance: Matrix) {
  const size = means.length;
  const seen = new Map(observed.map((place, i) => [place, i]));
  const inverse = inverseOf(observed.map((row) => observed.map((column) => at(covariance, row, column))));
  if (inverse === null) return null;
  const slope = zeros(size, observed.length);
  const shift = new Array<number>(size).fill(0);
  for (let place = 0; place < size; place += 1) {
    const row = slope[place] as number[];
    const own = seen.get(place);
    if (own !== undefined) {
      row[own] = 1;
      continue;
    }
    observed.forEach((_, i) => {
      row[i] = observed.reduce((sum, other, k) => sum + at(covariance, place, other) * at(inverse, k, i), 0);
    });
    shift[place] = observed.reduce((rest, other, i) => rest - (row[i] ?? 0) * (means[other] ?? 0), means[place] ?? 0);
  }
  const moved = slope.map((row) => row.reduce((sum, weight, i) => sum + weight * (sums[i] ?? 0), 0));
  const expected = moved.map((sum, place) => sum + n * (shift[place] ?? 0));
  const weighted = slope.map((row) =>
    observed.map((_, j) => row.reduce((sum, weight, i) => sum + weight * at(products, i, j), 0)),
  );
  const both = zeros(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const ofSeen = (slope[j] as number[]).reduce((sum, weight, k) => sum + weight * at(weighted, i, k), 0);
      const ofShift = (shift[i] ?? 0) * (moved[j] ?? 0) + (moved[i] ?? 0) * (shift[j] ?? 0);
      const constant = n * (shift[i] ?? 0) * (shift[j] ?? 0);
      const unexplained = seen.has(i) || seen.has(j) ? 0 : n * restOf(i, j, slope, observed, covariance);
      (both[i] as number[])[j] = ofSeen + ofShift + constant + unexplained;
    }
  }
  return { sums: expected, products: both };
}

/** What of the covariance of two missing places is not explained by what is seen. */
function restOf(i: number, j: number, slope: Matrix, observed: readonly number[], covariance: Matrix): number {
  return observed.reduce((rest, other, k) => rest - at(slope, i, k) * at(covariance, other, j), at(covariance, i, j));
}
