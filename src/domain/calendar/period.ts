import { addDays, isCalendarDate } from './calendar.js';
import { dateInWords } from './date-words.js';
import type { Fault } from '../fault.js';

/** First and last day of a period, both included. */
export interface Period {
  from: string;
  to: string;
}

const MONTHS = new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'long' });

/** How a quarter is written: `2025-Q2`. */
export const QUARTER_PATTERN = /^\d{4}-Q[1-4]$/;

/** How a period is written: `2025`, `2025-Q2` or two of them with `..` between. */
export const PERIOD_PATTERN = /^\d{4}(-Q[1-4])?(\.\.\d{4}(-Q[1-4])?)?$/;

/** The same, where months (`2025-04`) are asked for too. */
export const PERIOD_OR_MONTHS_PATTERN = /^\d{4}(-Q[1-4]|-0[1-9]|-1[0-2])?(\.\.\d{4}(-Q[1-4]|-0[1-9]|-1[0-2])?)?$/;

/**
 * Which days does a period of whole months, quarters or years cover?
 *
 * Input: a year (`2025`), a quarter (`2025-Q2`), a month (`2025-04`), or two of them with `..` between, both included. Output:
 * the first and the last day; null for a text that is none, or whose end lies before its start.
 *
 * Example: `periodOf('2025-Q4..2026')` is from 2025-10-01 to 2026-12-31.
 */
export function periodOf(text: string): Period | null {
  if (!PERIOD_OR_MONTHS_PATTERN.test(text)) return null;
  const [first = '', last = first] = text.split('..');
  const [from, to] = [spanOf(first)?.from, spanOf(last)?.to];
  return from === undefined || to === undefined || to < from ? null : { from, to };
}

function spanOf(text: string): Period | null {
  const year = Number(text.slice(0, 4));
  const part = text.slice(5);
  if (year < 1900 || year > 2198) return null;
  if (part === '') return { from: `${year}-01-01`, to: `${year}-12-31` };
  const begin = (month: number) => (month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`);
  const [first, months] = part.startsWith('Q') ? [3 * Number(part[1]) - 2, 3] : [Number(part), 1];
  return { from: begin(first), to: addDays(begin(first + months), -1) };
}

/**
 * Can these two days bound a period?
 *
 * Input: ISO dates, either of them null for no bound. Output: no fault, or what is wrong with them.
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
  const message = `The period would end, ${dateInWords(to)}, before it begins, ${dateInWords(from)}.`;
  return [{ rule: 'period-backwards', message }];
}

/**
 * Do two periods share a day?
 *
 * Input: two periods. Output: true where a course could be counted in both.
 *
 * Example: 2025-Q1 and 2025 overlap; 2025-Q1 and 2025-Q2 don't.
 */
export function periodsOverlap(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/**
 * How do people say a quarter?
 *
 * Input: a quarter (`2026-Q3`). Output: its ordinal before its year.
 *
 * @example quarterInWords('2026-Q3') // 'Q3 2026'
 */
export function quarterInWords(quarter: string): string {
  const [year, ordinal] = quarter.split('-');
  return `${ordinal} ${year}`;
}

/**
 * How do people say quarters that follow each other?
 *
 * Input: the first and the last. Output: both in words; one quarter once.
 *
 * @example quartersInWords({ from: '2025-Q1', to: '2025-Q2' }) // 'Q1 2025 to Q2 2025'
 */
export function quartersInWords({ from, to }: Period): string {
  return from === to ? quarterInWords(from) : `${quarterInWords(from)} to ${quarterInWords(to)}`;
}

/**
 * How do people say a period of whole months?
 *
 * Input: its first and its last day, both included. Output: its first and its last month, each with the year where the
 * two differ, the year once where they don't.
 *
 * @example periodInWords({ from: '2025-01-01', to: '2025-12-31' }) // 'January to December 2025'
 * @example periodInWords({ from: '2025-10-01', to: '2026-03-31' }) // 'October 2025 to March 2026'
 */
export function periodInWords({ from, to }: Period): string {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first.year !== last.year) return `${first.month} ${first.year} to ${last.month} ${last.year}`;
  if (first.month === last.month) return `${last.month} ${last.year}`;
  return `${first.month} to ${last.month} ${last.year}`;
}

/**
 * How do people say what is written as a period?
 *
 * Input: a text as `periodOf` takes it. Output: its months as `periodInWords` says them; any other text as it is.
 *
 * @example periodTextInWords('2026-Q2..2026-Q3') // 'April to September 2026'
 */
export function periodTextInWords(text: string): string {
  const days = periodOf(text);
  return days === null ? text : periodInWords(days);
}

function monthOf(date: string): { month: string; year: string } {
  return { month: MONTHS.format(new Date(`${date}T00:00:00Z`)), year: date.slice(0, 4) };
}

/**
 * Which quarter comes before this one?
 *
 * Input: a quarter (`2026-Q1`). Output: the one before.
 *
 * @example quarterBefore('2026-Q1') // '2025-Q4'
 */
export function quarterBefore(quarter: string): string {
  const [year, ordinal] = quarter.split('-Q').map(Number) as [number, number];
  return ordinal === 1 ? `${year - 1}-Q4` : `${year}-Q${ordinal - 1}`;
}
