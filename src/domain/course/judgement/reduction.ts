/** By how many points the total score fell; positive is better. @integer @minimum -64 @maximum 64 */
export type Reduction = number;

/** By how many percent of the baseline it fell; positive is better. @maximum 100 */
export type PercentReduction = number;

/**
 * By how many points did the score fall?
 *
 * Input: baseline and endpoint totals, 0-64. Output: points, -64 to 64; positive is better, negative
 * means the score rose. Without one of the two there is nothing to ask.
 *
 * Source: the CUDOS rises with severity (Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006).
 *
 * @example reductionOf(40, 10) // 30
 */
export function reductionOf(baseline: number, endpoint: number): number {
  return baseline - endpoint;
}

/**
 * By what share of the baseline did the score fall?
 *
 * Input: baseline and endpoint totals, 0-64. Output: percent of the baseline, at most 100; positive is
 * better, -6300 at the lowest (from 1 to 64). Null when the baseline is 0, where no share exists.
 *
 * It is secondary to the reduction in points, because a percentage of a low baseline swings widely: Vickers 2001,
 * doi:10.1186/1471-2288-1-6.
 *
 * @example percentReductionOf(40, 10) // 75
 * @example percentReductionOf(0, 5) // null
 */
export function percentReductionOf(baseline: number, endpoint: number): number | null {
  return baseline === 0 ? null : (100 * reductionOf(baseline, endpoint)) / baseline;
}
