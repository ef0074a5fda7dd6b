import type { IgnoredNumber } from './claim-answer.js';
import type { Finding } from './findings.js';
import { around } from './reading/passage.js';
import type { Passage } from './reading/passage.js';
import type { Readings } from './reading/readings.js';

const TREATED =
  /(?:treat(?:ed|s|ing)|help(?:ed|s|ing)|serv(?:ed|es|ing)|seen|welcomed|supported|cared for)(?: (?:well|some|already)){0,2} ?$/u;

/**
 * Does a number only say how many were treated?
 *
 * Input: a passage, and what was found of one of its numbers. Output: true for `we treated over 1,000
 * patients` where no publication counts so many: it speaks of no outcome.
 *
 * Example: `We treated 120 patients` names the n of the sample clinic: false.
 */
export function isOnlyTreated(passage: Passage, { reading, verdict }: Finding): boolean {
  if (reading.measure !== 'patients' || verdict.startsWith('supported')) return false;
  return TREATED.test(around(passage, reading.quantity).before);
}

/**
 * Which numbers of a text speak of no outcome, and what are they?
 *
 * Input: the text, its passage, its readings, and what was found of them. Output: the numbers in order.
 *
 * Example: of `In 2025 we gave 6 infusions` it is 2025, a year, and 6, a number of infusions.
 */
export function ignoredNumbers(
  text: string,
  passage: Passage,
  { ignored }: Readings,
  findings: readonly Finding[],
): IgnoredNumber[] {
  const of = (start: number, end: number, reason: string) => ({
    text: text.slice(start, end),
    start,
    end,
    reason,
  });
  const treated = findings.filter((finding) => isOnlyTreated(passage, finding));
  return [
    ...passage.masks
      .filter(({ start, end }) => /\d/u.test(text.slice(start, end)))
      .map(({ start, end, reason }) => of(start, end, reason)),
    ...ignored.map(({ quantity: { start, end }, reason }) => of(start, end, reason)),
    ...treated.map(({ reading: { quantity } }) =>
      of(quantity.start, quantity.end, 'whom the clinic treated, not what became of them'),
    ),
  ].sort((one, other) => one.start - other.start);
}
