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

/** Means of all rows, as if no value were missing, and how sure they are. */
export interface NormalModel {
  means: number[];
  /** Covariance of the estimated means. */
  covarianceOfMeans: Matrix;
}

interface Estimate {
  means: number[];
  covariance: Matrix;
}

const CLOSE_ENOUGH = 1e-11;
const MOST_STEPS = 100_000;

/**
 * Which rows have values at the same places?
 *
 * Input: rows of whole numbers, null where there is none. Output: one sum for each pattern of places, in no order; a row
 * without any value is in none.
 *
 * Example: rows [1, null], [3, null] and [2, 5] have two patterns, of 2 rows and of 1.
 */
export function patternsOf(rows: readonly (readonly (number | null)[])[]): PatternSums[] {
  const byPlaces = new Map<string, { observed: number[]; n: number; sums: number[]; products: Matrix }>();
  for (const row of rows) {
    const observed = row.flatMap((value, place) => (value === null ? [] : [place]));
    if (observed.length === 0) continue;
    const key = observed.join();
    const size = observed.length;
    const pattern = byPlaces.get(key) ?? {
      observed,
      n: 0,
      sums: new Array<number>(size).fill(0),
      products: zeros(size, size),
    };
    byPlaces.set(key, pattern);
    pattern.n += 1;
    const values = observed.map((place) => row[place] as number);
    values.forEach((value, i) => {
      pattern.sums[i] = (pattern.sums[i] ?? 0) + value;
      values.forEach((other, j) => ((pattern.products[i] as number[])[j] = at(pattern.products, i, j) + value * other));
    });
  }
  return [...byPlaces.values()];
}

/**
 * What would the means be if no value were missing, given the values that are there?
 *
 * Input: the patterns of the rows, and how many places there are; each place needs a few values. Output: maximum likelihood
 * estimates of the means under a multivariate normal distribution with unstructured covariance, by the EM algorithm, and
 * the covariance of these estimates from the information of the means. Values may be missing depending on values that
 * are seen (missing at random), not on those that are not. Null where a place has no spread or follows from the others.
 *
 * Source: Dempster AP, Laird NM, Rubin DB (1977), doi:10.1111/j.2517-6161.1977.tb01600.x.
 *
 * Example: without a missing value the means are the plain ones, and their covariance is S (divisor n) / n.
 */
export function normalModel(patterns: readonly PatternSums[], places: number): NormalModel | null {
  let estimate = firstEstimate(patterns, places);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = improved(patterns, estimate);
    if (next === null) return null;
    const change = changeBetween(estimate, next);
    estimate = next;
    if (change < CLOSE_ENOUGH) break;
  }
  const covarianceOfMeans = inverseOf(informationOf(patterns, estimate.covariance) ?? []);
  return covarianceOfMeans === null || covarianceOfMeans.length === 0
    ? null
    : { means: estimate.means, covarianceOfMeans };
}

/** Mean and variance of each place by itself. */
function firstEstimate(patterns: readonly PatternSums[], places: number): Estimate {
  const means: number[] = [];
  const covariance = zeros(places, places);
  for (let place = 0; place < places; place += 1) {
    let [n, sum, squares] = [0, 0, 0];
    for (const { observed, n: rows, sums, products } of patterns) {
      const i = observed.indexOf(place);
      if (i < 0) continue;
      n += rows;
      sum += sums[i] ?? 0;
      squares += at(products, i, i);
    }
    means.push(sum / n);
    (covariance[place] as number[])[place] = (n * squares - sum * sum) / (n * (n - 1));
  }
  return { means, covariance };
}

/** One step: what is missing is expected from what is seen, then means and covariance are those of all. */
function improved(patterns: readonly PatternSums[], { means, covariance }: Estimate): Estimate | null {
  const size = means.length;
  const total = new Array<number>(size).fill(0);
  const squares = zeros(size, size);
  let n = 0;
  for (const pattern of patterns) {
    const expected = expectedOf(pattern, means, covariance);
    if (expected === null) return null;
    n += pattern.n;
    for (let i = 0; i < size; i += 1) {
      total[i] = (total[i] ?? 0) + (expected.sums[i] ?? 0);
      for (let j = 0; j < size; j += 1) (squares[i] as number[])[j] = at(squares, i, j) + at(expected.products, i, j);
    }
  }
  const newMeans = total.map((sum) => sum / n);
  const newCovariance = squares.map((row, i) => row.map((sum, j) => sum / n - (newMeans[i] ?? 0) * (newMeans[j] ?? 0)));
  return { means: newMeans, covariance: newCovariance };
}

/** Sums and products over all places of the rows of one pattern: z = shift + slope x (what is seen). */
function expectedOf({ observed, n, sums, products }: PatternSums, means: readonly number[], covariance: Matrix) {
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

function changeBetween(one: Estimate, other: Estimate): number {
  const ofMeans = one.means.map((mean, i) => Math.abs(mean - (other.means[i] ?? 0)));
  const ofCovariance = one.covariance.flatMap((row, i) =>
    row.map((value, j) => Math.abs(value - at(other.covariance, i, j))),
  );
  return Math.max(...ofMeans, ...ofCovariance);
}

function informationOf(patterns: readonly PatternSums[], covariance: Matrix): Matrix | null {
  const information = zeros(covariance.length, covariance.length);
  for (const { observed, n } of patterns) {
    const inverse = inverseOf(observed.map((row) => observed.map((column) => at(covariance, row, column))));
    if (inverse === null) return null;
    observed.forEach((row, i) =>
      observed.forEach((column, j) => {
        (information[row] as number[])[column] = at(information, row, column) + n * at(inverse, i, j);
      }),
    );
  }
  return information;
}
