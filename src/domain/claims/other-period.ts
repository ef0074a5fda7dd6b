import { periodInWords } from '../calendar/period-words.js';
import type { ClaimNote } from './claim-answer.js';
import type { Finding } from './findings.js';
import type { Passage } from './reading/passage.js';

const YEAR = /(?:19|20|21)\d\d/gu;

/**
 * Does the sentence of a number speak of years that the figure is not of?
 *
 * Input: the text, its passage, and what was found of one of its numbers. Output: a note, when the sentence
 * names years and the publication of the matching figure covers none of them; null otherwise.
 *
 * Source: this service's own reading rules (a figure carries its period).
 *
 * Example: `In 2019, 57 % responded` against a publication of 2025 and 2026 has the note.
 */
export function otherPeriod(text: string, passage: Passage, finding: Finding): ClaimNote | null {
  const { reading, match } = finding;
  if (match === null) return null;
  const { sentence } = passage.scopes;
  const years = passage.masks
    .filter(({ start }) => sentence[start] === sentence[reading.quantity.start])
    .flatMap(({ start, end }) => text.slice(start, end).match(YEAR) ?? []);
  const { period } = match.source.document;
  const [first, last] = [period.from.slice(0, 4), period.to.slice(0, 4)];
  if (years.length === 0 || years.some((year) => first <= year && year <= last)) return null;
  const explanation = `The sentence names ${[...new Set(years)].join(' and ')}; this figure is of patients who started from ${periodInWords(period)}.`;
  return { verdict: 'not-published', explanation };
}
