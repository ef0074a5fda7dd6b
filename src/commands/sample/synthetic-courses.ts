import { addDays } from '../../domain/calendar/calendar.js';
import type { StopReason } from '../../domain/course/record/stop-reasons.js';
import { between, chance, pick, seededRandom, wholeBetween, type Random } from './random.js';
import { keepsItems, plannedCourse, visitDays, withInfusions, type SampleCourse } from './sample-course.js';
import { withStop } from './stopped-courses.js';
import { anyBaseline, totalsBetween } from './totals.js';

const FIRST_START = '2020-01-06';
/** Six years, so that all of them lie in the past. */
const WEEKS = 312;
/** About half of real patients don't finish six infusions. */
const COMPLETED = 0.55;
const REASONS: readonly StopReason[] = ['noBenefit', 'cost', 'lostToFollowUp', 'sideEffects'];

/** So many plausible concluded inductions of 2020 to 2025, one after the other, for measuring speed. */
export function* syntheticCourses(count: number, seed: number): Generator<SampleCourse> {
  const random = seededRandom(seed);
  for (let made = 0; made < count; made += 1) yield syntheticCourse(random);
}

function syntheticCourse(random: Random): SampleCourse {
  const startedOn = addDays(FIRST_START, 7 * wholeBetween(random, 0, WEEKS - 1));
  const completed = chance(random, COMPLETED);
  const baseline = anyBaseline(random);
  const end = Math.round(baseline * between(random, 0.05, 1.1));
  const visits = completed ? 6 : wholeBetween(random, 1, 5);
  const totals = totalsBetween(random, baseline, end).slice(0, visits);
  const empty = plannedCourse(random, startedOn);
  const days = visitDays(random, empty);
  const course = withInfusions(random, empty, days, totals, keepsItems(random));
  return completed ? course : withStop(random, course, pick(random, REASONS));
}
