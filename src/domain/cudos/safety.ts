import { ITEMS, answerTo, type Answers, type ItemAnswer } from './items.js';

/** An item about death or suicide that a person should look at, and what was answered. */
export interface SafetyItem {
  /** @integer @example 15 */
  readonly number: number;
  /** @example "Thoughts of suicide" */
  readonly label: string;
  /** Null: nothing was ticked. @example 2 */
  readonly answer: ItemAnswer | null;
}

/** `positive`: at least one answer above 0. `incomplete`: nothing above 0, but an answer is missing. */
export interface SafetyNotice {
  readonly kind: 'positive' | 'incomplete';
  readonly items: readonly SafetyItem[];
}

/** What every screen that shows a notice says with it, word for word. */
export const SAFETY_NOTICE_WORDS: Readonly<Record<SafetyNotice['kind'], string>> = {
  positive:
    'The patient gave an answer above 0 to an item about death or suicide. Look at it now, act by ' +
    'the clinic’s own procedure, and record what was done.',
  incomplete: 'An item about death or suicide was left unanswered. Ask the patient, and record what was done.',
};

/** What a notice is not; shown beside it, and also where there is none. */
export const SAFETY_NOTICE_LIMITS =
  'This is a notice about answers on a form. Nobody monitors it, it is not a validated suicide ' +
  'screen, and the absence of a notice says nothing about a patient’s safety.';

/**
 * Should a person look at the safety items of this form at once?
 *
 * Input: the 18 answers in the order of the form (0-4 or null), however many are missing. Output: a
 * `positive` notice when item 14 or 15 is 1 or more, also when the total can't be made; otherwise an
 * `incomplete` one when either is missing. It lists the answers above 0 and the missing ones. Null
 * means both were answered 0, and nothing more than that.
 *
 * Source: items 14 and 15 of the CUDOS, Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006;
 * the rule to show any answer above 0 is this service's own.
 *
 * @example safetyNoticeOf(answers with item 14 = 0 and item 15 = 1)
 * // { kind: 'positive', items: [{ number: 15, label: 'Thoughts of suicide', answer: 1 }] }
 */
export function safetyNoticeOf(answers: Answers): SafetyNotice | null {
  const items = ITEMS.filter(({ safety }) => safety === true)
    .map(({ number, label }) => ({ number, label, answer: answerTo(answers, number) }))
    .filter(({ answer }) => answer !== 0);
  if (items.length === 0) return null;
  return { kind: items.some(({ answer }) => answer !== null) ? 'positive' : 'incomplete', items };
}
