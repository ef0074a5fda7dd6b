/** Plain calendar dates as ISO text (`2026-03-04`). No time of day and no zone, so no day ever moves. */

/** A day of the calendar. @format date @example "2026-03-04" */
export type CalendarDate = string;

/** A point in time, UTC. @format date-time @example "2026-03-04T16:20:11.000Z" */
export type Instant = string;

export const DAYS_PER_WEEK = 7;

const MILLISECONDS_PER_DAY = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const SPARE_YEARS = 100; // For days reckoned from such.

/**
 * Is this text a day of the calendar, written the ISO way?
 *
 * Input: any text. Output: true for `YYYY-MM-DD` of a day that exists, 1900-2199. Everything else,
 * also 30 February, a time or a date in another order, is false.
 *
 * Source: ISO 8601, the complete calendar date in extended format; the Gregorian calendar.
 *
 * @example isCalendarDate('2026-02-30') // false
 */
export function isCalendarDate(text: string): boolean {
  return !Number.isNaN(instantIn(text));
}

/**
 * How many days lie from one date to another?
 *
 * Input: two calendar dates, or days reckoned from such, 1800-2299. Output: whole days from `from` to `to`, negative when
 * `to` is earlier. A text that is no such date throws a RangeError: dates are checked where they enter.
 *
 * @example daysBetween('2026-03-28', '2026-03-30') // 2, also where clocks change on the 29th
 */
export function daysBetween(from: string, to: string): number {
  return (instantOf(to) - instantOf(from)) / MILLISECONDS_PER_DAY;
}

/**
 * Which date is so many days after this one?
 *
 * Input: as of daysBetween, and whole days (negative: before). Output: a date, also one that can't be entered.
 *
 * @example addDays('2028-02-28', 2) // '2028-03-01'
 */
export function addDays(date: string, days: number): string {
  return isoDate(instantOf(date) + days * MILLISECONDS_PER_DAY);
}

/**
 * Which of two dates comes first?
 *
 * Input: two calendar dates. Output: negative when `a` is earlier, positive when it is later, 0 when
 * they are the same. For `Array.sort`.
 *
 * Source: ISO 8601 dates sort as text.
 *
 * @example ['2026-03-04', '2025-12-31'].sort(compareDates) // ['2025-12-31', '2026-03-04']
 */
export function compareDates(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * In which quarter of which year does this date lie?
 *
 * Input: a calendar date. Output: `YYYY-Q1` … `YYYY-Q4`; quarters sort as text. A text that is no
 * calendar date throws a RangeError.
 *
 * Source: calendar quarters of three months from January.
 *
 * @example quarterOf('2026-03-04') // '2026-Q1'
 */
export function quarterOf(date: string): string {
  instantOf(date);
  return `${date.slice(0, 4)}-Q${Math.ceil(wholeIn(date, 5, 7) / 3)}`;
}

/**
 * Which quarters are there from one to another?
 *
 * Input: two quarters (`2025-Q4`), the first not after the last; or none of both. Output: every quarter from the first to
 * the last, both included; none for none.
 *
 * @example quartersFrom('2025-Q4', '2026-Q2') // ['2025-Q4', '2026-Q1', '2026-Q2']
 */
export function quartersFrom(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const quarters = [first];
  for (let quarter = first; quarter < last; quarters.push(quarter)) quarter = quarterAfter(quarter);
  return quarters;
}

/**
 * Which quarter comes after this one?
 *
 * Input: a quarter (`2025-Q4`). Output: the next one.
 *
 * @example quarterAfter('2025-Q4') // '2026-Q1'
 */
export function quarterAfter(quarter: string): string {
  const [year, ordinal] = quarter.split('-Q').map(Number) as [number, number];
  return ordinal === 4 ? `${year + 1}-Q1` : `${year}-Q${ordinal + 1}`;
}

/**
 * In which year does this date lie?
 *
 * Input: a calendar date. Output: the year, 1900-2199. A text that is no calendar date throws a
 * RangeError.
 *
 * @example yearOf('2026-03-04') // 2026
 */
export function yearOf(date: string): number {
  return new Date(instantOf(date)).getUTCFullYear();
}

function instantOf(date: string): number {
  const instant = instantIn(date, SPARE_YEARS);
  if (Number.isNaN(instant)) throw new RangeError(`"${date}" is not a calendar date`);
  return instant;
}

/** The beginning of a day in UTC; NaN for a text that is no calendar date. It makes no object: an import asks for millions. */
function instantIn(text: string, spareYears = 0): number {
  if (text.length !== 'YYYY-MM-DD'.length || text[4] !== '-' || text[7] !== '-') return NaN;
  const year = wholeIn(text, 0, 4);
  const month = wholeIn(text, 5, 7);
  const day = wholeIn(text, 8, 10);
  if (!(year >= FIRST_YEAR - spareYears && year <= LAST_YEAR + spareYears && month >= 1 && month <= 12)) return NaN;
  return day >= 1 && day <= daysIn(year, month) ? Date.UTC(year, month - 1, day) : NaN;
}

function wholeIn(text: string, from: number, to: number): number {
  let whole = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    whole = whole * 10 + digit;
  }
  return whole;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isoDate(instant: number): string {
  const day = new Date(instant); // `toISOString` takes four times as long.
  return `${day.getUTCFullYear()}-${twoDigits(day.getUTCMonth() + 1)}-${twoDigits(day.getUTCDate())}`;
}

function twoDigits(whole: number): string {
  return whole < 10 ? `0${whole}` : String(whole);
}
