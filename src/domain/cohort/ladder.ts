import type { WholeNumber } from '../numbers/number-types.js';
import type { Cohort, Count } from './cohort.js';
import { RUNGS } from './groups/groups.js';
import { forEachName } from './outcomes.js';

export type RungName = keyof typeof RUNGS;

/** How many courses are left at each rung; every rung is counted among the one before. */
export interface Ladder<N = WholeNumber> extends Record<RungName, N> {
  /** All concluded courses. */
  courses: N;
  /** Of these, with a score at infusion 1. */
  withBaseline: N;
  /** Of these, with a score at any of infusions 2 to 6. */
  withLaterScore: N;
  /** Of these, with a score at infusion 6. */
  withInfusion6: N;
  /** Of these, with a post-series score. */
  withPostSeries: N;
}

export const RUNG_NAMES = Object.keys(RUNGS) as RungName[];

/**
 * How many courses are left at each step from all of them to a complete set of scores?
 *
 * Input: a cohort. Output: counts, never rising from `courses` to `withPostSeries`. In trials: the CONSORT flow.
 *
 * Example: one course 40, 30, then none, and one without any score give 2, 1, 1, 0, 0.
 */
export function ladder(cohort: Cohort): Ladder<Count> {
  return forEachName(RUNG_NAMES, (name) => cohort.count(RUNGS[name]));
}
