import type { Interval } from './intervals.js';
import type { Rate } from './rate.js';
import { sum } from './sum.js';

/** By how many standard deviations a rate may differ from the center by chance. */
const SIGMAS = 3;

/** The control limits of rates that follow each other (p-chart). */
export interface ControlLimits {
  /** All that were counted among all, in percent (0-100); null of nobody. */
  center: number | null;
  /** For each rate: within which percents (0-100) chance alone would keep it; nulls of nobody. */
  limits: Interval[];
}

/**
 * Between which values would these rates lie if nothing but chance made them differ?
 *
 * Input: rates of different people, in their order. Output: the center line, and lower and upper limit for each, in percent:
 * three standard deviations of a binomial share of its n about the center, cut off at 0 and 100. Of one process about 3 in 1,000 rates lie
 * beyond. Nobody at all gives null.
 *
 * Source: Shewhart's chart for a proportion with variable n; Montgomery DC, Introduction to Statistical Quality Control, 7.2.
 *
 * @example controlLimits([rate(12, 50), ...]).limits[0] // 5.24 to 41.02 where the center is 23.13
 */
export function controlLimits(rates: readonly Pick<Rate, 'count' | 'n'>[]): ControlLimits {
  const [count, all] = [sum(rates.map((each) => each.count)), sum(rates.map(({ n }) => n))];
  if (all === 0) return { center: null, limits: rates.map(() => [null, null]) };
  const center = count / all;
  return { center: 100 * center, limits: rates.map(({ n }) => limitsOf(center, n)) };
}

function limitsOf(center: number, n: number): Interval {
  if (n === 0) return [null, null];
  const half = SIGMAS * Math.sqrt((center * (1 - center)) / n);
  return [100 * Math.max(0, center - half), 100 * Math.min(1, center + half)];
}

/**
 * Does a value lie where its limits say that chance alone would not put it?
 *
 * Input: a value and its limits, in one unit; null where there is none. Output: on which side it lies outside; null within, on a
 * limit, and where nothing is known.
 *
 * @example beyond(45, [5.24, 41.02]) // 'above'
 */
export function beyond(value: number | null, [lower, upper]: Interval): 'below' | 'above' | null {
  if (value === null || lower === null) return null;
  if (value < lower) return 'below';
  return value > upper ? 'above' : null;
}
