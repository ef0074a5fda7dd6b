import type { WholeNumber } from '../numbers/number-types.js';
import type { Rate } from '../statistics/rate.js';
import type { Cohort, Count } from './cohort.js';
import { rateOf } from './counted.js';
import { STARTERS } from './groups/groups.js';
import { respondedBy } from './groups/infusion-groups.js';
import { AFTER_BASELINE } from './judged-course.js';

/** The starters whose first response came at one infusion or before. */
export interface CumulativeStep<N = WholeNumber> extends Rate<N> {
  /** @integer @minimum 2 @maximum 6 */
  infusion: number;
}

/**
 * Which share of those who started had responded by each infusion?
 *
 * Input: a cohort. Output: infusions 2 to 6, each with the starters whose first response came there or before, in percent of
 * all starters with Wilson's interval; null of nobody. It never falls. Who stopped without a response has not responded:
 * stopping is an outcome, not chance. A response that is lost again later was one, so this is never the response at
 * infusion 6.
 *
 * Source: with nobody censored before the last infusion the Aalen-Johansen estimate is this share: Aalen and Johansen
 * (1978), Scandinavian Journal of Statistics 5:141-150.
 *
 * Example: of 40, 20 (responds at 2), 40, 30, 20 (responds at 3) and 40, 30 (stops after 2) one third has responded by 2, two
 * thirds by 3 and later.
 */
export function cumulativeResponse(cohort: Cohort): CumulativeStep<Count>[] {
  const starters = cohort.count(STARTERS);
  return AFTER_BASELINE.map((infusion) => ({ infusion, ...rateOf(cohort.count(respondedBy(infusion)), starters) }));
}
