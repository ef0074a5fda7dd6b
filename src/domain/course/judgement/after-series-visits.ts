import { addDays, DAYS_PER_WEEK } from '../../calendar/calendar.js';
import { clinicDayFrom, EVERY_DAY, type ClinicDays } from '../../calendar/clinic-days.js';
import type { Fault } from '../../fault.js';
import { recordOf, type CourseRecord } from '../record/course-record.js';
import { LAST_INFUSION, MAX_FOLLOW_UP_WEEKS, followUpSlot, infusionSlot, type SlotName } from '../record/slots.js';
import { POST_SERIES_DAYS } from '../rules/after-series-dates.js';

/** Weeks after infusion 6 at which a clinic that says nothing else asks for a score. */
export const DEFAULT_AFTER_SERIES_WEEKS: readonly number[] = [1, 4, 12];

const MOST_WEEKS = 12;
/** A score that nobody took is asked for so long, or until the next is due: later it would be that one. */
const ASKED_FOR_DAYS = 28;

/** A score after the series that a clinic plans. */
export interface AfterSeriesPlan {
  readonly slot: SlotName;
  /** Days after infusion 6 on which it is due. */
  readonly days: number;
  /** The last day after infusion 6 on which it is asked for. */
  readonly lastDays: number;
}

/** A score after the series that is still to come, or was not taken yet. */
export interface AfterSeriesVisit {
  readonly slot: SlotName;
  /** `unresolved`: its day has passed, and nobody said what happened. */
  readonly state: 'due' | 'unresolved';
  readonly dueOn: string;
}

/**
 * Can scores after a series be planned in these weeks?
 *
 * Input: anything. Output: no fault for at most 12 whole weeks from 1 to 104 that rise, none of them too; otherwise the one
 * fault.
 *
 * @example checkAfterSeriesWeeks([1, 4, 12]) // []
 */
export function checkAfterSeriesWeeks(weeks: unknown): Fault[] {
  const fits =
    Array.isArray(weeks) &&
    weeks.length <= MOST_WEEKS &&
    weeks.every((week, at) => Number.isInteger(week) && week > (at === 0 ? 0 : weeks[at - 1])) &&
    (weeks.at(-1) ?? 0) <= MAX_FOLLOW_UP_WEEKS;
  if (fits) return [];
  return [
    {
      rule: 'weeks-not-rising',
      message: `Scores after a series are planned in at most ${MOST_WEEKS} whole weeks from 1 to ${MAX_FOLLOW_UP_WEEKS} that rise, e.g. 1, 4, 12.`,
    },
  ];
}

/**
 * Which scores does a clinic plan after a series, and on which days?
 *
 * Input: weeks after infusion 6, rising. Output: a score for each, in order: the first of up to 4 weeks is the post-series
 * score, as that belongs to the first 30 days; the others are follow-ups. Each is asked for 28 days long, the
 * post-series score to its 30th day at most, and none once the next is due.
 *
 * @example afterSeriesPlan([1, 4, 12])[0] // { slot: 'post-series', days: 7, lastDays: 27 }, as week 4 is day 28
 */
export function afterSeriesPlan(weeks: readonly number[]): AfterSeriesPlan[] {
  return weeks.flatMap((week, at) => {
    const days = week * DAYS_PER_WEEK;
    const isPostSeries = at === 0 && days <= POST_SERIES_DAYS.last;
    const slot = isPostSeries ? 'post-series' : followUpSlot(week);
    if (slot === null) return [];
    const next = weeks[at + 1];
    const lastDays = Math.min(
      days + ASKED_FOR_DAYS,
      next === undefined ? Infinity : next * DAYS_PER_WEEK - 1,
      isPostSeries ? POST_SERIES_DAYS.last : Infinity,
    );
    return [{ slot, days, lastDays }];
  });
}

/**
 * Which scores after the series are still asked for?
 *
 * Input: a course, the weeks in which its clinic plans them, today's calendar date there, and the days on which it treats. Output:
 * those of which nothing is recorded and whose time is not over, in order; none for maintenance, and where infusion 6 has no date.
 * Each is due on the first clinic day of the time in which it is asked for, and where there is none, so many weeks after infusion 6.
 *
 * @example afterSeriesVisits(induction with infusion 6 on 2026-03-19, [1, 4, 12], '2026-03-27')
 * // [{ slot: 'post-series', state: 'unresolved', dueOn: '2026-03-26' }, { slot: 'follow-up-4', state: 'due', … }, …]
 */
export function afterSeriesVisits(
  course: CourseRecord,
  weeks: readonly number[],
  today: string,
  clinicDays: ClinicDays = EVERY_DAY,
): AfterSeriesVisit[] {
  const endedOn = recordOf(course, infusionSlot(LAST_INFUSION))?.assessedOn ?? null;
  if (course.kind !== 'induction' || endedOn === null) return [];
  return afterSeriesPlan(weeks).flatMap(({ slot, days, lastDays }) => {
    const lastOn = addDays(endedOn, lastDays);
    if (recordOf(course, slot) !== null || today > lastOn) return [];
    const planned = addDays(endedOn, days);
    const open = clinicDayFrom(clinicDays, planned);
    const dueOn = open <= lastOn ? open : planned;
    return [{ slot, state: dueOn < today ? 'unresolved' : 'due', dueOn }];
  });
}
