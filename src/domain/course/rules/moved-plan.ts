import { daysBetween, type CalendarDate } from '../../calendar/calendar.js';
import type { Fault } from '../../fault.js';
import { plannedDay } from '../judgement/slot-states.js';
import type { CourseRecord } from '../record/course-record.js';
import { checkProtocol } from '../record/protocol.js';
import type { InfusionNumber } from '../record/slots.js';

/** A new plan of a course, or why there is none. */
export type MovedPlan = { readonly protocol: number[]; readonly fault: null } | { readonly fault: Fault };

/**
 * What is the plan of a course after one infusion was moved to another day?
 *
 * Input: a course, an infusion from 2 to 6 of which nothing is recorded, the calendar date it moves to, and whether all infusions
 * after it move by as many days. Output: the planned days in days after the first infusion; or the fault, where the day is not
 * after the infusion before, or not before the next one.
 *
 * @example movedPlan(course of 2026-03-02 by 0, 3, 7, 10, 14, 17, 3, '2026-03-10', { following: true })
 * // { protocol: [0, 3, 8, 11, 15, 18], fault: null }: 10 March is a day later than planned
 */
export function movedPlan(
  course: CourseRecord,
  infusion: InfusionNumber,
  on: CalendarDate,
  { following }: { following: boolean },
): MovedPlan {
  const planned = plannedDay(course, infusion);
  const days = planned === null ? 0 : daysBetween(planned, on);
  const protocol = course.protocol.map((day, at) => {
    const isMoved = at === infusion - 1 || (following && at >= infusion);
    return isMoved ? day + days : day;
  });
  if (checkProtocol(protocol).length === 0) return { protocol, fault: null };
  const message = following
    ? `Infusion ${infusion} must be after infusion ${infusion - 1}, and the last within two years.`
    : `Infusion ${infusion} must be after infusion ${infusion - 1}, and before the next one as planned; or move all that follow.`;
  return { fault: { rule: 'moved-out-of-order', message } };
}
