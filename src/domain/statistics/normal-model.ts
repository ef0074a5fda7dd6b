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
const MOST_ROUNDS = 25_000;

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
  const estimate = convergedFrom(firstEstimate(patterns, places), (from) => improved(patterns, from));
  if (estimate === null) return null;
  const covarianceOfMeans = inverseOf(informationOf(patterns, estimate.covariance) ?? []);
  return covarianceOfMeans === null || covarianceOfMeans.length === 0
    ? null
    : { means: estimate.means, covarianceOfMeans };
}

type Step = (from: Estimate) => Estimate | null;

/**
 * Repeats a step until nothing changes. Two steps show where they lead to, and the third begins there (squared
 * extrapolation: Varadhan and Roland 2008, doi:10.1111/j.1467-9469.2007.00585.x); where it does not get closer, it begins
 * from the second, as it would without.
 */
function convergedFrom(first: Estimate, step: Step): Estimate | null {
  let from = first;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const one = step(from);
    const two = one && step(one);
    if (one === null || two === null) return null;
    const closeness = changeBetween(one, two);
    if (closeness < CLOSE_ENOUGH) return two;
    const ahead = step(extrapolated(from, one, two));
    const after = ahead && step(ahead);
    from = ahead !== null && after !== null && changeBetween(ahead, after) < closeness ? after : two;
  }
  return from;
}

function extrapolated(from: Estimate, one: Estimate, two: Estimate): Estimate {
  const [zero, first, second] = [from, one, two].map(valuesOf) as [number[], number[], number[]];
  const change = first.map((value, i) => value - (zero[i] ?? 0));
  const bend = second.map((value, i) => value - (first[i] ?? 0) - (change[i] ?? 0));
  const length = Math.max(1, Math.hypot(...change) / Math.hypot(...bend));
  const values = zero.map((value, i) => value + 2 * length * (change[i] ?? 0) + length * length * (bend[i] ?? 0));
  const size = from.means.length;
  const row = (i: number) => values.slice(size * (i + 1), size * (i + 2));
  return { means: values.slice(0, size), covariance: from.means.map((_mean, i) => row(i)) };
}

function valuesOf({ means, covariance }: Estimate): number[] {
  return [...means, ...covariance.flat()];
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
  const others = valuesOf(other);
  return Math.max(...valuesOf(one).map((value, i) => Math.abs(value - (others[i] ?? 0))));
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
