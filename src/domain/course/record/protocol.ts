import { DAYS_PER_WEEK } from '../../calendar/calendar.js';
import type { Fault } from '../../fault.js';
import type { CourseKind } from './kinds.js';

/** Two infusions a week for three weeks, the customary induction series, in days after the first. */
export const DEFAULT_PROTOCOL: readonly number[] = [0, 3, 7, 10, 14, 17];

const LONGEST_DAYS = 730;

/** How many weeks a clinic that says nothing else leaves between the infusions of maintenance. */
export const DEFAULT_MAINTENANCE_WEEKS = 4;

/** Five intervals of so many weeks lie within two years, and each is shorter than what makes maintenance silent. */
export const LONGEST_INTERVAL_WEEKS = 20;

/**
 * Can these be the planned days of the six infusions of a course?
 *
 * Input: anything. Output: no fault for six whole numbers of days after the first infusion that begin
 * with 0 and rise, up to 730; otherwise the one fault.
 *
 * Source: six infusions as in Murrough et al. 2013, doi:10.1016/j.biopsych.2012.06.022.
 *
 * @example checkProtocol([0, 3, 7, 10, 14, 17]) // []
 */
export function checkProtocol(days: unknown): Fault[] {
  const fits =
    Array.isArray(days) &&
    days.length === 6 &&
    days[0] === 0 &&
    days.every((day, at) => Number.isInteger(day) && (at === 0 || day > days[at - 1])) &&
    days[5] <= LONGEST_DAYS;
  if (fits) return [];
  return [
    {
      rule: 'protocol-not-six-rising-days',
      message:
        'A protocol has six planned days that begin with 0 and rise, at most two years, e.g. 0, 3, 7, 10, 14, 17.',
    },
  ];
}

/**
 * What are the planned days of maintenance in this rhythm?
 *
 * Input: whole weeks between infusions, 1-20. Output: six days after the first infusion, the first of them 0.
 *
 * @example everyWeeks(4) // [0, 28, 56, 84, 112, 140]
 */
export function everyWeeks(weeks: number): number[] {
  return Array.from({ length: 6 }, (_, at) => at * weeks * DAYS_PER_WEEK);
}

/**
 * What is the plan of a course of which nobody says another?
 *
 * Input: its kind, and the clinic's weeks between maintenance infusions, 1-20. Output: six days after the first infusion.
 *
 * @example usualProtocol('induction', 4) // [0, 3, 7, 10, 14, 17]
 */
export function usualProtocol(kind: CourseKind, maintenanceIntervalWeeks: number): number[] {
  return kind === 'maintenance' ? everyWeeks(maintenanceIntervalWeeks) : [...DEFAULT_PROTOCOL];
}

/**
 * Which rhythm in weeks do these planned days have?
 *
 * Input: the planned days of a course. Output: weeks between infusions, 1-20, where all are as far apart; else null.
 *
 * @example intervalWeeksOf([0, 28, 56, 84, 112, 140]) // 4
 * @example intervalWeeksOf([0, 3, 7, 10, 14, 17]) // null
 */
export function intervalWeeksOf(protocol: readonly number[]): number | null {
  const weeks = (protocol[1] ?? 0) / DAYS_PER_WEEK;
  return isIntervalWeeks(weeks) && everyWeeks(weeks).every((day, at) => day === protocol[at]) ? weeks : null;
}

/**
 * Can infusions be so many weeks apart?
 *
 * Input: any number. Output: true for whole weeks from 1 to 20.
 *
 * @example isIntervalWeeks(21) // false
 */
export function isIntervalWeeks(weeks: number): boolean {
  return Number.isInteger(weeks) && weeks >= 1 && weeks <= LONGEST_INTERVAL_WEEKS;
}
