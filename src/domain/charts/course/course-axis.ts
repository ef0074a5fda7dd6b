import { addDays, compareDates, daysBetween } from '../../calendar/calendar.js';
import type { CourseRecord } from '../../course/record/course-record.js';
import type { ChartDataset } from '../parts/chart.js';
import { COLORS } from '../parts/palette.js';
import { MAX_TOTAL } from '../../cudos/score.js';
import type { TimelinePoint } from './course-timeline.js';

/** The days under a course, in their order. */
export interface CourseAxis {
  readonly days: string[];
  /** From which day on the axis is narrower, and how many days a step is there; null where each day is one. */
  readonly narrow: { readonly from: string; readonly step: number } | null;
}

/**
 * Which days are on the axis of a course?
 *
 * Input: a course, its visits of the series, and those after it. Output: every day from the day before the first visit to the
 * day after the last. Where what comes after the series takes longer than the series, it gets as much room and no more, so that
 * the six infusions are not squeezed: of its days each so many-th, and those of a visit.
 *
 * @example courseAxis(course of 18 days with a follow-up in week 12, ...).narrow?.step // 5: 84 days in the room of 20
 */
export function courseAxis(
  course: CourseRecord,
  series: readonly TimelinePoint[],
  after: readonly TimelinePoint[],
): CourseAxis {
  const planned = [course.startedOn, addDays(course.startedOn, course.protocol.at(-1) ?? 0)];
  const own = series.length === 0 ? [] : series.map(({ day }) => day);
  const visits = [...own, ...after.map(({ day }) => day)];
  const all = (visits.length === 0 ? planned : visits).toSorted(compareDates);
  const [first = course.startedOn, last = course.startedOn] = [all[0], all.at(-1)];
  const lastOfSeries = own.toSorted(compareDates).at(-1) ?? last;
  const wide = daysFrom(addDays(first, -1), addDays(lastOfSeries, 1));
  const rest = daysBetween(lastOfSeries, last);
  if (rest <= wide.length) return { days: daysFrom(addDays(first, -1), addDays(last, 1)), narrow: null };
  const step = Math.ceil(rest / wide.length);
  const from = addDays(lastOfSeries, 2);
  const visited = new Set(visits);
  const later = daysFrom(from, last).filter((day, at) => at % step === 0 || visited.has(day));
  return { days: [...wide, ...later, addDays(last, step)], narrow: { from, step } };
}

/** A dotted line where the axis becomes narrower; nothing where it does not. */
export function narrowingDatasets({ narrow }: CourseAxis): ChartDataset[] {
  if (narrow === null) return [];
  return [
    {
      label: '',
      data: [
        { x: narrow.from, y: 0 },
        { x: narrow.from, y: MAX_TOTAL },
      ],
      borderColor: COLORS.muted,
      borderDash: [1, 4],
      borderWidth: 1.5,
      pointRadius: 0,
      pointHitRadius: 0,
      pointHoverRadius: 0,
      order: 3,
    },
  ];
}

/** What the dotted line means; nothing where there is none. */
export function narrowingInWords({ narrow }: CourseAxis): string[] {
  return narrow === null ? [] : [`Right of the dotted line a step of the axis is ${narrow.step} days.`];
}

function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}
