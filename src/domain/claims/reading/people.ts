/** Words for those whom a figure counts. */
export const PEOPLE =
  'patients?|people|persons?|clients?|participants?|adults?|men|women|veterans?|individuals?|courses?|cases?|completers?|starters?|responders?|non-?responders?|sufferers?';

const WHOLE_WORD = new RegExp(`^(?:${PEOPLE})$`, 'u');

/**
 * Does this word name those whom a figure counts?
 *
 * Input: a word in lower case. Output: whether it does.
 *
 * Example: `patients` does, `infusions` does not.
 */
export function isPeople(word: string): boolean {
  return WHOLE_WORD.test(word);
}

/** Who has both scores, in our own words, whose numbers are no results. */
export const SCORED_AT_BOTH = 'scored at (?:infusions? (?:1|one) and (?:6|six)|both)';
