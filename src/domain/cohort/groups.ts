import { baselineOf } from '../course/judgement/baseline.js';
import { quarterOf } from '../calendar/calendar.js';
import { reliableChangeThreshold } from '../course/judgement/reliable-change.js';
import { standardDeviation } from '../statistics/describe.js';
import type { CohortCourse } from './cohort-course.js';
import { GROUPS } from './group-definitions.js';
import type { GroupDefinition } from './group-definitions.js';

const QUARTER_GROUP = /^quarter-(\d{4}-Q[1-4])$/;

/** Courses that a number counts, by the name it is asked for with. */
export interface CohortGroup extends GroupDefinition {
  name: string;
}

/**
 * Which courses does this name stand for?
 *
 * Input: the name of a group (`responders`, `quarter-2025-Q2`), or several with commas between for
 * those who are in each of them. Output: the group with its label; null for a name that is none.
 *
 * Source: this service's definitions.
 *
 * Example: `groupNamed('responders,baseline-mild')` holds of a course that fell from 30 to 15 at infusion 6.
 */
export function groupNamed(name: string): CohortGroup | null {
  const parts = name.split(',').map(partNamed);
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return {
    name,
    label: known.map(({ label }) => label).join('; '),
    holds: (course, threshold) => known.every(({ holds }) => holds(course, threshold)),
  };
}

function partNamed(name: string): GroupDefinition | null {
  const quarter = QUARTER_GROUP.exec(name)?.[1];
  if (quarter === undefined) return GROUPS.get(name) ?? null;
  const label = `Started in ${quarter}`;
  return { label, holds: ({ startedOn }) => quarterOf(startedOn) === quarter };
}

/**
 * Which courses of a cohort are in this group?
 *
 * Input: a group, and all courses of the cohort, whose baselines say how many points are a reliable
 * change. Output: those in the group, in their order; their number is the one the outcome of the same
 * cohort prints for the group.
 *
 * Source: this service's definitions.
 *
 * Example: of 40 falling to 20 and 40 falling to 21 at infusion 6 the first is in `responders`.
 */
export function coursesIn<Course extends CohortCourse>(group: CohortGroup, courses: readonly Course[]): Course[] {
  const threshold = thresholdOf(courses);
  return courses.filter((course) => group.holds(course, threshold));
}

/**
 * How many points are a reliable change in this cohort?
 *
 * Input: the courses of a cohort. Output: points, by the SD of all its baselines; null under two.
 *
 * Source: as for `reliableChangeThreshold`.
 *
 * Example: baselines 10, 20 and 30 (SD 10) give 7.84 points.
 */
export function thresholdOf(courses: readonly CohortCourse[]): number | null {
  const baselines = courses.map(({ scores }) => baselineOf(scores));
  return reliableChangeThreshold(standardDeviation(baselines.filter((total) => total !== null)));
}
