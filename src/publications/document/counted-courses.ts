import type { CountedPublication, CountedSet } from '../../domain/disclosure/counted-set.js';
import type { CountedRows } from './published-document.repository.js';

/** A course that a publication counts. */
export interface CountedCourse {
  /** Its id as counts hold it: `person/course`. */
  id: string;
  /** Fingerprint of all that any figure counts of it. */
  content: string;
}

/** What a publication counts: each published count, and all courses of its cohort. */
export interface Counted {
  counts: CountedSet[];
  cohort: CountedCourse[];
}

/** The form in which it is kept: the fingerprint of its scores, and a 0 or 1 a count, for each course. */
export function toRows({ counts, cohort }: Counted): CountedRows {
  return {
    counts: counts.map(({ name }) => name),
    courses: cohort.map(({ id }) => id),
    contents: cohort.map(({ content }) => content),
    countedIn: cohort.map(({ id }) => counts.map(({ members }) => (members.has(id) ? '1' : '0')).join('')),
  };
}

/** What was kept, as it was counted. */
export function fromRows({ counts, courses, contents, countedIn }: CountedRows): Counted {
  return {
    cohort: courses.map((id, row) => ({ id, content: contents[row] as string })),
    counts: counts.map((name, place) => ({
      name,
      members: new Set(courses.filter((_course, row) => countedIn[row]?.[place] === '1')),
    })),
  };
}

/** The same as publications are compared: a course with other scores is another course there. */
export function toCompare({ counts, cohort }: Counted): CountedPublication {
  return { counts, cohort: cohort.map(({ id, content }) => `${id}/${content}`) };
}
