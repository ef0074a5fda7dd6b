/** How well the CUDOS agrees with itself on a retest (Zimmerman et al. 2008). */
const TEST_RETEST_RELIABILITY = 0.92;

/** Two-sided 95 % point of the normal distribution, as Jacobson and Truax print it. */
const CRITICAL_Z = 1.96;

export type ReliableChange = 'improved' | 'none' | 'worsened';

/**
 * How many points must a score move before chance stops explaining it?
 *
 * Input: the standard deviation of the baselines, in points, 0 or more; null when there are fewer than
 * two. No SD of the CUDOS could be confirmed in print, so it is the clinic's own and is shown beside
 * the answer. Output: 1.96 x SD x sqrt(2) x sqrt(1 - 0.92), in points; null without an SD.
 *
 * Source: Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12; reliability .92 from Zimmerman
 * et al. 2008, doi:10.1016/j.comppsych.2007.10.006.
 *
 * @example reliableChangeThreshold(10) // 7.84
 */
export function reliableChangeThreshold(sdOfBaselines: number | null): number | null {
  if (sdOfBaselines === null) return null;
  return CRITICAL_Z * sdOfBaselines * Math.SQRT2 * Math.sqrt(1 - TEST_RETEST_RELIABILITY);
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
