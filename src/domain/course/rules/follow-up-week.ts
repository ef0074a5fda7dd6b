import { daysBetween, type CalendarDate } from '../../calendar/calendar.js';
import { followUpSlot, type SlotName } from '../record/slots.js';

const DAYS_OF_WEEK = 7;

/**
 * Which follow-up is a score of this day?
 *
 * Input: the calendar date of the last infusion, and that of the score. Output: the slot of the nearest whole week after the
 * series, 1-104; null where the nearest is none of them, as before the fourth day, and where the series has no day.
 *
 * @example followUpOn('2026-03-19', '2028-02-05') // 'follow-up-98': 688 days are 98.3 weeks
 * @example followUpOn('2026-03-19', '2026-03-22') // null: 3 days
 */
export function followUpOn(seriesEndedOn: CalendarDate | null, assessedOn: CalendarDate): SlotName | null {
  if (seriesEndedOn === null) return null;
  return followUpSlot(Math.round(daysBetween(seriesEndedOn, assessedOn) / DAYS_OF_WEEK));
}
