import { reductionOf } from './reduction.js';

/**
 * Did the score fall by at least half?
 *
 * Input: baseline and endpoint totals, whole numbers 0-64. Output: true for a response. Compared as
 * 2 x reduction >= baseline on whole numbers, so exactly 50 % counts and nothing is rounded. A
 * baseline of 0 cannot respond: false.
 *
 * Source: Rush et al. 2006 (ACNP task force on response and remission), doi:10.1038/sj.npp.1301131.
 *
 * @example isResponse(40, 20) // true
 * @example isResponse(41, 21) // false: 20 points of 41 are 48.8 %
 */
export function isResponse(baseline: number, endpoint: number): boolean {
  return baseline > 0 && 2 * reductionOf(baseline, endpoint) >= baseline;
}

/**
 * Down to which score must this patient come for a response?
 *
 * Input: the baseline, a whole number 0-64. Output: the highest endpoint that is a response, in points,
 * 0.5-32 and not rounded: an endpoint at or below it responds. Null for a baseline of 0, which can't.
 *
 * Source: as for `isResponse`.
 *
 * @example responseCutOff(41) // 20.5: 20 is a response, 21 is not
 */
export function responseCutOff(baseline: number): number | null {
  return baseline > 0 ? baseline / 2 : null;
}
