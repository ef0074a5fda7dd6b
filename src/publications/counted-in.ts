import type { CountedSet } from '../domain/disclosure/counted-set.js';
import type { CountedPublication } from './publication-course.repository.js';

/** What a publication counts: each published count, and all of its cohort. */
export interface Counted {
  counts: CountedSet[];
  cohort: string[];
}

/** The form in which it is kept: a 0 or 1 a count for each course. */
export function toRows({ counts, cohort }: Counted): {
  names: string[];
  courseIds: string[];
  countedIn: string[];
} {
  return {
    names: counts.map(({ name }) => name),
    courseIds: cohort,
    countedIn: cohort.map((courseId) =>
      counts.map(({ members }) => (members.has(courseId) ? '1' : '0')).join(''),
    ),
  };
}

/** What was kept, as it was counted. */
export function fromRows({ counts, courseIds, countedIn }: CountedPublication): Counted {
  return {
    cohort: courseIds,
    counts: counts.map((name, place) => ({
      name,
      members: new Set(courseIds.filter((_courseId, row) => countedIn[row]?.[place] === '1')),
    })),
  };
}
