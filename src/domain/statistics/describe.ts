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

/** A number, and how often it occurs. */
export interface Repeated {
  value: number;
  n: number;
}

/**
 * Where do these numbers lie, and how far do they spread?
 *
 * Input: finite numbers of one unit with how often each occurs, in any order. Output, in that unit: n, mean, SD (divisor n -
 * 1), the 95 % t interval of the mean, median and quartiles, to the last digit the same in whichever order they come.
 * Without a value everything but n is null; with one value SD and interval are null.
 *
 * Source: Student (1908), doi:10.1093/biomet/6.1.1; Hyndman and Fan (1996),
 * doi:10.1080/00031305.1996.10473566 (quartiles of type 7).
 *
 * Example: reductions of 30, 8, 21, 20 and 9 have mean 17.6, SD 9.1815, interval 6.1997 to 29.0003.
 */
export function describe(values: readonly Repeated[]): Description {
  const sorted = inOrder(values);
  const n = countOf(sorted);
  const mean = meanOf(sorted);
  const sd = standardDeviation(sorted);
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
 * What are these numbers from the smallest to the largest?
 *
 * Input: numbers with how often each occurs. Output: each number once, in rising order.
 *
 * @example inOrder([3 once, 1 twice, 3 once]) // 1 twice, 3 twice
 */
export function inOrder(values: readonly Repeated[]): Repeated[] {
  const counts = new Map<number, number>();
  for (const { value, n } of values) counts.set(value, (counts.get(value) ?? 0) + n);
  return Array.from(counts, ([value, n]) => ({ value, n })).sort((one, other) => one.value - other.value);
}

/**
 * What is the mean of these numbers?
 *
 * Input: finite numbers of one unit with how often each occurs. Output: their mean in that unit; null without a number.
 *
 * Example: 30, 8, 21, 20 and 9, once each, have the mean 17.6.
 */
export function meanOf(values: readonly Repeated[]): number | null {
  const n = countOf(values);
  return n === 0 ? null : sum(values.map((each) => each.n * each.value)) / n;
}

/**
 * How far do these numbers typically lie from their mean?
 *
 * Input: finite numbers of one unit with how often each occurs. Output: the standard deviation with divisor n - 1, in that
 * unit, 0 or more; null under two values.
 *
 * Source: Chan, Golub and LeVeque (1983), doi:10.1080/00031305.1983.10483115 (two passes,
 * corrected).
 *
 * Example: 10, 20 and 30, once each, have the SD 10.
 */
export function standardDeviation(values: readonly Repeated[]): number | null {
  const total = countOf(values);
  const mean = meanOf(values);
  if (mean === null || total < 2) return null;
  let squares = 0;
  let drift = 0;
  for (const { value, n } of values) {
    const deviation = value - mean;
    squares += n * deviation ** 2;
    drift += n * deviation;
  }
  return Math.sqrt(Math.max(0, squares - drift ** 2 / total) / (total - 1));
}

/**
 * Below which value does this share of the numbers lie?
 *
 * Input: finite numbers in rising order with how often each occurs, and a share 0-1. Output: the quantile of type 7 (the
 * default of R and NumPy) in the unit of the numbers; null without a number.
 *
 * Source: Hyndman and Fan (1996), doi:10.1080/00031305.1996.10473566.
 *
 * Example: of 1, 2, 3 and 4, once each, a quarter lies below 1.75.
 */
export function quantileOfSorted(sorted: readonly Repeated[], share: number): number | null {
  const position = (countOf(sorted) - 1) * share;
  const lower = valueAt(sorted, Math.floor(position));
  const upper = valueAt(sorted, Math.ceil(position));
  if (lower === null || upper === null) return null;
  return lower + (position - Math.floor(position)) * (upper - lower);
}

/** The value at a rank from 0. */
function valueAt(sorted: readonly Repeated[], rank: number): number | null {
  let before = 0;
  for (const { value, n } of sorted) {
    before += n;
    if (rank < before) return value;
  }
  return null;
}

function countOf(values: readonly Repeated[]): number {
  return values.reduce((total, { n }) => total + n, 0);
}
