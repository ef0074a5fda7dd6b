import { REMISSION_RULES } from '../course/judgement/remission.js';
import { capital, countInFigures, inWords } from '../numbers/words.js';
import type { PublicContent } from '../publication/published-document.js';
import { figureOf, shownRate, shownValue } from './sentence-parts.js';

/** Leads from a line to its footnote: the whole sentence, and what belongs under every sentence. */
export const FOOTNOTE_MARK = '*';

/**
 * Which one line says the fall of the means?
 *
 * Input: what a publication says. Output: a line of the completers with both means (0-64 points), the percent and n, and a
 * mark for its footnote; null where one of them is not shown.
 *
 * Example: `Average CUDOS score 35.0 before and 11.2 at infusion 6 (68 % lower) among the 120 scored at both.*`
 */
export function meansInOneLine(content: PublicContent): string | null {
  const [before, after] = [
    shownValue(content, 'completers.baselineMean'),
    shownValue(content, 'completers.endpointMean'),
  ];
  const percent = shownValue(content, 'completers.percentReductionOfMeans');
  const n = figureOf(content, 'completers.baselineMean')?.n ?? null;
  if (before === null || after === null || percent === null || n === null) return null;
  const change = `${Math.abs(percent)} % ${percent < 0 ? 'higher' : 'lower'}`;
  return marked(
    `Average CUDOS score ${inWords(before)} before and ${inWords(after)} at infusion 6 (${change}) among the ${countInFigures(n)} scored at both`,
  );
}

/**
 * Which one line says how many had success?
 *
 * Input: what a publication says. Output: a line of all who started, never of completers alone; null where it is not shown.
 *
 * Example: `100 of the 175 who started (57 %) had success.*`
 */
export function successInOneLine(content: PublicContent): string | null {
  const rate = shownRate(content, 'starters.response');
  if (rate === null) return null;
  const { count, n, percent } = rate;
  const line = `${count} of the ${countInFigures(n)} who started (${percent}) had success`;
  return marked(capital(line));
}

/**
 * Which one line says how many were in remission?
 *
 * Input: what a publication says. Output: a line of all who started, by both rules; null where one of them is not shown.
 *
 * Example: `Of the 175 who started, 103 (59 %) scored below 20 at infusion 6, and 65 (37 %) scored 10 or less.*`
 */
export function remissionInOneLine(content: PublicContent): string | null {
  const below20 = shownRate(content, 'starters.remissionBelow20');
  const atMost10 = shownRate(content, 'starters.remissionAtMost10');
  if (below20 === null || atMost10 === null) return null;
  const scored = ({ said }: typeof below20, words: string) => `${said} scored ${words}`;
  return marked(
    `Of the ${countInFigures(below20.n)} who started, ${scored(below20, REMISSION_RULES['below-20'].plainly)} at infusion 6, ` +
      `and ${scored(atMost10, REMISSION_RULES['at-most-10'].plainly)}`,
  );
}

function marked(line: string): string {
  return `${line}.${FOOTNOTE_MARK}`;
}
