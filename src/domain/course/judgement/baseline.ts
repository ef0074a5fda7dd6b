import type { SixScores } from '../record/slots.js';

/**
 * With which score did this course begin?
 *
 * Input: the six totals (0-64 or null). Output: the total at infusion 1, taken before the first dose;
 * null when it is missing. A later, the worst or an average score never replaces it.
 *
 * The score of an infusion is taken at the visit, before the drug.
 *
 * @example baselineOf([40, 52, null, null, null, null]) // 40
 * @example baselineOf([null, 52, null, null, null, null]) // null
 */
export function baselineOf(scores: SixScores): number | null {
  return scores[0] ?? null;
}
