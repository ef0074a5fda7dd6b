import { percentReductionOf, reductionOf } from '../course/judgement/reduction.js';
import { MAX_TOTAL } from '../cudos/score.js';
import type { EndpointRule } from '../course/judgement/endpoint.js';
import type { Repeated } from '../statistics/describe.js';
import type { Cohort } from './cohort.js';
import type { Group } from './groups/group.js';

/** A baseline and an endpoint (0-64), and how many courses have both. */
export interface ScorePair {
  baseline: number;
  endpoint: number;
  n: number;
}

/**
 * Which baselines and endpoints have these courses?
 *
 * Input: a cohort, a group of courses that all have this endpoint, and the rule that names it. Output: each pair of totals
 * (0-64) that some course has, with their number. A course that lacks one of them throws a RangeError.
 *
 * Example: scores 40, 30, then none pair to 40 and 30 by `last-observed`.
 */
export function pairedScores(cohort: Cohort, group: Group, rule: EndpointRule): ScorePair[] {
  return cohort.cells(group).map(({ facts: { baseline, [rule]: endpoint }, n }) => {
    if (typeof baseline !== 'number' || typeof endpoint !== 'number') {
      throw new RangeError(`A course without a baseline or ${rule} has no pair of scores`);
    }
    return { baseline, endpoint, n };
  });
}

/** The baselines of these courses. */
export function baselinesIn(pairs: readonly ScorePair[]): Repeated[] {
  return wholeNumbers(pairs, ({ baseline }) => baseline);
}

/** The endpoints of these courses. */
export function endpointsIn(pairs: readonly ScorePair[]): Repeated[] {
  return wholeNumbers(pairs, ({ endpoint }) => endpoint);
}

/**
 * By how many points did these courses fall?
 *
 * Input: pairs of scores (0-64). Output: baseline - endpoint, -64 to 64 points, positive is better, and how many courses
 * fell by it.
 *
 * Example: 40, 20, 30, 50, 10 falling to 10, 12, 9, 30, 1 are 30, 8, 21, 20 and 9 points.
 */
export function reductionsOf(pairs: readonly ScorePair[]): Repeated[] {
  return wholeNumbers(pairs, ({ baseline, endpoint }) => reductionOf(baseline, endpoint));
}

/**
 * By how many percent of their own baseline did these courses fall?
 *
 * Input: pairs of scores (0-64). Output: percent, at most 100, positive is better, and how many courses fell by it; a
 * course whose baseline is 0 has no percent and is left out.
 *
 * Example: 40, 20, 30, 50, 10 falling to 10, 12, 9, 30, 1 are 75, 40, 70, 40 and 90 percent.
 */
export function percentReductionsOf(pairs: readonly ScorePair[]): Repeated[] {
  return pairs.flatMap(({ baseline, endpoint, n }) => {
    const value = percentReductionOf(baseline, endpoint);
    return value === null ? [] : [{ value, n }];
  });
}

/**
 * By how many percent does the mean endpoint lie below the mean baseline of the same courses?
 *
 * Input: pairs of scores (0-64). Output: percent, at most 100, positive is better; null without a
 * course or when every baseline is 0.
 *
 * Example: means of 30 and 12.4 (40, 20, 30, 50, 10 and 10, 12, 9, 30, 1) are a fall of 58.667 per
 * cent, where the mean of the five percentages is 63.
 */
export function percentReductionOfMeans(pairs: readonly ScorePair[]): number | null {
  const from = pairs.reduce((total, { baseline, n }) => total + n * baseline, 0);
  const to = pairs.reduce((total, { endpoint, n }) => total + n * endpoint, 0);
  return from === 0 ? null : (100 * (from - to)) / from;
}

/** Each value once; a list is faster than a map, and quarters of a large clinic have a thousand pairs each. */
function wholeNumbers(pairs: readonly ScorePair[], valueOf: (pair: ScorePair) => number): Repeated[] {
  const counts = new Float64Array(2 * MAX_TOTAL + 1);
  for (const pair of pairs) {
    const at = MAX_TOTAL + valueOf(pair);
    counts[at] = (counts[at] ?? 0) + pair.n;
  }
  return Array.from(counts, (n, at) => ({ value: at - MAX_TOTAL, n })).filter(({ n }) => n > 0);
}
