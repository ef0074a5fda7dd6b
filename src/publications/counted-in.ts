import type { CountedSet } from '../domain/disclosure/counted-set.js';
import type { CountedPublication } from './publication-course.repository.js';

/** What a publication counts: each published count, and all of its cohort, as `patient/course/content`. */
export interface Counted {
  counts: CountedSet[];
  cohort: string[];
}

/** The form in which it is kept: the fingerprint of its scores, and a 0 or 1 a count, for each course. */
export function toRows({ counts, cohort }: Counted): {
  names: string[];
  courseIds: string[];
  contents: string[];
  countedIn: string[];
} {
  const parts = cohort.map((course) => course.split('/') as [string, string, string]);
  return {
    names: counts.map(({ name }) => name),
    courseIds: parts.map(([, courseId]) => courseId),
    contents: parts.map(([, , content]) => content),
    countedIn: cohort.map((course) =>
      counts.map(({ members }) => (members.has(withoutContent(course)) ? '1' : '0')).join(''),
    ),
  };
}

/** What was kept, as it was counted. */
export function fromRows({ counts, courses, contents, countedIn }: CountedPublication): Counted {
  return {
    cohort: courses.map((course, row) => `${course}/${contents[row]}`),
    counts: counts.map((name, place) => ({
      name,
      members: new Set(courses.filter((_course, row) => countedIn[row]?.[place] === '1')),
    })),
  };
}

/** A course of a cohort as counts hold it, whatever its scores were. */
export function withoutContent(course: string): string {
  return course.slice(0, course.lastIndexOf('/'));
}
