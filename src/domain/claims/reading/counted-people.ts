import { isRate } from '../measures.js';
import { cuesBeside } from './closest-cue.js';
import { isDenominator, plainMeasure } from './counts-and-scores.js';
import type { CueKind } from './cues.js';
import { around, cueFor } from './passage.js';
import type { Passage } from './passage.js';
import type { Quantity } from './quantity.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';
import { shareMeasure } from './shares.js';

const OUTCOMES: ReadonlySet<CueKind> = new Set<CueKind>([
  ...(['success', 'better', 'nonResponse', 'remission'] as const),
  ...(['below20', 'atMost10', 'worsened', 'stopped'] as const),
]);
const OTHER: ReadonlySet<CueKind> = new Set<CueKind>(['other']);
const OUTCOME_BEHIND =
  /^(?: of (?:them|these|those|whom|(?:the|our|all|us)))?(?: \p{L}{3,14}){0,2}? (?:(?:were|was|are) (?:treated )?(?:responders|successful(?:ly)?)|(?:had|have|achieved|reached|showed|saw|went into|met)(?: (?:an?|the|criteria|for|clinical|full))*(?= )|who(?= )|responded|remitted|improved(?! by \d)|worsened|got(?= )|scored(?= )|ended(?= )|fell(?= )|did not(?=[ .,;:!?)]|$)|stopped|dropped|discontinued|quit|left)/u;

/** `Responded: 100.` and `success 100,` */
const LABEL = /(?:^|[.,;:|(] ?)(?:responded|responders|success(?:es)?|remitted|remissions?|worsened) ?[:=]? ?$/u;
const LABEL_ENDS = /^ ?(?:[.,;|)]|$)/u;

/**
 * What does a count measure that is beside its percentage?
 *
 * Input: a passage, its numbers that are not ignored, and the place of one of them. Output: in `100 (57 %)` the
 * reading of 100, which measures what 57 % does; null of any other number.
 *
 * Example: 100 in `100 (57 %) had success` is a count of successes.
 */
export function countBesidePercent(passage: Passage, kept: readonly Quantity[], place: number): Reading | null {
  const [quantity, next] = [kept[place], kept[place + 1]];
  if (quantity === undefined || next?.unit !== 'percent' || quantity.unit !== null) return null;
  const between = passage.plain.slice(quantity.end, next.start);
  if (quantity.decimals > 0 || !/^(?: \p{L}{3,14})? ?[([] ?$/u.test(between)) return null;
  const share = shareMeasure(passage, { ...next, ratio: { count: 0, of: 1 } });
  if (share === null || !isRate(share.measure)) return null;
  return { ...readingOf(passage, quantity, share.measure, share), form: 'count' };
}

/**
 * What does a number without a percent sign say?
 *
 * Input: a passage and one of its numbers, which is in no pair. Output: its reading, where a number of people
 * directly before what became of them is a count of that; null where no outcome is spoken of.
 *
 * Example: 100 in `100 patients responded` is a count of successes, 120 in `n = 120` one of patients.
 */
export function plainReading(passage: Passage, quantity: Quantity): Reading | null {
  const measure = plainMeasure(passage, quantity);
  const whole = quantity.unit === null && quantity.decimals === 0;
  const counts = measure === 'patients' || (measure === null && whole);
  if (measure !== null && !counts) return readingOf(passage, quantity, measure, {});
  const { before, after } = around(passage, quantity);
  const behind = OUTCOME_BEHIND.exec(after)?.[0];
  if (counts && behind !== undefined && !isDenominator(passage, quantity)) {
    const end = quantity.end + behind.length;
    const outcome = outcomeAt(passage, quantity, end);
    if (outcome !== null) return outcome;
  }
  if (counts && LABEL.test(before) && LABEL_ENDS.test(after)) return countedAs(passage, quantity);
  if (measure === null) return null;
  const isOther = cueFor(passage, quantity, OTHER, ['phrase']) !== null;
  return { ...readingOf(passage, quantity, isOther ? 'other' : 'patients', {}), form: 'count' };
}

/** In `100 patients responded` the count is of a success. */
function outcomeAt(passage: Passage, quantity: Quantity, end: number): Reading | null {
  const near = cuesBeside(passage.cues, passage.scopes, 'phrase', quantity.end - 1).some(
    ({ kind, start }) => start >= quantity.end && start <= end + 24 && OUTCOMES.has(kind),
  );
  return near ? countedAs(passage, quantity) : null;
}

/** A count of what a share in its place would be one of. */
function countedAs(passage: Passage, quantity: Quantity): Reading | null {
  const share = shareMeasure(passage, { ...quantity, unit: 'percent', ratio: { count: 0, of: 1 } });
  if (share === null || !isRate(share.measure)) return null;
  return { ...readingOf(passage, quantity, share.measure, share), form: 'count' };
}
