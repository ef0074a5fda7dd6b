import { isCalendarDate } from '../domain/calendar/calendar.js';
import { UsageError } from './usage-error.js';

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)$/i;

/** An instant with its zone. @throws UsageError for a time of nowhere, a day that is in no calendar, and a time to come. */
export function zonedInstant(text: string): Date {
  const [, day = '', time = '', zone = ''] = INSTANT.exec(text.trim()) ?? [];
  const at = new Date(`${day}T${time}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2').toUpperCase()}`);
  // Of 30 February JavaScript makes 2 March.
  if (!isCalendarDate(day) || Number.isNaN(at.getTime())) {
    throw new UsageError(
      `"${text}" is no instant; say the zone too, e.g. 2026-03-20T17:05:00Z or 2026-03-20T10:05:00-07:00.`,
    );
  }
  if (at > new Date()) throw new UsageError(`${text} is to come.`);
  return at;
}
