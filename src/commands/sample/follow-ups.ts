import { addDays } from '../../domain/calendar/calendar.js';
import { recordOf, totalAt, type SlotRecord } from '../../domain/course/record/course-record.js';
import { delayed } from './clinic-days.js';
import { chance, pick, wholeBetween, type Random } from './random.js';
import { slotRecord, type SampleCourse } from './sample-course.js';
import { nearTo } from './totals.js';

const FOLLOW_UP_WEEKS = [4, 8, 12, 24] as const;
/** Whole weeks keep the weekday of infusion 6, which is a workday. */
const POST_SERIES_DAYS = [7, 14, 21];
const WITH_POST_SERIES = 0.4;
const WITH_FOLLOW_UPS = 1 / 3;
/** Points by which a score moves from one follow-up to the next: without treatment more often up. */
const DRIFT = { from: -3, to: 6 };

/** A completed course with its scores after the series, as far as their days lie before today. */
export function withFollowUps(random: Random, course: SampleCourse, today: string): SampleCourse {
  const sixth = recordOf(course, 'infusion-6')?.assessedOn ?? today;
  const itemLevel = course.slots.some(({ answers }) => answers !== null);
  const after: SlotRecord[] = [];
  let total = totalAt(course, 'infusion-6') ?? 0;
  const add = (slot: SlotRecord['slot'], on: string) => {
    total = nearTo(total, total + wholeBetween(random, DRIFT.from, DRIFT.to));
    if (on < today) after.push(slotRecord(random, slot, on, total, itemLevel));
  };
  if (chance(random, WITH_POST_SERIES)) add('post-series', addDays(sixth, pick(random, POST_SERIES_DAYS)));
  if (chance(random, WITH_FOLLOW_UPS))
    for (const weeks of FOLLOW_UP_WEEKS) add(`follow-up-${weeks}`, delayed(random, addDays(sixth, 7 * weeks)));
  return { ...course, slots: [...course.slots, ...after] };
}
