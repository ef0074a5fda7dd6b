import type { Proportion, WholeNumber } from '../numbers/number-types.js';
import { kaplanMeier } from '../statistics/kaplan-meier.js';
import type { Cohort, Count } from './cohort.js';
import { atRiskAt, firstResponseAt } from './groups/infusion-groups.js';
import { AFTER_BASELINE } from './judged-course.js';

/**
 * Proportions 0-1 after one infusion: not yet, and ever responded by then. They add up to 1; where nobody is at risk the
 * second is null.
 */
export interface ResponseStep<N = WholeNumber> {
  /** @integer @minimum 2 @maximum 6 */
  infusion: number;
  /** Starters scored here or later who had not responded before. */
  atRisk: N;
  /** Of these, with their first response here. */
  responses: N;
  /** Proportion without a response so far. */
  notYetResponded: Proportion;
  /** Proportion with a response so far, an upper bound; null where nobody is at risk. */
  everResponded: Proportion | null;
}

/**
 * By which infusion would those who start have responded at most, had nobody stopped?
 *
 * Input: a cohort. Output: infusions 2-6, each with the starters at risk, the first responses and the Kaplan-Meier
 * proportion (0-1) of not yet and of ever responded. A course is at risk until its first response or its last score; a
 * missed infusion in between stays at risk. "Ever responded" is an upper bound, as if those who stop would
 * have responded like the others, and says nothing about the score at infusion 6; `cumulativeResponse` is what is shown. It
 * is null where nobody is at risk.
 *
 * Source: Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452.
 *
 * Example: of 40, 20 (responds at 2), 40, 30, 20 (responds at 3) and 40, 30 (stops after 2) two thirds have not yet
 * responded after 2, none after 3.
 */
export function timeToResponse(cohort: Cohort): ResponseStep<Count>[] {
  const observations = cohort.cells(atRiskAt(0)).map(({ facts, n }) => ({ ...facts.firstResponse, n }));
  return kaplanMeier(observations, AFTER_BASELINE).map(({ time, surviving }) => {
    const atRisk = cohort.count(atRiskAt(time));
    const responses = cohort.count(firstResponseAt(time));
    return {
      infusion: time,
      atRisk,
      responses,
      notYetResponded: surviving,
      everResponded: atRisk.size === 0 ? null : 1 - surviving,
    };
  });
}
