import type { Fault } from '../../fault.js';

/** Two infusions a week for three weeks, the customary induction series, in days after the first. */
export const DEFAULT_PROTOCOL: readonly number[] = [0, 3, 7, 10, 14, 17];

const LONGEST_DAYS = 730;

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
