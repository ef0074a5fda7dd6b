/** One of the 18 questions, by a subject label of our own: the wording is copyrighted. */
export interface Item {
  readonly number: number;
  readonly key: string;
  readonly label: string;
  /** Items 17 and 18 describe impairment and quality of life and are never part of the total. */
  readonly inTotal: boolean;
  /** Any answer above 0 asks a person to look at it at once. */
  readonly safety?: true;
}

/** Every item is answered 0 to 4, higher is worse, about the past week. */
export const MAX_ANSWER = 4;

/**
 * Which subjects does the questionnaire ask about, in the order of the form?
 *
 * Source: Zimmerman M, Chelminski I, McGlinchey JB, Posternak MA. A clinically useful depression
 * outcome scale. Compr Psychiatry 2008, doi:10.1016/j.comppsych.2007.10.006.
 */
export const ITEMS: readonly Item[] = [
  { number: 1, key: 'depressedMood', label: 'Depressed mood', inTotal: true },
  { number: 2, key: 'reducedInterest', label: 'Reduced interest', inTotal: true },
  { number: 3, key: 'appetiteDecreased', label: 'Appetite decreased', inTotal: true },
  { number: 4, key: 'appetiteIncreased', label: 'Appetite increased', inTotal: true },
  { number: 5, key: 'insomnia', label: 'Insomnia', inTotal: true },
  { number: 6, key: 'hypersomnia', label: 'Hypersomnia', inTotal: true },
  { number: 7, key: 'restlessness', label: 'Restlessness', inTotal: true },
  { number: 8, key: 'slowing', label: 'Slowing', inTotal: true },
  { number: 9, key: 'lowEnergy', label: 'Low energy', inTotal: true },
  { number: 10, key: 'guilt', label: 'Guilt', inTotal: true },
  { number: 11, key: 'senseOfFailure', label: 'Sense of failure', inTotal: true },
  { number: 12, key: 'concentration', label: 'Concentration', inTotal: true },
  { number: 13, key: 'indecision', label: 'Indecision', inTotal: true },
  { number: 14, key: 'wishToBeDead', label: 'Wish to be dead', inTotal: true, safety: true },
  {
    number: 15,
    key: 'thoughtsOfSuicide',
    label: 'Thoughts of suicide',
    inTotal: true,
    safety: true,
  },
  { number: 16, key: 'hopelessness', label: 'Hopelessness', inTotal: true },
  { number: 17, key: 'interference', label: 'Interference', inTotal: false },
  { number: 18, key: 'qualityOfLife', label: 'Quality of life', inTotal: false },
];

export const ITEM_COUNT = ITEMS.length;

/** Item numbers that ask for opposite things, so that both rated high deserve a second look. */
export const OPPOSITE_ITEMS: readonly (readonly [number, number])[] = [
  [3, 4],
  [5, 6],
];

/** What was ticked for one item. @integer @minimum 0 @maximum 4 */
export type ItemAnswer = number;

/**
 * The answers of one form in the order of the items; null where an item was left empty.
 * @minItems 18
 * @maxItems 18
 * @example [3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 0, 0, 2, 3, 3]
 */
export type Answers = readonly (ItemAnswer | null)[];

/**
 * What was answered to this item?
 *
 * Input: the answers in the order of the form, and an item number 1-18. Output: the answer 0-4, higher
 * is worse; null when it was left empty or there is no such item.
 *
 * Source: Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006 (order of the items).
 *
 * @example answerTo([3, null], 1) // 3
 * @example answerTo([3, null], 2) // null
 */
export function answerTo(answers: Answers, number: number): number | null {
  return answers[number - 1] ?? null;
}
