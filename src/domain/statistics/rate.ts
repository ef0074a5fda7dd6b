import type { Percent, WholeNumber } from '../numbers/number-types.js';
import { wilson } from './intervals.js';
import type { Interval } from './intervals.js';

/** How many of how many, in percent (0-100) with Wilson's 95 % interval in percent. */
export interface Rate<N = WholeNumber> {
  /** Courses of which it is so. */
  count: N;
  /** Courses counted. */
  n: N;
  /** 100 x count / n; null of nobody. */
  percent: Percent | null;
  /** Per cent, by Wilson; nulls of nobody. */
  ci95: Interval;
}

/**
 * How large is the share of those counted, and how sure is it?
 *
 * Input: whole numbers with 0 <= count <= n. Output: both again, the percent (0-100) and its 95 %
 * Wilson interval in percent (0-100). Of nobody (n = 0) percent and interval are null, never 0. A
 * count outside 0 to n throws a RangeError.
 *
 * Source: Wilson EB (1927), doi:10.1080/01621459.1927.10502953.
 *
 * Example: `rate(52, 77)` is 67.5 percent with the interval 56.5 to 76.9.
 */
export function rate(count: number, n: number): Rate {
  const [lower, upper] = wilson(count, n);
  if (lower === null) return { count, n, percent: null, ci95: [null, null] };
  return { count, n, percent: (100 * count) / n, ci95: [100 * lower, 100 * upper] };
}
