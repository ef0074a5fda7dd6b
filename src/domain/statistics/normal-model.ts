import { expectedOf } from './pattern-sums.js';
import type { PatternSums } from './pattern-sums.js';
import { at, inverseOf, zeros } from './symmetric.js';
import type { Matrix } from './symmetric.js';

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
