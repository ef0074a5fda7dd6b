import type { TotalScore } from '../../cudos/score.js';
import { LAST_INFUSION, type SixScores } from '../record/slots.js';

/** The three ways to choose the score a course is judged by. The first is the default. */
export const ENDPOINT_RULES = ['infusion-6', 'last-observed', 'post-series'] as const;
export type EndpointRule = (typeof ENDPOINT_RULES)[number];

/** The score a course is judged by. */
export interface Endpoint {
  /** Where it was taken; null: after the series. @integer @minimum 2 @maximum 6 */
  readonly infusion: number | null;
  readonly total: TotalScore;
}

/**
 * Which score is this course judged by?
 *
 * Input: the rule, the six totals (0-64 or null) and the post-series total (0-64 or null). Output: the
 * endpoint by that rule; null when the score the rule asks for does not exist. `last-observed` takes
 * the last total of infusions 2-6, never the baseline itself. A rule never borrows from another.
 *
 * Source: why `last-observed` is for sensitivity only: Little et al. 2012, doi:10.1056/NEJMsr1203730.
 *
 * @example endpointBy('last-observed', [40, 30, null, 22, null, null], 12) // { infusion: 4, total: 22 }
 * @example endpointBy('infusion-6', [40, 30, null, 22, null, null], 12) // null
 */
export function endpointBy(rule: EndpointRule, scores: SixScores, postSeries: number | null): Endpoint | null {
  switch (rule) {
    case 'infusion-6':
      return endpointAt(scores, LAST_INFUSION);
    case 'last-observed':
      return lastObserved(scores);
    case 'post-series':
      return postSeries === null ? null : { infusion: null, total: postSeries };
  }
}

function lastObserved(scores: SixScores): Endpoint | null {
  for (let infusion = LAST_INFUSION as number; infusion > 1; infusion--) {
    const endpoint = endpointAt(scores, infusion);
    if (endpoint !== null) return endpoint;
  }
  return null;
}

function endpointAt(scores: SixScores, infusion: number): Endpoint | null {
  const total = scores[infusion - 1] ?? null;
  return total === null ? null : { infusion, total };
}
