import { quarterInWords } from '../../calendar/period.js';
import type { QuarterFigures } from '../../cohort/breakdowns.js';
import { unfinishedInWords } from '../../cohort/unfinished.js';

/** More would be too narrow for their numbers. */
const MOST_QUARTERS = 12;

/**
 * Which quarters are shown at a glance?
 *
 * Input: quarters in their order. Output: the last twelve.
 */
export function latestQuarters(quarters: readonly QuarterFigures[]): readonly QuarterFigures[] {
  return quarters.slice(-MOST_QUARTERS);
}

/**
 * What is written under the columns of quarters?
 *
 * Input: quarters in their order. Output: a label a quarter, with the year under the first and under each first of a year.
 *
 * @example quarterLabels of 2025-Q4 and 2026-Q1 // [['Q4', '2025'], ['Q1', '2026']]
 */
export function quarterLabels(quarters: readonly QuarterFigures[]): string[][] {
  return quarters.map(({ quarter }, at) => {
    const [year = '', ordinal = ''] = quarter.split('-');
    return at === 0 || ordinal === 'Q1' ? [ordinal, year] : [ordinal];
  });
}

/**
 * Which of these quarters are not over, in words?
 *
 * Input: quarters. Output: each that has courses under way, with how many; nothing where none has.
 *
 * @example openQuartersInWords([11 concluded and 26 under way of 2026-Q4]) // ['Q4 2026, 26 of 37 still under way']
 */
export function openQuartersInWords(quarters: readonly QuarterFigures[]): string[] {
  return quarters.flatMap(({ quarter, courses, underWay }) => {
    const words = unfinishedInWords(courses, underWay);
    return words === null ? [] : [`${quarterInWords(quarter)}, ${words}`];
  });
}
