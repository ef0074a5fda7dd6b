import type { WholeNumber } from '../../numbers/number-types.js';
import { sdFromSums } from '../../statistics/sd-from-sums.js';

/** How well the CUDOS agrees with itself on a retest (Zimmerman et al. 2008). */
const TEST_RETEST_RELIABILITY = 0.92;

/** Two-sided 95 % point of the normal distribution, as Jacobson and Truax print it. */
const CRITICAL_Z = 1.96;

export type ReliableChange = 'improved' | 'none' | 'worsened';

/** From fewer baselines the SD says too little. */
export const LEAST_BASELINES = 10;

/** The baselines of all induction courses of a clinic, whatever is looked at: reliable change is measured by their spread. */
export interface Baselines {
  readonly n: WholeNumber;
  /** Points; null under two. @minimum 0 */
  readonly sd: number | null;
}

/** Of a clinic without a baseline, and where nobody asks for reliable change. */
export const NO_BASELINES: Baselines = { n: 0, sd: null };

/**
 * How far do the baselines of a clinic spread?
 *
 * Input: how many there are, their sum, and the sum of their squares. Output: their number and their SD in points, null
 * under two.
 *
 * @example baselinesFromSums({ n: 3, sum: 60, sumOfSquares: 1400 }) // { n: 3, sd: 10 }: 10, 20 and 30
 */
export function baselinesFromSums({ n, sum, sumOfSquares }: BaselineSums): Baselines {
  return { n, sd: sdFromSums(n, sum, sumOfSquares) };
}

/** What the baselines of a clinic add up to, in points. */
export interface BaselineSums {
  n: number;
  sum: number;
  sumOfSquares: number;
}

/**
 * How many points must a score move before chance stops explaining it?
 *
 * Input: the clinic's baselines. No SD of the CUDOS could be confirmed in print, so it is the clinic's own and is shown
 * beside the answer. Output: 1.96 x SD x sqrt(2) x sqrt(1 - 0.92), in points; null under 10 baselines, and where all are
 * equal.
 *
 * Source: Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12; reliability .92 from Zimmerman
 * et al. 2008, doi:10.1016/j.comppsych.2007.10.006.
 *
 * @example reliableChangeThreshold({ n: 12, sd: 10 }) // 7.84
 */
export function reliableChangeThreshold({ n, sd }: Baselines): number | null {
  if (n < LEAST_BASELINES || sd === null || sd === 0) return null;
  return CRITICAL_Z * sd * Math.SQRT2 * Math.sqrt(1 - TEST_RETEST_RELIABILITY);
}

/**
 * Did the score change by more than chance explains, and which way?
 *
 * Input: the reduction in points (-64 to 64, positive is better) and the threshold in points. Output:
 * 'improved', 'worsened', or 'none' for a change of no more than the threshold: the inequality is
 * strict. Null when there is no threshold.
 *
 * Source: Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12.
 *
 * @example reliableChange(8, 7.84) // 'improved'
 * @example reliableChange(-8, 7.84) // 'worsened'
 */
export function reliableChange(reduction: number, threshold: number | null): ReliableChange | null {
  if (threshold === null) return null;
  if (reduction > threshold) return 'improved';
  return -reduction > threshold ? 'worsened' : 'none';
}
