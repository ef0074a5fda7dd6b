/** The one place the service learns the time, so that a test can be at midnight. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

/**
 * Is it before an end that was so far away when it was set?
 * @param longest Milliseconds: a clock that was set back since makes nothing last longer.
 */
export function isBefore(end: Date, at: Date, longest: number): boolean {
  const left = end.getTime() - at.getTime();
  return left > 0 && left <= longest;
}

const DAY = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
} as const;

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
    formatter = new Intl.DateTimeFormat('en', { timeZone, ...DAY });
    formatters.set(timeZone, formatter);
  }
  // By its parts: how a language orders them changes from one release of Unicode's data to the next.
  const parts = formatter.formatToParts(instant);
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
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
