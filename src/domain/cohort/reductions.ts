import { percentReductionOf, reductionOf } from '../course/judgement/reduction.js';
import type { EndpointRule } from '../course/judgement/endpoint.js';
import { sum } from '../statistics/sum.js';
import type { Count } from './cohort.js';

/** Baselines and endpoints (0-64) of the same courses, at the same positions. */
export interface PairedScores {
  baseline: number[];
  endpoint: number[];
}

/**
 * Which baselines and endpoints have these courses?
 *
 * Input: the count of courses that all have this endpoint, and the rule that names it. Output: both totals (0-64) of every
 * course. A course that lacks one of them throws a RangeError.
 *
 * Example: scores 40, 30, then none pair to 40 and 30 by `last-observed`.
 */
export function pairedScores({ members }: Count, rule: EndpointRule): PairedScores {
  const pairs: PairedScores = { baseline: [], endpoint: [] };
  for (const { judgements } of members) {
    const judgement = judgements[rule];
    if (judgement === null) throw new RangeError(`A course without a baseline or ${rule} has no pair of scores`);
    pairs.baseline.push(judgement.baseline);
    pairs.endpoint.push(judgement.endpoint);
  }
  return pairs;
}

/**
 * By how many points did each course fall?
 *
 * Input: paired scores (0-64). Output: baseline - endpoint of each, -64 to 64 points, positive is
 * better.
 *
 * Example: 40, 20, 30, 50, 10 falling to 10, 12, 9, 30, 1 are 30, 8, 21, 20 and 9 points.
 */
export function reductionsOf({ baseline, endpoint }: PairedScores): number[] {
  return baseline.map((from, i) => reductionOf(from, endpoint[i] as number));
}

/**
 * By how many percent of its own baseline did each course fall?
 *
 * Input: paired scores (0-64). Output: percent of each course, at most 100, positive is better; a
 * course whose baseline is 0 has no percent and is left out.
 *
 * Example: 40, 20, 30, 50, 10 falling to 10, 12, 9, 30, 1 are 75, 40, 70, 40 and 90 percent.
 */
export function percentReductionsOf({ baseline, endpoint }: PairedScores): number[] {
  const percents: number[] = [];
  baseline.forEach((from, i) => {
    const percent = percentReductionOf(from, endpoint[i] as number);
    if (percent !== null) percents.push(percent);
  });
  return percents;
}

/**
 * By how many percent does the mean endpoint lie below the mean baseline of the same courses?
 *
 * Input: paired scores (0-64). Output: percent, at most 100, positive is better; null without a
 * course or when every baseline is 0.
 *
 * Example: means of 30 and 12.4 (40, 20, 30, 50, 10 and 10, 12, 9, 30, 1) are a fall of 58.667 per
 * cent, where the mean of the five percentages is 63.
 */
export function percentReductionOfMeans({ baseline, endpoint }: PairedScores): number | null {
  const from = sum(baseline);
  return from === 0 ? null : (100 * (from - sum(endpoint))) / from;
}
