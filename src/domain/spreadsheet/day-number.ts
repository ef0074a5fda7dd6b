import { addDays } from '../calendar/calendar.js';
import { toldAs, unreadable, type CellReading } from './reading.js';

/** From which day a spreadsheet program counts the days that it keeps as numbers. */
export const DAY_COUNTS = ['1900', '1904'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/**
 * Is this a number of days, as a spreadsheet program keeps a date, of the years 2000 to 2099 or so?
 *
 * @example isDayNumber('46083') // true
 */
export function isDayNumber(text: string): boolean {
  return /^\d{5}(\.\d+)?$/.test(text) && Number(text) >= 35_000 && Number(text) < 74_000;
}

const LAST_DAY_NUMBER = 109_000;

/**
 * Which day has this number in a spreadsheet program?
 *
 * Input: days counted from the beginning of 1900 or of 1904; what is behind the point is the time of day. Output: the ISO date; null before the first
 * day and after 2198. The count of 1900 has a 29 February that never was.
 *
 * @example dayNumbered(46083.75, '1900') // '2026-03-02'
 * @example dayNumbered(44621, '1904') // '2026-03-02'
 */
export function dayNumbered(number: number, dayCount: DayCount): string | null {
  const days = Math.floor(number);
  if (days < 1 || days > LAST_DAY_NUMBER) return null;
  if (dayCount === '1904') return addDays('1904-01-01', days);
  return days < 60 ? addDays('1900-01-01', days - 1) : addDays('1900-03-01', days - 61);
}

/** The day of such a number, with a warning; where nobody said from when days are counted, the rule `date-is-number`. */
export function dayOfNumber(text: string, dayCount: DayCount | null): CellReading<string> {
  if (dayCount !== null) {
    const day = dayNumbered(Number(text), dayCount) ?? '';
    return toldAs(day, 'date-from-number', `"${text}" is a day as a number, and is read as ${day}.`);
  }
  const message =
    `"${text}" may be a day as a number. Format the column as dates and save the file again, or say from when the days are ` +
    'counted: dayCount in the API, --day-count on the command line.';
  return unreadable('date-is-number', message);
}
