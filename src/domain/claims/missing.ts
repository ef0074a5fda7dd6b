import { isRate } from './measures.js';
import type { Passage } from './reading/passage.js';
import type { Reading } from './reading/reading.js';
import type { Readings } from './reading/readings.js';

/**
 * What would a reader of this text need that it does not say?
 *
 * Input: its passage and readings. Output: sentences: how many patients, from which period, what success or
 * remission means, what became of those who stopped early. Nothing for a text without an outcome.
 *
 * Example: `Over 80 % of patients improved` lacks all four.
 */
export function missingFrom(passage: Passage, { readings, ignored }: Readings): string[] {
  const outcomes = readings.filter(({ measure }) => measure !== 'patients' && measure !== 'other');
  if (outcomes.length === 0) return [];
  const paragraphs = [...passage.cues.paragraph.values()];
  const tellsOfStopped = paragraphs.some((cues) => cues.some(({ kind }) => kind === 'stopped'));
  const missing: string[] = [];
  const n = readings.some((reading) => reading.form === 'count' || isRealRatio(reading));
  if (!n) missing.push('How many patients were counted (n).');
  const dated = passage.masks.some(({ reason }) => reason === 'a date' || reason === 'a year');
  if (!dated) missing.push('From which period they are.');
  const defined = ignored.some(({ reason }) => reason === 'the definition of success');
  if (outcomes.some(({ measure, loosely }) => loosely || measure === 'response') && !defined)
    missing.push('What counts as success: a fall of the score by half or more.');
  if (outcomes.some(({ measure }) => measure === 'remission'))
    missing.push('Which rule of remission is meant: a score below 20, or of at most 10.');
  const ofAll = outcomes.some(({ measure, who }) => who === 'starters' && isRate(measure));
  if (!ofAll && !tellsOfStopped) missing.push('What became of those who stopped early: the share of all who started.');
  return missing;
}

function isRealRatio({ quantity: { ratio } }: Reading): boolean {
  return ratio !== null && ratio.of > 10 && ratio.of !== 100;
}
