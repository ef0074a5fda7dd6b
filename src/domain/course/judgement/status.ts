import { addDays } from '../../calendar/calendar.js';
import { lastEntryOn, recordOf, totalAt, type CourseRecord } from '../record/course-record.js';
import type { CourseKind } from '../record/kinds.js';
import { LAST_INFUSION, infusionSlot } from '../record/slots.js';

/** `completed`: infusion 6 is scored or missed. `lost`: nobody closed the course, and no entry came for long. */
export type CourseStatus = 'active' | 'completed' | 'stopped' | 'lost';

/** A course that is over, so that a cohort counts it. */
export type ConcludedStatus = Exclude<CourseStatus, 'active'>;

/** Days without an entry after which a course that nobody closed is no longer under way. */
export const LOST_AFTER_DAYS: Readonly<Record<CourseKind, number>> = { induction: 60, maintenance: 180 };

/** The four things that decide the status of a course. */
export interface StatusFacts {
  sixthMissed: boolean;
  /** 0-64; null without one. */
  sixthTotal: number | null;
  stopped: boolean;
  /** Its last entry is from before `silentBefore`. */
  silent: boolean;
}

/**
 * Is this course still under way, and if not, how did it end?
 *
 * Input: a course, and today's calendar date at the clinic. Output: `completed` once infusion 6 has a total or is marked as
 * missed, whatever was recorded after; else `stopped` when it was stopped; else `lost` when more than 60 days (maintenance:
 * 180) have passed since its last entry, or since its start where there is none; else `active`. A form at infusion 6 with
 * too few answers for a total does not complete it. An entry that comes late brings a lost course back.
 *
 * @example courseStatus(course with infusion 6 missed, '2026-04-01') // 'completed'
 * @example courseStatus(course last scored on 2026-03-05, '2026-05-05') // 'lost', after 61 days
 */
export function courseStatus(course: CourseRecord, today: string): CourseStatus {
  const last = infusionSlot(LAST_INFUSION);
  return statusBy({
    sixthMissed: recordOf(course, last)?.state === 'missed',
    sixthTotal: totalAt(course, last),
    stopped: course.stopped !== null,
    silent: (lastEntryOn(course) ?? course.startedOn) < silentBefore(course.kind, today),
  });
}

/**
 * From before which day must the last entry of a course be for it to be lost?
 *
 * Input: the kind of the course, and today's calendar date at the clinic. Output: a calendar date; an entry of that day
 * keeps the course under way.
 *
 * @example silentBefore('induction', '2026-05-04') // '2026-03-05', 60 days earlier
 */
export function silentBefore(kind: CourseKind, today: string): string {
  return addDays(today, -LOST_AFTER_DAYS[kind]);
}

/**
 * What is the status of a course, by the four things that decide it?
 *
 * Input: whether infusion 6 is marked as missed, its total, whether the course was stopped, and whether it is silent.
 * Output: the status, as of `courseStatus`.
 *
 * @example statusBy({ sixthMissed: false, sixthTotal: 11, stopped: true, silent: true }) // 'completed'
 */
export function statusBy({ sixthMissed, sixthTotal, stopped, silent }: StatusFacts): CourseStatus {
  if (sixthMissed || sixthTotal !== null) return 'completed';
  if (stopped) return 'stopped';
  return silent ? 'lost' : 'active';
}

/**
 * Is a course of this status over, so that a cohort may count it?
 *
 * Input: a status. Output: true for completed, stopped and lost; false while it is active.
 *
 * @example isConcluded('lost') // true
 */
export function isConcluded(status: CourseStatus): status is ConcludedStatus {
  return status !== 'active';
}
