import { OUTCOME_NAMES } from '../outcomes.js';
import { SIZED_TABLES } from '../tally/tally-tables.js';
import type { CourseFacts } from '../judged-course.js';
import type { Group } from './group.js';
import { COMPLETERS, RUNGS, STARTERS, achieved } from './groups.js';

/** What is counted of a network of clinics: of each course its scores at infusions 1 and 6 say whether it is in them. */
export const NETWORK_GROUPS: readonly Group[] = [
  RUNGS.courses,
  STARTERS,
  COMPLETERS,
  ...OUTCOME_NAMES.map((name) => achieved(name, 'infusion-6')),
];

const { size, factsAt } = SIZED_TABLES.change;

/** A place for each score and one for none. */
export const SCORE_PLACES = Math.sqrt(size);

/**
 * In which groups of a network is a concluded course?
 *
 * Output: a bit for each group, at the place of the score (0-64, 65 for none) at infusion 1, times `SCORE_PLACES`, plus that at infusion 6.
 */
export function networkGroupsByScores(): number[] {
  return Array.from({ length: size }, (_, key) => {
    const facts = factsAt(key, null) as CourseFacts;
    return NETWORK_GROUPS.reduce((bits, { holds }, place) => bits | (holds(facts) ? 1 << place : 0), 0);
  });
}
