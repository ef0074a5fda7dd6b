import { baselineOf } from '../course/judgement/baseline.js';
import { endpointBy } from '../course/judgement/endpoint.js';
import type { CohortCourse } from './cohort-course.js';

/** How many courses are left at each rung; every rung is counted among the one before. */
export interface Ladder {
  courses: number;
  withBaseline: number;
  withLaterScore: number;
  withInfusion6: number;
  withPostSeries: number;
}

/**
 * How many courses are left at each step from all of them to a complete set of scores?
 *
 * Input: courses. Output: counts, never rising from `courses` to `withPostSeries`; all 0 without a
 * course.
 *
 * Source: this service's definitions.
 *
 * Example: one course 40, 30, then none, and one without any score give 2, 1, 1, 0, 0.
 */
export function ladder(courses: readonly CohortCourse[]): Ladder {
  const rungs = { withBaseline: 0, withLaterScore: 0, withInfusion6: 0, withPostSeries: 0 };
  for (const { scores, postSeries } of courses) {
    if (baselineOf(scores) === null) continue;
    rungs.withBaseline += 1;
    if (endpointBy('last-observed', scores, postSeries) === null) continue;
    rungs.withLaterScore += 1;
    if (endpointBy('infusion-6', scores, postSeries) === null) continue;
    rungs.withInfusion6 += 1;
    if (postSeries !== null) rungs.withPostSeries += 1;
  }
  return { courses: courses.length, ...rungs };
}
