import type { CohortCourse } from '../../domain/cohort/cohort-course.js';
import { hashOf } from '../../signing/canonical.js';

/** SHA-256 of courses, in any order. Their ids are random, so nobody outside can try out scores on it. */
export function dataHashOf(courses: readonly CohortCourse[]): string {
  return hashOf([...courses].sort((one, other) => (one.courseId < other.courseId ? -1 : 1)));
}
