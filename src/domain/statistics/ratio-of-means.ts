import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Interval } from './intervals.js';
import { momentsOf } from './paired-sums.js';
import type { PairedSums } from './paired-sums.js';

const UPPER_PROBABILITY = 0.975;

/**
 * Between which percentages does the true percent reduction of means lie with 95 % confidence?
 *
 * Input: the sums of paired baselines (first) and endpoints (second), whole numbers. Output: the two-sided 95 % interval
 * of 100 x (mean baseline - mean endpoint) / mean baseline in percent, lower end first, by Fieller's theorem for the ratio
 * of two paired means with Student's t, n - 1 degrees of freedom. Both ends are null under two pairs, and where the mean
 * baseline is not clearly above 0, since then no finite interval holds.
 *
 * Source: Fieller EC (1954), doi:10.1111/j.2517-6161.1954.tb00159.x.
 *
 * Example: baselines 40, 20, 30, 50, 10 and endpoints 10, 12, 9, 30, 1 are a reduction of 58.7 %, 32.8 to 106.5 %.
 */
export function percentReductionInterval(sums: PairedSums): Interval {
  const moments = momentsOf(sums);
  if (moments === null) return [null, null];
  const { n, firstMean, secondMean, firstVariance, secondVariance, covariance } = moments;
  const t = tQuantile(UPPER_PROBABILITY, n - 1) ** 2 / n;
  const a = firstMean ** 2 - t * firstVariance;
  const b = firstMean * secondMean - t * covariance;
  const c = secondMean ** 2 - t * secondVariance;
  if (a <= 0) return [null, null];
  // 0 where everybody falls by the same share, but for rounding.
  const root = Math.abs(b ** 2 - a * c) < 1e-12 * b ** 2 ? 0 : b ** 2 - a * c;
  if (root < 0) return [null, null];
  const percent = (sign: 1 | -1) => 100 * (1 - (b + sign * Math.sqrt(root)) / a);
  return [percent(1), percent(-1)];
}
