import type { WholeNumber } from '../numbers/number-types.js';
import { ENDINGS } from '../course/judgement/ending.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import type { Cohort, Count } from './cohort.js';
import { both } from './groups/group.js';
import { endedBy } from './groups/ending-groups.js';
import { lastScoredAt } from './groups/infusion-groups.js';
import { forEachName } from './outcomes.js';

const ENDING_NAMES: readonly string[] = Object.keys(ENDINGS);

/** The starters last scored at one infusion, and how many of them ended for which reason. */
export interface AttritionStep<N = WholeNumber> {
  /** @integer @minimum 1 @maximum 6 */
  lastScoredInfusion: number;
  /** Starters last scored there. */
  count: N;
  /** How many for which reason for stopping; `completed` where the course was, `noFurtherVisit` where it is lost. */
  reasons: Record<string, N>;
}

/**
 * At which infusion were those who started last seen, and why did they end there?
 *
 * Input: a cohort. Output: six steps in the order of the infusions; the counts add up to the starters and the reasons of
 * a step to its count. The reasons are the names of `ENDINGS`.
 *
 * Example: a course 40, 30 stopped for cost is counted at infusion 2 under `cost`.
 */
export function attrition(cohort: Cohort): AttritionStep<Count>[] {
  return INFUSION_NUMBERS.map((infusion) => {
    const group = lastScoredAt(infusion);
    const count = cohort.count(group);
    const endings = [...new Set(cohort.cells(group).map(({ facts }) => facts.ending))].sort(byOrderOfEndings);
    const reasons = forEachName(endings, (ending) => cohort.count(both(group, endedBy(ending))));
    return { lastScoredInfusion: infusion, count, reasons };
  });
}

/** As in `ENDINGS`; names that are none, as of another version, last. */
function byOrderOfEndings(one: string, other: string): number {
  const [first, second] = [one, other].map((ending) => ENDING_NAMES.indexOf(ending) + 1 || Infinity);
  if (first !== second) return (first ?? 0) - (second ?? 0);
  return one < other ? -1 : 1;
}
