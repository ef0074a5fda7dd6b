import type { WholeNumber } from '../numbers/number-types.js';
import type { ReliableChange } from '../course/judgement/reliable-change.js';
import { Count } from './cohort.js';
import type { Cohort } from './cohort.js';
import { COMPLETERS, reliably } from './groups/groups.js';

/** Completers by reliable change, and the spread of baselines the threshold rests on. */
export interface ReliableChangeCounts<N = WholeNumber> {
  /** Points; more than this is reliable. Null under 10 baselines, and where all are equal. @minimum 0 */
  threshold: number | null;
  /** Fell by more. */
  improved: N | null;
  /** Changed by no more. */
  none: N | null;
  /** Rose by more. */
  worsened: N | null;
  /** Completers counted. */
  n: N;
  /** SD of the baselines of all the clinic's induction courses, whatever the filter, points; null under two. @minimum 0 */
  sd: number | null;
  /** How many baselines that SD is of. */
  baselines: WholeNumber;
}

/**
 * How many completers changed by more than the instrument's own noise?
 *
 * Input: a cohort. Output: the threshold in points and the counts on either side, which add up to the completers. Without
 * a threshold the counts are null when there is anybody to count.
 *
 * Source: Jacobson and Truax (1991), doi:10.1037/0022-006X.59.1.12, with the test-retest reliability .92 of Zimmerman
 * (2008), doi:10.1016/j.comppsych.2007.10.006.
 *
 * Example: twelve baselines with an SD of 10 give a threshold of 1.96 x 10 x sqrt(2 x .08) = 7.84 points.
 */
export function reliableChangeCounts(cohort: Cohort): ReliableChangeCounts<Count> {
  const { baselines, reliableChangeThreshold: threshold } = cohort;
  const n = cohort.count(COMPLETERS);
  const isKnown = threshold !== null || n.size === 0;
  const count = (change: ReliableChange) => {
    const { group, size } = cohort.count(reliably(change));
    return new Count(group, size, isKnown);
  };
  const counts = { improved: count('improved'), none: count('none'), worsened: count('worsened') };
  return { threshold, ...counts, n, sd: baselines.sd, baselines: baselines.n };
}
