import { dateInWords } from '../../domain/calendar/date-words.js';
import { isCalendarDate } from '../../domain/calendar/calendar.js';

/** A calendar date in words where what an address says is one. */
export function showDateIn(text: string): string {
  return isCalendarDate(text) ? dateInWords(text) : text;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format of the browser, made once: making one takes as long as hundreds of uses. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** An instant in the clinic's zone, with the zone's name: `4 Mar 2026, 10:15 MST`. */
export function showInstant(instant: string, timeZone: string): string {
  const at = new Date(instant);
  const shown = dateFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${shown.format(at)} ${zoneName(at, timeZone)}`;
}

/** The time of an instant in the clinic's zone, with its day where that is another: `10:15`, `10:15 on 3 Mar`. */
export function showTime(instant: number, timeZone: string, now = Date.now()): string {
  const shown = (options: Intl.DateTimeFormatOptions, at: number) =>
    dateFormat('en-GB', { timeZone, ...options }).format(at);
  const day = { day: 'numeric', month: 'short' } as const;
  const time = shown({ hour: '2-digit', minute: '2-digit' }, instant);
  return shown(day, instant) === shown(day, now) ? time : `${time} on ${shown(day, instant)}`;
}

/** English knows the names of other countries' zones as `GMT-7`: each is called as where it is. */
const AT_HOME = ['en-US', 'en-GB', 'en-AU'];

function zoneName(at: Date, timeZone: string): string {
  const names = AT_HOME.map((locale) => {
    const parts = dateFormat(locale, { timeZone, timeZoneName: 'short' });
    return parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  });
  return names.find((name) => !name.startsWith('GMT+') && !name.startsWith('GMT-')) ?? names[0] ?? '';
}
