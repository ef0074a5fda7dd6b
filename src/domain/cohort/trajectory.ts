import { INFUSION_NUMBERS } from '../course/record/slots.js';
import type { Description } from '../statistics/describe.js';
import type { Cohort, Count } from './cohort.js';
import { describeOf } from './counted.js';
import { both } from './groups/group.js';
import type { Group } from './groups/group.js';
import { scoredAt } from './groups/infusion-groups.js';

/**
 * Where do the scores of these courses lie at each infusion?
 *
 * Input: a cohort, and optionally the group of it to look at. Output: six descriptions in points (0-64, down is better),
 * one an infusion, each of the scores observed there: its n says of how many. Nothing is filled in, so the courses behind
 * two neighboring means need not be the same.
 *
 * Example: courses 40, 30, then none and 20, none, 10, then none have n 2, 1, 1, 0, 0, 0 and means 30, 30, 10, then null.
 */
export function trajectory(cohort: Cohort, group?: Group): Description<Count>[] {
  return INFUSION_NUMBERS.map((infusion) => {
    const scored = scoredAt(infusion);
    const members = group ? both(scored, group) : scored;
    const scores = cohort.cells(members).map(({ facts, n }) => ({ value: Number(facts[`score-${infusion}`]), n }));
    return describeOf(cohort.count(members), scores);
  });
}
