import { daysBetween, type CalendarDate } from '../../calendar/calendar.js';
import { clinicDayFrom, EVERY_DAY, whyClosed, type ClinicDays } from '../../calendar/clinic-days.js';
import type { Fault } from '../../fault.js';
import { dayByProtocol, plannedDay } from '../judgement/slot-states.js';
import type { CourseRecord } from '../record/course-record.js';
import { checkProtocol } from '../record/protocol.js';
import type { InfusionNumber } from '../record/slots.js';
import { dateInWords } from '../../calendar/date-words.js';

/** A new plan of a course, or why there is none. */
export type MovedPlan = { readonly protocol: number[]; readonly fault: null } | { readonly fault: Fault };

interface MoveHow {
  /** Whether all infusions after it move along and keep their distances. */
  following: boolean;
  /** The days on which the clinic treats; every day unless stated. */
  days?: ClinicDays;
}

/**
 * What is the plan of a course after one infusion was moved to another day?
 *
 * Input: a course, an infusion from 2 to 6 of which nothing is recorded, the calendar date it moves to, and how. Output: the planned
 * days in days after the first infusion; or the fault, where the clinic does not treat on that day, or it is not after the infusion
 * before, or not before the next one.
 *
 * @example movedPlan(course of 2026-03-02 by 0, 3, 7, 10, 14, 17, 3, '2026-03-10', { following: true })
 * // { protocol: [0, 3, 8, 11, 15, 18], fault: null }: 10 March is a day later than planned
 */
export function movedPlan(
  course: CourseRecord,
  infusion: InfusionNumber,
  on: CalendarDate,
  { following, days = EVERY_DAY }: MoveHow,
): MovedPlan {
  const closed = whyClosed(days, on);
  if (closed !== null) {
    const message = `The clinic does not treat on ${dateInWords(on)}: it is ${closed}. The next day on which it does is ${dateInWords(clinicDayFrom(days, on))}.`;
    return { fault: { rule: 'moved-to-closed-day', message } };
  }
  const byProtocol = dayByProtocol(course, infusion);
  const later = byProtocol === null ? 0 : daysBetween(byProtocol, on);
  const protocol = course.protocol.map((day, at) => {
    const isMoved = at === infusion - 1 || (following && at >= infusion);
    return isMoved ? day + later : day;
  });
  const isThere = checkProtocol(protocol).length === 0 && plannedDay({ ...course, protocol }, infusion, days) === on;
  if (isThere) return { protocol, fault: null };
  const message = following
    ? `Infusion ${infusion} must be after infusion ${infusion - 1}, and the last within two years.`
    : `Infusion ${infusion} must be after infusion ${infusion - 1}, and before the next one as planned; or move all that follow.`;
  return { fault: { rule: 'moved-out-of-order', message } };
}
