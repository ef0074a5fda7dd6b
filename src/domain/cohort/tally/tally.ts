import { quarterOf } from '../../calendar/calendar.js';
import type { CohortCourse } from '../cohort-course.js';
import { countedCourse } from '../judged-course.js';
import { SumsBuilder, addedUp } from './sums-builder.js';
import type { Sums } from './sums.js';

/** What the courses of a cohort add up to: the sums of each quarter (`2026-Q1`) in which some of them started. */
export type Tally = ReadonlyMap<string, Sums>;

/** The tally of no course. */
export const EMPTY_TALLY: Tally = new Map();

/**
 * What do these courses add up to?
 *
 * Input: concluded courses with totals 0-64, and the courses of the same filter that are still under way. Output: their
 * tally. A total outside 0-64, or a start that is no calendar date, throws a RangeError.
 *
 * @example tallyOf([40 falling to 20, 40 falling to 20]) // of their quarter, `last` has one cell with 2
 */
export function tallyOf(
  courses: readonly CohortCourse[],
  underWay: readonly Pick<CohortCourse, 'startedOn'>[] = [],
): Tally {
  const builders = new Map<string, SumsBuilder>();
  const builderOf = (startedOn: string) => {
    const quarter = quarterOf(startedOn);
    const builder = builders.get(quarter) ?? new SumsBuilder();
    builders.set(quarter, builder);
    return builder;
  };
  for (const course of courses) builderOf(course.startedOn).add(countedCourse(course));
  for (const { startedOn } of underWay) builderOf(startedOn).addUnderWay(1);
  return new Map(Array.from(builders, ([quarter, builder]) => [quarter, builder.sums()]));
}

/**
 * What do the courses of several tallies add up to?
 *
 * Input: tallies of different courses. Output: the tally of all their courses, the same in whichever order they come.
 *
 * @example mergedTally([tallyOf(some), tallyOf(others)]) // as tallyOf([...some, ...others])
 */
export function mergedTally(tallies: readonly Tally[]): Tally {
  const quarters = new Map<string, Sums[]>();
  for (const tally of tallies) {
    for (const [quarter, sums] of tally) quarters.set(quarter, [...(quarters.get(quarter) ?? []), sums]);
  }
  return new Map(Array.from(quarters, ([quarter, parts]) => [quarter, addedUp(parts)]));
}
