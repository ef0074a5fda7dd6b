import type { Schemas } from '../../api/client';
import { capital } from '../../../domain/numbers/words';
import { movement, movementOf, slotWords, trendWords } from '../../components/course-words';
import { dateInWords } from '../../../domain/calendar/date-words';

type Outcome = Schemas['CourseOutcomeResponse'];

/** The outcome of a course in sentences, for paper. */
export function outcomeSentences(outcome: Outcome): string[] {
  const { infusionsScored, slots } = outcome;
  return [
    latestSentence(outcome),
    ...sinceSentences(outcome),
    trendSentence(outcome),
    `Infusions with a score: ${infusionsScored} of ${slots.length}.`,
  ];
}

function latestSentence({ current }: Outcome): string {
  if (!current) return 'There is no score yet.';
  const { total, band, slot, on } = current;
  return `Latest score ${total}, ${band.label.toLowerCase()}, at ${slotWords(slot)} on ${dateInWords(on)}.`;
}

function sinceSentences({ baseline, current }: Outcome): string[] {
  if (!baseline) return ['There is no baseline, so no change is known.'];
  const { total, band, on } = baseline;
  const began = `baseline, ${total}, ${band.label.toLowerCase()}${on ? `, on ${dateInWords(on)}` : ''}`;
  if (current?.reductionSinceBaseline == null) return [`The latest score is the ${began}.`];
  const moved = movementOf(current.reductionSinceBaseline, current.percentReductionSinceBaseline);
  const last = current.reductionSinceLast;
  return [`Since the ${began}: ${moved}.`, ...(last === null ? [] : [`Since the score before: ${movement(last)}.`])];
}

function trendSentence(outcome: Outcome): string {
  const { trend } = outcome;
  const words = trendWords(outcome);
  return trend ? `${capital(trend.direction)}. ${words}.` : `Trend: ${words.toLowerCase()}.`;
}
