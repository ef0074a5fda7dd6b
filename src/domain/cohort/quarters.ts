import { quarterOf } from '../calendar/calendar.js';
import type { CohortCourse } from './cohort-course.js';

const QUARTERS_A_YEAR = 4;

/** The courses that started in one quarter, named like `2026-Q1`. */
export interface QuarterGroup {
  quarter: string;
  members: CohortCourse[];
}

/**
 * Which courses started in which quarter?
 *
 * Input: courses. Output: every quarter from the first start to the last, in order, with its
 * courses (none in some); nothing without a course. A start that is no calendar date throws a
 * RangeError.
 *
 * Source: this service's definitions.
 *
 * Example: starts on 2025-12-31 and 2026-04-01 give 2025-Q4, an empty 2026-Q1, and 2026-Q2.
 */
export function groupByQuarter(courses: readonly CohortCourse[]): QuarterGroup[] {
  const groups = new Map<string, CohortCourse[]>();
  const quarterOn = new Map<string, string>();
  for (const course of courses) {
    const quarter = quarterOn.get(course.startedOn) ?? quarterOf(course.startedOn);
    quarterOn.set(course.startedOn, quarter);
    const members = groups.get(quarter);
    if (members === undefined) groups.set(quarter, [course]);
    else members.push(course);
  }
  return everyQuarter([...groups.keys()].sort()).map((quarter) => ({
    quarter,
    members: groups.get(quarter) ?? [],
  }));
}

function everyQuarter(sorted: readonly string[]): string[] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const quarters = [first];
  for (let quarter = first; quarter !== last;) {
    quarter = quarterAfter(quarter);
    quarters.push(quarter);
  }
  return quarters;
}

function quarterAfter(quarter: string): string {
  const [year, ordinal] = quarter.split('-Q').map(Number) as [number, number];
  return ordinal === QUARTERS_A_YEAR ? `${year + 1}-Q1` : `${year}-Q${ordinal + 1}`;
}
