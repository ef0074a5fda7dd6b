import { addDays, isCalendarDate } from '../calendar/calendar.js';
import type { Fault } from '../fault.js';

/** First and last day of a period, both included. */
export interface Period {
  from: string;
  to: string;
}

const QUARTER_OR_YEAR = /^(\d{4})(?:-Q([1-4]))?$/;

/**
 * Which days does a period of whole quarters or years cover?
 *
 * Input: a year (`2025`), a quarter (`2025-Q2`), or two of them with `..` between, both included. Output:
 * the first and the last day; null for a text that is none, or whose end lies before its start.
 *
 * Source: the Gregorian calendar.
 *
 * Example: `periodOf('2025-Q4..2026')` is from 2025-10-01 to 2026-12-31.
 */
export function periodOf(text: string): Period | null {
  const [first = '', last = first, ...more] = text.split('..');
  const from = spanOf(first)?.from;
  const to = spanOf(last)?.to;
  if (more.length > 0 || from === undefined || to === undefined || to < from) return null;
  return { from, to };
}

function spanOf(text: string): Period | null {
  const match = QUARTER_OR_YEAR.exec(text);
  const year = Number(match?.[1]);
  if (match === null || year < 1900 || year > 2198) return null;
  if (match[2] === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const quarter = Number(match[2]);
  const begin = (month: number) => (month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`);
  return { from: begin(3 * quarter - 2), to: addDays(begin(3 * quarter + 1), -1) };
}

/**
 * Can these two days bound a period?
 *
 * Input: ISO dates, either of them null for no bound. Output: no fault, or what is wrong with them.
 *
 * Source: this service's definitions.
 *
 * Example: `checkPeriod('2026-04-01', '2026-03-31')` has the fault `period-backwards`.
 */
export function checkPeriod(from: string | null, to: string | null): Fault[] {
  const bad = [from, to].filter((day) => day !== null && !isCalendarDate(day));
  if (bad.length > 0) {
    const message = `${bad.join(' and ')}: not a day of the calendar as year-month-day.`;
    return [{ rule: 'not-a-date', message }];
  }
  if (from === null || to === null || from <= to) return [];
  const message = `The period would end, ${to}, before it begins, ${from}.`;
  return [{ rule: 'period-backwards', message }];
}
