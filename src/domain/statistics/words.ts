import { rounded } from '../numbers/rounded.js';
import { countInFigures, inWords } from '../numbers/words.js';
import type { Interval } from './intervals.js';
import type { Rate } from './rate.js';
import { FEWEST_FOR_PERCENT } from './small-numbers.js';

/**
 * How is a rate said so that nobody has to ask of how many?
 *
 * Input: a rate, and how many decimals (one unless said). Output: percent, count, n and 95 % interval; of fewer than five
 * the count and n alone; of nobody, that there is none.
 *
 * Example: 52 of 77 is said as `67.5 % (52 of 77, 95 % interval 56.5 to 76.9 %)`.
 */
export function rateInWords({ count, n, percent, ci95 }: Rate, decimals = 1): string {
  if (percent === null) return 'not known (nobody to count)';
  const share = `${countInFigures(count)} of ${countInFigures(n)}`;
  if (n < FEWEST_FOR_PERCENT) return share;
  return `${inWords(percent, decimals)} % (${share}, 95 % interval ${intervalInWords(ci95, decimals)} %)`;
}

/**
 * How is an interval said?
 *
 * Input: an interval of any unit, and how many decimals (one unless said). Output: both ends with so many; `not
 * known` without ends.
 *
 * Example: 6.1997 to 29.0003 is said as `6.2 to 29.0`.
 */
export function intervalInWords([lower, upper]: Interval, decimals = 1): string {
  return lower === null ? 'not known' : `${inWords(lower, decimals)} to ${inWords(upper, decimals)}`;
}

/**
 * With how many decimals is a rate read on a page?
 *
 * Input: the ends of its interval in percent, 0-100; null or nothing where there is none. Output: 0, as a rate of some
 * hundred courses is not known to a tenth of a percent; 1 where both ends would be the same whole number, as of very many
 * courses.
 *
 * Not for public documents, where whole percentages are a rule.
 *
 * Example: 49.7 and 64.3 are read with none, 23.7 and 24.3 with one.
 */
export function rateDecimals(from?: number | null, to?: number | null): 0 | 1 {
  if (typeof from !== 'number' || typeof to !== 'number') return 0;
  return rounded(from, 0) === rounded(to, 0) ? 1 : 0;
}
