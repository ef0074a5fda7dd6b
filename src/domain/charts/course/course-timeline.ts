import { addDays, compareDates, DAYS_PER_WEEK } from '../../calendar/calendar.js';
import { EVERY_DAY, type ClinicDays } from '../../calendar/clinic-days.js';
import type { CourseRecord } from '../../course/record/course-record.js';
import { plannedDay, slotStates, type SlotState } from '../../course/judgement/slot-states.js';
import { followUpWeeks, infusionNumber, type SlotName } from '../../course/record/slots.js';
import { MISSED_REASONS, type MissedReason } from '../../course/record/stop-reasons.js';

/** A visit on the axis of days; without a total it is a gap, and `gap` says why. */
export interface TimelinePoint {
  readonly slot: SlotName;
  readonly day: string;
  readonly state: 'scored' | 'missed' | 'unresolved';
  readonly total: number | null;
  readonly gap: string | null;
}

/**
 * Where on the axis of days is each visit of the series?
 *
 * Input: a course, today's calendar date at the clinic, and the days on which it treats. Output: the visits that were, or should have
 * been, in the order of the infusions; due ones and those after a stop are left out. A visit without a
 * date is on its planned day, but never outside its neighbors.
 *
 * @example seriesTimeline(course with infusion 2 missed, '2026-04-01')[1]
 * // { slot: 'infusion-2', day: '2026-03-05', state: 'missed', total: null, gap: 'Missed: ill on the day' }
 */
export function seriesTimeline(course: CourseRecord, today: string, days: ClinicDays = EVERY_DAY): TimelinePoint[] {
  const points: TimelinePoint[] = [];
  const states = slotStates(course, today, days);
  for (const visit of states) {
    const { slot, infusion, state, total } = visit;
    if (state === 'due' || visit.missedReason === 'courseStopped') continue;
    const before = points.at(-1)?.day ?? course.startedOn;
    const after = states.slice(infusion).find(({ on }) => on !== null)?.on ?? null;
    const day = visit.on ?? within(plannedDay(course, infusion, days) ?? before, before, after);
    points.push({ slot, day, state, total, gap: gapOf(visit) });
  }
  return points;
}

/**
 * Where on the axis of days is each visit after the series?
 *
 * Input: a course. Output: post-series and follow-ups by day. A missed follow-up without a date is
 * its weeks after the last dated infusion; a visit that can't be placed is left out.
 *
 * @example afterSeriesTimeline(course with 12 at post-series)
 * // [{ slot: 'post-series', day: '2026-03-26', state: 'scored', total: 12, gap: null }]
 */
export function afterSeriesTimeline(course: CourseRecord): TimelinePoint[] {
  const lastInfusion = course.slots
    .flatMap(({ slot, assessedOn }) => (infusionNumber(slot) !== null && assessedOn !== null ? [assessedOn] : []))
    .sort(compareDates)
    .at(-1);
  return course.slots
    .filter(({ slot }) => infusionNumber(slot) === null)
    .flatMap((record) => {
      const { slot, state, total } = record;
      const day = record.assessedOn ?? plannedFollowUp(slot, lastInfusion);
      return day === null ? [] : [{ slot, day, state, total, gap: gapOf(record) }];
    })
    .sort((a, b) => compareDates(a.day, b.day));
}

/**
 * Why does this visit have no score?
 *
 * Input: a visit's state, total and reason. Output: words for a mark on the axis; null when it has a
 * total, or when it is not over yet.
 *
 * @example gapOf({ state: 'missed', total: null, missedReason: 'noShow' }) // 'Missed: did not come'
 */
export function gapOf(visit: Pick<SlotState, 'state' | 'total' | 'missedReason'>): string | null {
  switch (visit.state) {
    case 'due':
      return null;
    case 'scored':
      return visit.total === null ? 'No total: form incomplete' : null;
    case 'unresolved':
      return 'Unresolved: nobody said what happened';
    case 'missed':
      return `Missed: ${missedInWords(visit.missedReason)}`;
  }
}

function plannedFollowUp(slot: SlotName, lastInfusion: string | undefined): string | null {
  const weeks = followUpWeeks(slot);
  if (weeks === null || lastInfusion === undefined) return null;
  return addDays(lastInfusion, weeks * DAYS_PER_WEEK);
}

function missedInWords(reason: MissedReason | 'courseStopped' | null): string {
  if (reason === 'courseStopped') return 'course stopped';
  return MISSED_REASONS[reason ?? 'unknown'].toLowerCase();
}

function within(day: string, first: string, last: string | null): string {
  if (last !== null && day > last) return last;
  return day < first ? first : day;
}
