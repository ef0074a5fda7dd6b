/**
 * The smallest number of courses that a published number may be about. Statistical agencies' rule (CMS cell
 * size suppression policy: no cell of 1 to 10, nothing from which one can be computed); a constant, never a setting.
 */
export const DISCLOSURE_THRESHOLD = 11;

/** The most courses that are too few. */
export const TOO_FEW = DISCLOSURE_THRESHOLD - 1;

/**
 * A count that is public, or is to be: what it counts, and the ids of the courses in it. The id of a course begins
 * with the person it is of and a slash (`person/course`), because it is persons that must not be distinguished; an
 * id without a slash is of a person with that one course.
 */
export interface CountedSet {
  name: string;
  members: ReadonlySet<string>;
}

/**
 * What a publication counts: each published count, and its cohort. A course of the cohort is named by its id and,
 * after one more slash, by a fingerprint of its scores: with another score it is another course here, because the
 * difference of two means would reveal the scores of those who were corrected.
 */
export interface CountedPublication {
  counts: readonly CountedSet[];
  cohort: readonly string[];
}

/**
 * Whose is this course?
 *
 * Input: the id of a course as counts hold it. Output: the person in it.
 *
 * @example personOf('p1/c7') // 'p1'; personOf('c7') is 'c7'
 */
export function personOf(id: string): string {
  const end = id.indexOf('/');
  return end < 0 ? id : id.slice(0, end);
}

/**
 * Which course is this, whatever its scores were?
 *
 * Input: a course as a cohort holds it, `person/course/fingerprint`. Output: its id as counts hold it; the same where
 * there is no fingerprint.
 *
 * @example withoutContent('p1/c7/5e1f') // 'p1/c7'
 */
export function withoutContent(course: string): string {
  const end = course.indexOf('/', course.indexOf('/') + 1);
  return end < 0 ? course : course.slice(0, end);
}

/**
 * How many persons are these courses of?
 *
 * Input: ids of courses as counts hold them. Output: each person once.
 *
 * @example personsIn(['p1/c7', 'p1/c8', 'p2/c1']) // 2
 */
export function personsIn(ids: Iterable<string>): number {
  return new Set(Array.from(ids, personOf)).size;
}

/**
 * Are these courses of so few persons that they must not be distinguished?
 *
 * Input: ids of courses as counts hold them. Output: whether they are of 1 to 10 persons; no course is of nobody.
 *
 * Source: as for `DISCLOSURE_THRESHOLD`.
 *
 * @example areFew(['p1/c7', 'p1/c8']) // true
 */
export function areFew(ids: Iterable<string>): boolean {
  const persons = new Set<string>();
  for (const id of ids) {
    persons.add(personOf(id));
    if (persons.size > TOO_FEW) return false;
  }
  return persons.size > 0;
}
