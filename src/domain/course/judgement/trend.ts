import type { TotalScore } from '../../cudos/score.js';
import { scoresInTime, type CourseRecord } from '../record/course-record.js';
import { reductionOf, type Reduction } from './reduction.js';
import { reliableChange, type ReliableChange } from './reliable-change.js';

export type TrendDirection = 'improving' | 'stable' | 'worsening';

/** Which way the latest scores went, and the totals that say so. */
export interface Trend {
  /** `stable`: not more than a reliable change. */
  readonly direction: TrendDirection;
  /** The totals it was read from, oldest first. */
  readonly totals: readonly TotalScore[];
  /** Points from the first of them to the last; positive is better. */
  readonly reduction: Reduction;
}

/** A line through fewer scores is no trend. */
const SCORES_OF_A_TREND = 3;

const DIRECTIONS: Readonly<Record<ReliableChange, TrendDirection>> = {
  improved: 'improving',
  none: 'stable',
  worsened: 'worsening',
};

/**
 * Is the patient improving, stable or worsening of late?
 *
 * Input: a course, and the threshold of reliable change in points (null when there is none). Output: the
 * direction over the latest three scores by date, post-series and follow-ups included, with their totals
 * and the reduction from the first to the last of them (points, -64 to 64, positive is better), which is
 * what a straight line fitted through three evenly spaced scores falls by. A movement of no more than the
 * threshold is `stable`. Null under three scores, and without a threshold. It looks at the latest scores
 * alone, so that a relapse is not hidden by what came before; a slow steady fall can be `stable` at each
 * look, which is why the change since baseline is shown beside it.
 *
 * Source: Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12.
 *
 * @example trendOf(course with 40, 20, 10, 12, 20, 30 at infusions 1-6, 7.84)
 * // { direction: 'worsening', totals: [12, 20, 30], reduction: -18 }
 */
export function trendOf(course: CourseRecord, threshold: number | null): Trend | null {
  const totals = scoresInTime(course)
    .slice(-SCORES_OF_A_TREND)
    .map(({ total }) => total);
  const [first] = totals;
  const last = totals[SCORES_OF_A_TREND - 1];
  if (first === undefined || last === undefined) return null;
  const reduction = reductionOf(first, last);
  const change = reliableChange(reduction, threshold);
  return change && { direction: DIRECTIONS[change], totals, reduction };
}
