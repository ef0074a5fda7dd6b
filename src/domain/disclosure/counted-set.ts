/**
 * The smallest number of courses that a published number may be about. Statistical agencies' rule (CMS cell
 * size suppression policy: no cell of 1 to 10, nothing from which one can be computed); a constant, never a setting.
 */
export const DISCLOSURE_THRESHOLD = 11;

/** The most courses that are too few. */
export const TOO_FEW = DISCLOSURE_THRESHOLD - 1;

/** A count that is public, or is to be: what it counts, and the ids of the courses in it. */
export interface CountedSet {
  name: string;
  members: ReadonlySet<string>;
}
