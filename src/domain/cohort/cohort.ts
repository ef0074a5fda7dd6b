import { quarterOf } from '../calendar/calendar.js';
import { NO_BASELINES, reliableChangeThreshold } from '../course/judgement/reliable-change.js';
import type { Baselines } from '../course/judgement/reliable-change.js';
import type { CohortCourse } from './cohort-course.js';
import type { Group } from './groups.js';
import { judgedCourse } from './judged-course.js';
import type { JudgedCourse } from './judged-course.js';

/** A number of courses that is its members: nobody can print one and list the others. */
export class Count<Course extends CohortCourse = CohortCourse> {
  constructor(
    /** The name of the group that is counted, as `groupNamed` takes it. */
    readonly group: string,
    readonly members: readonly JudgedCourse<Course>[],
    /** False where nobody knows who belongs into the group, which then has no members. */
    readonly isKnown = true,
  ) {}

  get size(): number {
    return this.members.length;
  }

  get courses(): Course[] {
    return this.members.map(({ course }) => course);
  }
}

/** Courses, each judged once, and who of them is in which group. */
export interface Cohort<Course extends CohortCourse = CohortCourse> {
  courses: readonly JudgedCourse<Course>[];
  /** Of the clinic, whatever the cohort. */
  baselines: Baselines;
  /** How many courses are still under way, by the quarter of their start; no group has them. */
  underWay: ReadonlyMap<string, number>;
  /** More points than this are a reliable change; null where the baselines give none. */
  reliableChangeThreshold: number | null;
  /** Who of them is in this group? Asked twice, the same answer. */
  count: (group: Group) => Count<Course>;
}

/**
 * What is to be counted of these courses?
 *
 * Input: concluded courses with totals 0-64, in any order, the baselines of the clinic's induction courses, and the courses
 * of the same filter that are still under way. Output: the courses, judged by the threshold of reliable change that these baselines give, and the count of any group of them. A start that is no calendar date throws a RangeError.
 *
 * @example cohortOf([40 falling to 20, 40 falling to 21]).count(achieved('response', 'infusion-6')).size // 1
 */
export function cohortOf<Course extends CohortCourse>(
  courses: readonly Course[],
  baselines: Baselines = NO_BASELINES,
  underWay: readonly Pick<CohortCourse, 'startedOn'>[] = [],
): Cohort<Course> {
  const threshold = reliableChangeThreshold(baselines);
  const judged = courses.map((course) => judgedCourse(course, threshold));
  const counts = new Map<string, Count<Course>>();
  const count = (group: Group) => {
    const known = counts.get(group.name) ?? new Count(group.name, judged.filter(group.holds));
    counts.set(group.name, known);
    return known;
  };
  return {
    courses: judged,
    baselines,
    underWay: byQuarterOfStart(underWay),
    reliableChangeThreshold: threshold,
    count,
  };
}

function byQuarterOfStart(underWay: readonly Pick<CohortCourse, 'startedOn'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { startedOn } of underWay) {
    const quarter = quarterOf(startedOn);
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  return counts;
}
