import { INFUSION_NUMBERS } from '../course/record/slots.js';
import { describe } from '../statistics/describe.js';
import type { Description } from '../statistics/describe.js';
import type { CohortCourse } from './cohort-course.js';

/**
 * Where do the scores of these courses lie at each infusion?
 *
 * Input: courses. Output: six descriptions in points (0-64, down is better), one an infusion, each
 * of the scores observed there: its n says of how many. Nothing is filled in, so the courses behind
 * two neighbouring means need not be the same.
 *
 * Source: this service's definitions.
 *
 * Example: courses 40, 30, then none and 20, none, 10, then none have n 2, 1, 1, 0, 0, 0 and means
 * 30, 30, 10, then null.
 */
export function trajectory(courses: readonly CohortCourse[]): Description[] {
  return INFUSION_NUMBERS.map((infusion) => {
    const observed: number[] = [];
    for (const { scores } of courses) {
      const score = scores[infusion - 1] ?? null;
      if (score !== null) observed.push(score);
    }
    return describe(observed);
  });
}
