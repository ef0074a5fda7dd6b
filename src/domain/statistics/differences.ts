import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Description } from './describe.js';
import type { Interval } from './intervals.js';
import type { Rate } from './rate.js';

/** How much larger the first is than the second, in their unit, with a 95 % interval. */
export interface Difference {
  /** The first minus the second, in the unit; null where either is missing. */
  difference: number | null;
  /** Of the difference. */
  ci95: Interval;
}

const UNKNOWN: Difference = { difference: null, ci95: [null, null] };
const UPPER_PROBABILITY = 0.975;

/**
 * How far apart are two rates of different people, and how sure is it?
 *
 * Input: two rates. Output: first - second in percentage points (-100 to 100) with the 95 % interval of
 * Newcombe's hybrid score method (method 10: Wilson limits without continuity correction). Null where
 * either is a rate of nobody.
 *
 * Source: Newcombe RG (1998), Statistics in Medicine 17:873-890.
 *
 * Example: 56 of 70 against 48 of 80 differ by 20 points, 5.24 to 33.39.
 */
export function differenceOfRates(first: Rate, second: Rate): Difference {
  return differenceOfEstimates({ ...first, value: first.percent }, { ...second, value: second.percent });
}

/**
 * How far apart are the means of two groups of different people, and how sure is it?
 *
 * Input: two descriptions of one unit. Output: first - second in that unit with the 95 % interval of
 * Welch's t, which does not take the spreads as equal. Without a value on either side all is null; with
 * one value on either side, or no spread on both, the interval is.
 *
 * Source: Welch BL (1947), doi:10.1093/biomet/34.1-2.28.
 *
 * Example: 30, 8, 21, 20, 9 against 12, 4, 10, 2 differ by 10.6 points, -0.92 to 22.12.
 */
export function differenceOfMeans(first: Description, second: Description): Difference {
  if (first.mean === null || second.mean === null) return UNKNOWN;
  const difference = first.mean - second.mean;
  const half = welchHalfWidth(first, second);
  return {
    difference,
    ci95: half === null ? [null, null] : [difference - half, difference + half],
  };
}

/**
 * How far apart are two estimates of different people that have intervals of their own, and how sure is it?
 *
 * Input: two estimates of one unit with their 95 % intervals, which need not be symmetric; null where nothing was estimated.
 * Output: first - second in that unit with its 95 % interval (MOVER): the distances from the estimates to the ends that are
 * nearest to each other add up as standard errors do, and so do those to the ends that are farthest. Null where either
 * estimate is missing; no interval where either has none.
 *
 * Source: Zou GY, Donner A (2008), doi:10.1002/sim.3095.
 *
 * Example: 20 (17 to 23) and 12 (8 to 16) differ by 8, 3 to 13.
 */
export function differenceOfEstimates(
  first: { value: number | null; ci95: Interval },
  second: { value: number | null; ci95: Interval },
): Difference {
  const [one, other] = [first.value, second.value];
  if (one === null || other === null) return UNKNOWN;
  const difference = one - other;
  const [[lower1, upper1], [lower2, upper2]] = [first.ci95, second.ci95];
  if (lower1 === null || lower2 === null) return { difference, ci95: [null, null] };
  return {
    difference,
    ci95: [
      difference - Math.hypot(one - lower1, upper2 - other),
      difference + Math.hypot(upper1 - one, other - lower2),
    ],
  };
}

function welchHalfWidth(first: Description, second: Description): number | null {
  if (first.sd === null || second.sd === null) return null;
  const [v1, v2] = [first.sd ** 2 / first.n, second.sd ** 2 / second.n];
  if (v1 + v2 === 0) return null;
  const degrees = (v1 + v2) ** 2 / (v1 ** 2 / (first.n - 1) + v2 ** 2 / (second.n - 1));
  return tQuantile(UPPER_PROBABILITY, degrees) * Math.sqrt(v1 + v2);
}
