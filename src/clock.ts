/** The one place the service learns the time, so that a test can stand at midnight. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Which calendar day is it in a clinic at this instant?
 * @param timeZone IANA name, e.g. `America/Denver`.
 * @returns ISO date, e.g. `2026-03-04`.
 * @throws RangeError for a name that is no time zone.
 */
export function calendarDateIn(timeZone: string, instant: Date): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant);
}

/** Is this the IANA name of a time zone? Offsets such as `+02:00` are not: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    calendarDateIn(name, new Date(0));
    return true;
  } catch {
    return false;
  }
}
