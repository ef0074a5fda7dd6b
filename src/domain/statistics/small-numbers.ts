import type { Rate } from './rate.js';

/** A rate of fewer courses is said as its count alone: one more or less would move the percent by 25 points. */
export const FEWEST_FOR_PERCENT = 5;

const FEWEST_FOR_WEIGHT = 10;

/**
 * Are so few courses behind a number that it is shown in gray?
 *
 * Input: n, the courses a number is of. Output: true under 10.
 *
 * @example isFew(9) // true
 */
export function isFew(n: number): boolean {
  return n < FEWEST_FOR_WEIGHT;
}

/**
 * What of a rate is drawn and tabulated for people?
 *
 * Input: a rate. Output: the same; of fewer than five the count and n alone, percent and interval null.
 *
 * @example readableRate(rate(1, 2)).percent // null
 */
export function readableRate(rate: Rate): Rate {
  return rate.n < FEWEST_FOR_PERCENT ? { ...rate, percent: null, ci95: [null, null] } : rate;
}
