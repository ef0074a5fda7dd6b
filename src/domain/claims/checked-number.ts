import type { CheckedNumber, ClaimNote, MatchedFigure } from './claim-answer.js';
import type { Contradiction } from './consistency.js';
import { explanationOf, meaningOf, staleInWords } from './explanations.js';
import type { Finding, Published } from './findings.js';
import type { PublicNumber } from './public-number.js';
import type { Passage } from './reading/passage.js';
import type { Reading } from './reading/reading.js';

/**
 * What is answered of one number?
 *
 * Input: the text with its passage, what was found of the number and of all the others, everything published, and the
 * contradictions of the text. Output: its place, meaning, verdict, explanation, figure, and notes. A
 * contradiction is the verdict of the number that would follow from the others, unless the publications support
 * that number and not the others: then it is a note on all of them. Where a contradiction takes the verdict,
 * what the publications say becomes a note.
 *
 * Example: 74 % beside `from 35.0 to 11.2` is inconsistent, with the note that it is of another set.
 */
export function checkedNumber(
  text: string,
  passage: Passage,
  finding: Finding,
  published: Published,
  verdicts: ReadonlyMap<Reading, Finding>,
  contradictions: readonly Contradiction[],
): CheckedNumber {
  const { reading, who, match, stale } = finding;
  const { start, end } = reading.quantity;
  const itself = { verdict: finding.verdict, explanation: explanationOf(finding, published) };
  const { verdict, others } = withContradictions(itself, reading, verdicts, contradictions);
  const ended: ClaimNote[] = stale === null ? [] : [{ verdict: 'stale', explanation: staleInWords(stale) }];
  const notes = [...others, ...ended];
  const meaning = meaningOf(reading, who);
  const figure = match === null ? null : figureOf(match);
  return { text: text.slice(start, end), start, end, meaning, ...verdict, figure, notes };
}

function withContradictions(
  itself: ClaimNote,
  reading: Reading,
  verdicts: ReadonlyMap<Reading, Finding>,
  contradictions: readonly Contradiction[],
): { verdict: ClaimNote; others: ClaimNote[] } {
  const about = contradictions.filter(({ derived, from }) => derived === reading || from.includes(reading));
  const [first] = about;
  if (first === undefined) return { verdict: itself, others: [] };
  const inconsistent = { verdict: 'inconsistent' as const, explanation: first.explanation };
  const supports = (one: Reading) => verdicts.get(one)?.verdict.startsWith('supported') ?? false;
  const spared = supports(first.derived) && !first.from.every(supports);
  if (first.derived !== reading) return { verdict: itself, others: spared ? [inconsistent] : [] };
  return spared ? { verdict: itself, others: [inconsistent] } : { verdict: inconsistent, others: [itself] };
}

function figureOf({ source, set, name, label, value: shown, bounded, n }: PublicNumber): MatchedFigure {
  const value = bounded ? null : shown;
  return { publicationId: source.publicationId, slug: source.slug, set, name, label, value, n };
}
