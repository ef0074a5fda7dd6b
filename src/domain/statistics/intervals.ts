import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * Lower and upper end, in the unit of the estimate; both null where there is nothing to estimate.
 */
export type Interval = [number, number] | [null, null];

/** The two-sided 95 % of every interval leaves 2.5 % above it. */
const UPPER_PROBABILITY = 0.975;
const Z = normalQuantile(UPPER_PROBABILITY, 0, 1);

/**
 * Between which means does the true mean lie with 95 % confidence?
 *
 * Input: mean and SD (divisor n - 1) of n values in one unit. Output: the two-sided 95 % interval
 * of Student's t with n - 1 degrees of freedom, in that unit. Under two values, or without a mean
 * or an SD, both ends are null.
 *
 * Source: Student (1908), doi:10.1093/biomet/6.1.1.
 *
 * Example: a change of 4.5 with SD 4.97 in 20 patients has the interval 2.17 to 6.83.
 */
export function tInterval(mean: number | null, sd: number | null, n: number): Interval {
  if (mean === null || sd === null || n < 2) return [null, null];
  const half = (tQuantile(UPPER_PROBABILITY, n - 1) * sd) / Math.sqrt(n);
  return [mean - half, mean + half];
}

/**
 * Between which values does the true one lie with 95 % confidence, by its standard error alone?
 *
 * Input: an estimate and its standard error, in one unit. Output: the two-sided 95 % interval of the normal distribution, in
 * that unit.
 *
 * Example: 20 with a standard error of 1 has the interval 18.04 to 21.96.
 */
export function normalInterval(estimate: number, standardError: number): [number, number] {
  return [estimate - Z * standardError, estimate + Z * standardError];
}

/**
 * Between which proportions does the true proportion lie with 95 % confidence?
 *
 * Input: a count and the n it is counted among, whole numbers with 0 <= count <= n. Output:
 * Wilson's score interval without continuity correction, as proportions 0-1; both ends null when n
 * is 0. A count outside 0 to n is a mistake of the caller and throws a RangeError.
 *
 * Source: Wilson EB (1927), doi:10.1080/01621459.1927.10502953.
 *
 * Example: 17 of 24 is a proportion of .708 with the interval .508 to .851.
 */
export function wilson(count: number, n: number): Interval {
  if (!Number.isInteger(count) || !Number.isInteger(n) || count < 0 || count > n) {
    throw new RangeError(`${count} of ${n} is not a proportion`);
  }
  if (n === 0) return [null, null];
  const proportion = count / n;
  const scale = 1 + Z ** 2 / n;
  const middle = (proportion + Z ** 2 / (2 * n)) / scale;
  const spread = (proportion * (1 - proportion)) / n + Z ** 2 / (4 * n ** 2);
  const half = (Z * Math.sqrt(spread)) / scale;
  // The ends are exact for none and for all; subtraction would leave 1e-17 there.
  return [count === 0 ? 0 : middle - half, count === n ? 1 : middle + half];
}
