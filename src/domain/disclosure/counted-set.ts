/**
 * The smallest number of courses that a published number may be about. Statistical agencies' rule (CMS cell
 * size suppression policy: no cell of 1 to 10, nothing from which one can be computed); a constant, never a setting.
 */
export const DISCLOSURE_THRESHOLD = 11;

/** The most courses that are too few. */
export const TOO_FEW = DISCLOSURE_THRESHOLD - 1;

/**
 * A count that is public, or is to be: what it counts, and the ids of the courses in it. The id of a course begins
 * with the person it is of and a slash (`person/course`), because it is persons that must not be told apart; an
 * id without a slash is of a person with that one course.
 */
export interface CountedSet {
  name: string;
  members: ReadonlySet<string>;
}

/**
 * Whose is this course?
 *
 * Input: the id of a course as counts hold it. Output: the person in it.
 *
 * Source: this service's conventions.
 *
 * @example personOf('p1/c7') // 'p1'; personOf('c7') is 'c7'
 */
export function personOf(id: string): string {
  const end = id.indexOf('/');
  return end < 0 ? id : id.slice(0, end);
}

/**
 * How many persons are these courses of?
 *
 * Input: ids of courses as counts hold them. Output: each person once.
 *
 * Source: this service's conventions.
 *
 * @example personsIn(['p1/c7', 'p1/c8', 'p2/c1']) // 2
 */
export function personsIn(ids: Iterable<string>): number {
  return new Set(Array.from(ids, personOf)).size;
}
