import type { Description } from '../statistics/describe.js';
import type { Interval } from '../statistics/intervals.js';
import type { Rate } from '../statistics/rate.js';

export type FigureUnit = 'points' | 'percent' | 'standardDeviations';
export type IntervalMethod = 'Student t, 95 %' | 'Wilson, 95 %' | 'none';

/** What is read out of a set's figures: the number with all it needs to stand alone. */
export interface Reading {
  value: number | null;
  n: number;
  count?: number;
  ci95: Interval;
}

/** One figure of an analysis set: what it is called, how it is estimated, where it is read. */
export interface FigureDefinition<Source> {
  name: string;
  label: string;
  estimator: string;
  interval: IntervalMethod;
  unit: FigureUnit;
  howCounted: string;
  read: (source: Source) => Reading;
}

/**
 * How is a mean quoted?
 *
 * Input: a description in any unit. Output: the mean in that unit with its n and t interval; null
 * without a value.
 *
 * Source: this service's definitions.
 *
 * Example: reductions of 30, 8, 21, 20 and 9 are quoted as 17.6, n 5, interval 6.1997 to 29.0003.
 */
export function ofMean({ mean, n, ci95 }: Description): Reading {
  return { value: mean, n, ci95 };
}

/**
 * How is a rate quoted?
 *
 * Input: a rate. Output: the per cent (0-100) with n, count and Wilson interval; null of nobody.
 *
 * Source: this service's definitions.
 *
 * Example: 3 of 5 is quoted as 60, n 5, count 3, interval 23.1 to 88.2.
 */
export function ofRate({ percent, n, count, ci95 }: Rate): Reading {
  return { value: percent, n, count, ci95 };
}

/**
 * How is a number quoted that has no interval?
 *
 * Input: a number of any unit or null, and its n. Output: both, with an interval of nulls.
 *
 * Source: this service's definitions.
 *
 * Example: a percent reduction of means of 68 among 120 is quoted as 68, n 120, no interval.
 */
export function alone(value: number | null, n: number): Reading {
  return { value, n, ci95: [null, null] };
}

/** What figures of the same estimator have in common. */
export const POINTS = { estimator: 'mean', interval: 'Student t, 95 %', unit: 'points' } as const;
export const SHARE = { estimator: 'count / n', interval: 'Wilson, 95 %', unit: 'percent' } as const;
export const PLAIN = { interval: 'none' } as const;
