import { recordOf, totalAt, type CourseRecord } from '../record/course-record.js';
import { LAST_INFUSION, infusionSlot } from '../record/slots.js';

/** `completed`: infusion 6 is scored or missed. */
export type CourseStatus = 'active' | 'completed' | 'stopped';

/**
 * Is this course still under way, and if not, how did it end?
 *
 * Input: a course. Output: `completed` once infusion 6 has a total or is marked as missed, whatever
 * was recorded after; else `stopped` when it was stopped; else `active`. A form at infusion 6 with too
 * few answers for a total does not complete it.
 *
 * @example courseStatus(course with infusion 6 missed) // 'completed'
 */
export function courseStatus(course: CourseRecord): CourseStatus {
  const last = infusionSlot(LAST_INFUSION);
  return statusBy({
    sixthMissed: recordOf(course, last)?.state === 'missed',
    sixthTotal: totalAt(course, last),
    stopped: course.stopped !== null,
  });
}

/**
 * What is the status of a course, by the three things that decide it?
 *
 * Input: whether infusion 6 is marked as missed, its total (0-64, null without one), and whether the
 * course was stopped. Output: the status, as of `courseStatus`.
 *
 * @example statusBy({ sixthMissed: false, sixthTotal: 11, stopped: true }) // 'completed'
 */
export function statusBy(known: { sixthMissed: boolean; sixthTotal: number | null; stopped: boolean }): CourseStatus {
  if (known.sixthMissed || known.sixthTotal !== null) return 'completed';
  return known.stopped ? 'stopped' : 'active';
}

/**
 * Is a course of this status over, so that a cohort may count it?
 *
 * Input: a status. Output: true for completed and stopped; false while it is active.
 *
 * @example isConcluded('stopped') // true
 */
export function isConcluded(status: CourseStatus): status is 'completed' | 'stopped' {
  return status !== 'active';
}
