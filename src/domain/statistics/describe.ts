import type { WholeNumber } from '../numbers/number-types.js';
import { tInterval } from './intervals.js';
import type { Interval } from './intervals.js';
import { sum } from './sum.js';

/**
 * The usual summary of a list of numbers, in their unit; null where there is nothing to estimate.
 */
export interface Description<N = WholeNumber> {
  /** How many values. */
  n: N;
  /** Null without a value. */
  mean: number | null;
  /** Standard deviation with n - 1; null under two values. @minimum 0 */
  sd: number | null;
  /** Of the mean, by Student t; nulls under two values. */
  ci95: Interval;
  /** Null without a value. */
  median: number | null;
  /** Lower quartile (type 7); null without a value. */
  q1: number | null;
  /** Upper quartile (type 7); null without a value. */
  q3: number | null;
}

/**
 * Where do these numbers lie, and how far do they spread?
 *
 * Input: finite numbers of one unit, in any order. Output, in that unit: n, mean, SD (divisor n -
 * 1), the 95 % t interval of the mean, median and quartiles. Without a value everything but n is
 * null; with one value SD and interval are null.
 *
 * Source: Student (1908), doi:10.1093/biomet/6.1.1; Hyndman and Fan (1996),
 * doi:10.1080/00031305.1996.10473566 (quartiles of type 7).
 *
 * Example: reductions of 30, 8, 21, 20 and 9 have mean 17.6, SD 9.1815, interval 6.1997 to 29.0003.
 */
export function describe(values: ArrayLike<number>): Description {
  const n = values.length;
  const mean = meanOf(values);
  const sd = standardDeviation(values);
  const sorted = new Float64Array(values).sort();
  return {
    n,
    mean,
    sd,
    ci95: tInterval(mean, sd, n),
    median: quantileOfSorted(sorted, 0.5),
    q1: quantileOfSorted(sorted, 0.25),
    q3: quantileOfSorted(sorted, 0.75),
  };
}

/**
 * What is the mean of these numbers?
 *
 * Input: finite numbers of one unit, in any order. Output: their mean in that unit; null without a number.
 *
 * Example: `meanOf([30, 8, 21, 20, 9])` is 17.6.
 */
export function meanOf(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/**
 * How far do these numbers typically lie from their mean?
 *
 * Input: finite numbers of one unit. Output: the standard deviation with divisor n - 1, in that
 * unit, 0 or more; null under two values.
 *
 * Source: Chan, Golub and LeVeque (1983), doi:10.1080/00031305.1983.10483115 (two passes,
 * corrected).
 *
 * Example: `standardDeviation([10, 20, 30])` is 10.
 */
export function standardDeviation(values: ArrayLike<number>): number | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = sum(values) / n;
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < n; i += 1) {
    const deviation = (values[i] as number) - mean;
    squares += deviation ** 2;
    drift += deviation;
  }
  return Math.sqrt(Math.max(0, squares - drift ** 2 / n) / (n - 1));
}

/**
 * Below which value does this share of the sorted numbers lie?
 *
 * Input: finite numbers in rising order, and a share 0-1. Output: the quantile of type 7 (the
 * default of R and NumPy) in the unit of the numbers; null without a number.
 *
 * Source: Hyndman and Fan (1996), doi:10.1080/00031305.1996.10473566.
 *
 * Example: `quantileOfSorted([1, 2, 3, 4], 0.25)` is 1.75.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number | null {
  const position = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(position)];
  const upper = sorted[Math.ceil(position)];
  if (lower === undefined || upper === undefined) return null;
  return lower + (position - Math.floor(position)) * (upper - lower);
}
