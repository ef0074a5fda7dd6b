import { reliableChange, reliableChangeThreshold } from '../course/judgement/reliable-change.js';
import { standardDeviation } from '../statistics/describe.js';
import type { PairedScores } from './analysis-sets.js';
import { reductionsOf } from './reductions.js';

/** Completers by reliable change, and the spread of baselines the threshold rests on. */
export interface ReliableChangeCounts {
  threshold: number | null;
  improved: number | null;
  none: number | null;
  worsened: number | null;
  /** Completers counted. */
  n: number;
  /** SD of all baselines of the cohort, in points, and how many there are. */
  sd: number | null;
  baselines: number;
}

/**
 * How many completers changed by more than the instrument's own noise?
 *
 * Input: all baselines of the cohort (0-64), and the completers' paired scores. Output: the
 * threshold in points and the counts on either side, which add up to the completers. Under two
 * baselines threshold and SD are null, and so are the counts when there is anybody to count.
 *
 * Source: Jacobson and Truax (1991), doi:10.1037/0022-006X.59.1.12, with the test-retest
 * reliability .92 of Zimmerman (2008), doi:10.1016/j.comppsych.2007.10.006.
 *
 * Example: baselines 10, 20 and 30 (SD 10) give a threshold of 1.96 x 10 x sqrt(2 x .08) = 7.84
 * points.
 */
export function reliableChangeCounts(baselines: readonly number[], completers: PairedScores): ReliableChangeCounts {
  const sd = standardDeviation(baselines);
  const threshold = reliableChangeThreshold(sd);
  const n = completers.baseline.length;
  const known = threshold !== null || n === 0;
  const counts = { improved: 0, none: 0, worsened: 0 };
  for (const reduction of reductionsOf(completers)) {
    const change = reliableChange(reduction, threshold);
    if (change !== null) counts[change] += 1;
  }
  const unknown = { improved: null, none: null, worsened: null };
  return { threshold, ...(known ? counts : unknown), n, sd, baselines: baselines.length };
}
