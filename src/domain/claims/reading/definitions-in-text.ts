import { cuesBeside } from './closest-cue.js';
import type { CueKind } from './cues.js';
import { around, cueFor } from './passage.js';
import type { Passage } from './passage.js';
import { PEOPLE } from './people.js';
import type { Quantity } from './quantity.js';
import { isShareOfPeople } from './shares.js';

const SUCCESS: ReadonlySet<CueKind> = new Set<CueKind>(['success', 'definition', 'remission']);
const OUTCOME: ReadonlySet<CueKind> = new Set<CueKind>(['success']);
const DEFINITION: ReadonlySet<CueKind> = new Set<CueKind>(['definition']);
const RULES: ReadonlySet<CueKind> = new Set<CueKind>(['below20', 'atMost10']);
const SCORE: ReadonlySet<CueKind> = new Set<CueKind>(['fall', 'score', 'before', 'better']);
const FALL: ReadonlySet<CueKind> = new Set<CueKind>(['fall', 'better']);
const PEOPLE_BEHIND = new RegExp(`^ (?:\\p{L}+ )?(?:${PEOPLE})(?!\\p{L})`, 'u');
const OF_FIRST_SCORE = /^ (?:of )?(?:the |their |its |his or her )?(?:first|starting|initial|baseline|before)/u;
const THEY_SCORED = new RegExp(
  `(?:how many|who|they|them|those|everyone|everybody|${PEOPLE}|finishers|\\d)(?: \\p{L}{2,8}){0,2} (?:scored?|a score|one)(?: at| of)? $`,
  'u',
);
const CUT_BY =
  /(?:cut|reduc\p{L}{0,5}|lower\p{L}{0,3}|f[ae]ll(?:s|en|ing)?|drop\p{L}{0,4}|declin\p{L}{0,3}|improv\p{L}{0,5})(?: \p{L}{2,10}){0,2} (?:in|by) $/u;

/**
 * Which numbers of a text say what counts as success, not how often it came?
 *
 * Input: a passage, and one of its numbers. Output: what it defines, in a few words: the `half` of `fell by
 * half or more`, the 20 of `59 % scored below 20`; null for a number that claims something itself.
 *
 * Example: of `at least 50 %` in `success means a fall of at least 50 %` it is `the definition of success`.
 */
export function definedBy(passage: Passage, quantity: Quantity): string | null {
  if (isCutOff(passage, quantity) && speaksOfPeople(passage, quantity)) return 'the cut-off of remission';
  if (isOwnRule(passage, quantity) || isOwnDefinition(passage, quantity))
    return 'a rule of success that is not the published one';
  if (quantity.low !== 50 || quantity.high !== 50 || isShareOfPeople(passage, quantity)) return null;
  const openEnded = !['exactly', 'about', 'almost', 'upTo', 'under'].includes(quantity.bound);
  const { before, after } = around(passage, quantity);
  const isPart =
    OF_FIRST_SCORE.test(after) || CUT_BY.test(before) || (openEnded && cueFor(passage, quantity, SCORE) !== null);
  return isPart && speaksOfPeople(passage, quantity) ? 'the definition of success' : null;
}

/**
 * Does the text count by another fall than half, the rule of published success?
 *
 * Input: a passage, one of its percentages, and as of `ownDefinitionsIn`. Output: true where another percentage of the same phrase
 * says by how much who is counted improved, or its paragraph what success means, and that is not half.
 *
 * Example: 57 in `57 % of starters improved by at least 25 %` is counted by such a rule.
 */
export function isByOtherRule(passage: Passage, quantity: Quantity, ownDefinitions: ReadonlySet<number>): boolean {
  if (ownDefinitions.has(passage.scopes.paragraph[quantity.start] ?? 0)) return true;
  return passage.quantities.some(
    (other) => other !== quantity && areTogether(passage, quantity, other) && isOwnRule(passage, other),
  );
}

/** The numbers of the paragraphs that say what success means, by another fall than half. */
export function ownDefinitionsIn(passage: Passage): ReadonlySet<number> {
  const own = passage.quantities.filter((quantity) => isOwnDefinition(passage, quantity));
  return new Set(own.map(({ start }) => passage.scopes.paragraph[start] ?? 0));
}

/** The 30 of `response means a fall of at least 30 %`. */
function isOwnDefinition(passage: Passage, quantity: Quantity): boolean {
  const { unit, low, high } = quantity;
  if (unit !== 'percent' || low !== high || low === 50 || isShareOfPeople(passage, quantity)) return false;
  if (speaksOfMeans(passage, quantity, /^(?:mean$|average)/u) || cueFor(passage, quantity, OUTCOME) === null)
    return false;
  return [FALL, DEFINITION].every((kinds) => cueFor(passage, quantity, kinds, ['phrase']) !== null);
}

/** The 25 of `57 % improved by at least 25 %`. */
function isOwnRule(passage: Passage, quantity: Quantity): boolean {
  const { unit, bound, low, high } = quantity;
  const isThreshold = unit !== null && low === high && low !== 50 && ['atLeast', 'over'].includes(bound);
  if (!isThreshold || isShareOfPeople(passage, quantity) || cueFor(passage, quantity, FALL, ['phrase']) === null)
    return false;
  if (speaksOfMeans(passage, quantity)) return false;
  return passage.quantities.some(
    (other) => other !== quantity && areTogether(passage, quantity, other) && countsPeople(passage, other),
  );
}

/** @param words `means` is of a mean, or says what a word means. */
function speaksOfMeans({ cues, scopes, plain }: Passage, { start }: Quantity, words = /^(?:mean|average)/u): boolean {
  return cuesBeside(cues, scopes, 'phrase', start).some(
    (cue) => cue.kind === 'score' && words.test(plain.slice(cue.start, cue.end)),
  );
}

function countsPeople(passage: Passage, quantity: Quantity): boolean {
  return (
    isShareOfPeople(passage, quantity) ||
    (quantity.unit === null && PEOPLE_BEHIND.test(around(passage, quantity).after))
  );
}

function areTogether({ scopes: { phrase } }: Passage, one: Quantity, other: Quantity): boolean {
  return phrase[one.start] === phrase[other.start];
}

function isCutOff({ cues, scopes }: Passage, { start, end, unit }: Quantity): boolean {
  return (
    unit !== 'percent' &&
    cuesBeside(cues, scopes, 'sentence', start).some((cue) => RULES.has(cue.kind) && cue.start < end && cue.end > start)
  );
}

function speaksOfPeople(passage: Passage, quantity: Quantity): boolean {
  if (cueFor(passage, quantity, SUCCESS) !== null) return true;
  if (THEY_SCORED.test(around(passage, quantity).before)) return true;
  const { sentence } = passage.scopes;
  return passage.quantities.some(
    (other) =>
      other !== quantity && sentence[other.start] === sentence[quantity.start] && isShareOfPeople(passage, other),
  );
}
