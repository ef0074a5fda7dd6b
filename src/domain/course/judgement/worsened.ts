/**
 * Did the score end higher than it began?
 *
 * Input: baseline and endpoint totals, 0-64. Output: true when the endpoint is higher by even one
 * point; whether that is more than chance is asked by `reliableChange`.
 *
 * Source: the CUDOS rises with severity (Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006).
 *
 * @example isWorsened(20, 21) // true
 * @example isWorsened(20, 20) // false
 */
export function isWorsened(baseline: number, endpoint: number): boolean {
  return endpoint > baseline;
}
