/**
 * The smallest number of persons that a published number may be about. Statistical agencies' rule (CMS cell size
 * suppression policy: no cell of 1 to 10, nothing from which one can be computed); a constant, never a setting.
 */
export const DISCLOSURE_THRESHOLD = 11;

/**
 * Whose is this course?
 *
 * Input: the id of a course as publications hold it, `person/course`: it is persons that must not be told apart. Output: the
 * person in it; an id without a slash is of a person with that one course.
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
 * Input: ids of courses as publications hold them. Output: each person once.
 *
 * @example personsIn(['p1/c7', 'p1/c8', 'p2/c1']) // 2
 */
export function personsIn(ids: Iterable<string>): number {
  return new Set(Array.from(ids, personOf)).size;
}
