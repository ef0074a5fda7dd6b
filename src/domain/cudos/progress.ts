import { ITEMS, answerTo, type Answers, type Item } from './items.js';

/** How far a form has been filled in. It is never a score, and never replaces one. */
export interface FormProgress {
  /** Of all 18 items, so many have an answer. */
  readonly answered: number;
  /** Of the 16 items that make the total, so many have an answer. */
  readonly answeredInTotal: number;
  /** What these add up to so far, 0-64. */
  readonly pointsSoFar: number;
  /** The items that have no answer, in the order of the form. */
  readonly missing: readonly Item[];
}

/**
 * How far has this form been filled in?
 *
 * Input: 18 answers in the order of the form (0-4 or null). Output: counts of answers, the points of
 * items 1-16 that have one (0-64, a part of a total and no total), and the items that have none. An
 * empty form has 0 of everything and 18 items missing.
 *
 * Source: Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006 (items 1-16 make the total; no
 * rule for missing items is published, so nothing is prorated).
 *
 * @example progressOf(answers with item 1 = 3 and item 17 = 2)
 * // { answered: 2, answeredInTotal: 1, pointsSoFar: 3, missing: [the other 16] }
 */
export function progressOf(answers: Answers): FormProgress {
  const given = ITEMS.filter(({ number }) => answerTo(answers, number) !== null);
  const counting = given.filter(({ inTotal }) => inTotal);
  const points = counting.map(({ number }) => answerTo(answers, number) ?? 0);
  return {
    answered: given.length,
    answeredInTotal: counting.length,
    pointsSoFar: points.reduce((sum, point) => sum + point, 0),
    missing: ITEMS.filter((item) => !given.includes(item)),
  };
}
