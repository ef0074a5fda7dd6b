import type { Fault } from '../fault.js';
import { ITEM_COUNT, ITEMS, MAX_ANSWER, answerTo, type Answers } from './items.js';

/** Highest possible total: 16 items of at most 4. */
export const MAX_TOTAL = 64;

/** Total score in points, higher is worse. @integer @minimum 0 @maximum 64 @example 35 */
export type TotalScore = number;

/** Highest sum of all 18 items, the ceiling of the mistaken 0-72 range. */
const MAX_SUM_OF_ALL_ITEMS = ITEM_COUNT * MAX_ANSWER;

/**
 * Is this value a possible CUDOS total, and if not, why not?
 *
 * Input: anything. Output: the broken rule as a list of one fault, or an empty list for a whole
 * number 0-64. Text is never read as a number. 65-72 has a rule of its own, because pages that
 * give the range as 0-72 add items 17 and 18.
 *
 * Source: Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006 (items 1-16 make the total).
 *
 * @example checkTotal(64) // []
 * @example checkTotal(65)[0].rule // 'total-of-all-items'
 */
export function checkTotal(value: unknown): Fault[] {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return fault('total-not-a-number', `The total must be a number from 0 to ${MAX_TOTAL}.`);
  if (value < 0) return fault('total-negative', `${value} is below 0, the lowest possible total.`);
  if (!Number.isInteger(value))
    return fault('total-not-whole', `${value} is not a whole number. Totals have no decimals.`);
  if (value <= MAX_TOTAL) return [];
  if (value <= MAX_SUM_OF_ALL_ITEMS)
    return fault(
      'total-of-all-items',
      `${value} is above ${MAX_TOTAL}, the highest possible total. Pages that give the range as ` +
        `0 to ${MAX_SUM_OF_ALL_ITEMS} are wrong: they add items 17 and 18. This may be a total of ` +
        `all ${ITEM_COUNT} items; add up items 1 to 16 only.`,
    );
  return fault(
    'total-too-high',
    `${value} is above ${MAX_TOTAL}, the highest possible total. Check for a typing error.`,
  );
}

/**
 * Are these the answers of one CUDOS form, and if not, which are wrong?
 *
 * Input: anything. Output: every fault at once, each pointing at its entry (`/13` is item 14); an
 * empty list for exactly 18 entries that are each a whole number 0-4 or null (left empty).
 *
 * Source: Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006.
 *
 * @example checkAnswers([...Array(17).fill(0), 5]) // [{ rule: 'answer-out-of-range', path: '/17', … }]
 */
export function checkAnswers(answers: unknown): Fault[] {
  if (!Array.isArray(answers) || answers.length !== ITEM_COUNT)
    return fault(
      'answers-not-18',
      `A form has exactly ${ITEM_COUNT} answers, in order, with an empty one (null) where nothing was ticked.`,
    );
  return ITEMS.filter(({ number }) => !isAnswer(answers[number - 1])).map(({ number, label }) => ({
    rule: 'answer-out-of-range',
    message: `Item ${number} (${label}) must be a whole number from 0 to ${MAX_ANSWER}, or empty.`,
    path: `/${number - 1}`,
  }));
}

/**
 * What total do these answers make?
 *
 * Input: 18 answers in the order of the form (0-4 or null). Output: the sum of items 1-16, 0-64,
 * higher is worse; items 17 and 18 never count. Null when any of the 16 is missing or impossible:
 * no rule for missing items is published, so nothing is prorated.
 *
 * Source: Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006.
 *
 * @example totalOf(Array(18).fill(2)) // 32
 */
export function totalOf(answers: Answers): number | null {
  let total = 0;
  for (const { number, inTotal } of ITEMS) {
    if (!inTotal) continue;
    const answer = answerTo(answers, number);
    if (answer === null || !isAnswer(answer)) return null;
    total += answer;
  }
  return total;
}

/**
 * Why do these answers make no total?
 *
 * Input: 18 answers in the order of the form (0-4 or null). Output: a sentence that names the missing
 * items among the 16 that count; an impossible answer is named like a missing one. Null where there is
 * a total 0-64; items 17 and 18 may be missing.
 *
 * Source: Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006 (no rule for missing items is
 * published, so nothing is prorated).
 *
 * @example noTotalBecause(answers without items 3 and 14)
 * // 'Items 3 and 14 are not answered; without all 16 there is no total.'
 */
export function noTotalBecause(answers: Answers): string | null {
  const missing = ITEMS.filter(({ number, inTotal }) => {
    const answer = answerTo(answers, number);
    return inTotal && (answer === null || !isAnswer(answer));
  }).map(({ number }) => String(number));
  if (missing.length === 0) return null;
  const named = new Intl.ListFormat('en-GB').format(missing);
  const subject = missing.length === 1 ? `Item ${named} is` : `Items ${named} are`;
  return `${subject} not answered; without all 16 there is no total.`;
}

function isAnswer(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_ANSWER);
}

function fault(rule: string, message: string): Fault[] {
  return [{ rule, message }];
}
