import { addDays } from '../../domain/calendar/calendar.js';
import { startDays } from './clinic-days.js';
import { between, type Random } from './random.js';
import { keepsItems, plannedCourse, plannedDays, withInfusions } from './sample-course.js';
import type { SampleCourse } from './sample-course.js';
import { anyBaseline, drawnBaseline, totalsBetween } from './totals.js';

const COUNT = 12;
/** The oldest began so many days ago: its sixth infusion is still to come. */
const OLDEST = 16;
/** So many of the oldest have a visit of which nobody has said what happened. */
const WITH_UNRESOLVED_VISIT = 2;
/** So many of the latest are severe with item answers, so that a notice waits to be acknowledged. */
const WITH_SAFETY_NOTICE = 3;

/** Of these two, by their places, somebody may need to look: one hardly improves, the scores of the other rise. */
const HARDLY_BETTER = 3;
const RISING = 4;
const RISES = [0, -9, -6, -2, 1, 3];

/** The 12 inductions under way, oldest first: every visit before today is scored, the rest is due. */
export function coursesUnderWay(random: Random, today: string): SampleCourse[] {
  const days = startDays(addDays(today, -OLDEST), addDays(today, -1));
  return Array.from({ length: COUNT }, (_, at) => {
    const course = plannedCourse(random, days[Math.floor((at * days.length) / COUNT)] ?? today);
    const severe = at >= COUNT - WITH_SAFETY_NOTICE;
    const baseline = severe ? drawnBaseline(random, 'severe') : anyBaseline(random);
    const share = at === HARDLY_BETTER ? 0.93 : between(random, 0.15, 0.8);
    const falling = totalsBetween(random, baseline, Math.round(baseline * share));
    const totals = at === RISING ? RISES.map((points) => baseline + points) : falling;
    const past = plannedDays(course).filter((day) => day < today);
    const recorded = at < WITH_UNRESOLVED_VISIT ? past.slice(0, -1) : past;
    return withInfusions(random, course, recorded, totals, severe || keepsItems(random));
  });
}
