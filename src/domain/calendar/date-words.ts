const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' });

/**
 * Which day of the week is a calendar date?
 *
 * Input: an ISO date. Output: the day by three letters.
 *
 * @example weekdayInWords('2026-03-04') // 'Wed'
 */
export function weekdayInWords(date: string): string {
  return WEEKDAY.format(new Date(`${date}T00:00:00Z`));
}

/**
 * How do people read a calendar date?
 *
 * Input: an ISO date. Output: its day, its month by three or four letters, and its year. It has no time and no zone, and never moves by a day.
 *
 * @example dateInWords('2026-03-04') // '4 Mar 2026'
 */
export function dateInWords(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}
