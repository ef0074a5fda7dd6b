import type { WholeNumber } from '../numbers/number-types.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import type { Cohort, Count } from './cohort.js';
import { both, endedBy, lastScoredAt } from './groups.js';
import { forEachName } from './outcomes.js';

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
    const endings = [...new Set(count.members.map(({ ending }) => ending))];
    const reasons = forEachName(endings, (ending) => cohort.count(both(group, endedBy(ending))));
    return { lastScoredInfusion: infusion, count, reasons };
  });
}
