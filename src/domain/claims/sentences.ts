import { periodInWords } from '../calendar/period.js';
import type { AllowedSentence } from '../publication/allowed-sentence.js';
import type { PublicContent } from '../publication/published-document.js';
import { REMISSION_RULES } from '../course/judgement/remission.js';
import { countInFigures, inWords } from '../numbers/words.js';
import {
  opening,
  shownRate,
  shownValue,
  successOfAll,
  whyNot,
  worsenedOfCompleters,
  figureOf,
} from './sentence-parts.js';
import type { Part } from './sentence-parts.js';
import { meansInOneLine, remissionInOneLine, successInOneLine } from './short-sentences.js';

/**
 * Which sentences about its results do these figures allow a clinic to print?
 *
 * Input: what a publication says, and the clinic's public name. Output: short passages in plain English, each
 * to be used whole: period, n, the figure, what success means, the rate of all who started, and how many got
 * worse, or that this is not shown; and one footnote with the caveats that belongs to all of them. A passage
 * is left out when its figure is withheld or not published. Means of the successful patients are only in a
 * passage that says so.
 *
 * Source: 16 CFR 255.2 (what is generally expected, not the best case).
 *
 * Example: for the sample clinic one says that among the 120 scored at infusions 1 and 6 the average score fell
 * from 35.0 to 11.2, which is 68 %.
 */
export function sentencesOf(
  content: PublicContent,
  clinicName: string,
): { sentences: AllowedSentence[]; footnote: string } {
  const first = opening(content);
  const worsened = worsenedOfCompleters(content);
  const success = successOfAll(content);
  const cores: { core: Part | null; tail: Part[]; short?: string | null }[] = [
    { core: ofMeans(content), tail: [success, worsened], short: meansInOneLine(content) },
    { core: ofPoints(content), tail: [success, worsened] },
    { core: ofSuccess(content), tail: [worsened], short: successInOneLine(content) },
    { core: ofRemission(content), tail: [success, worsened], short: remissionInOneLine(content) },
    { core: ofSuccessfulAlone(content), tail: [success, worsened] },
  ];
  const sentences = cores.flatMap(({ core, tail, short = null }) =>
    first === null || core === null ? [] : [{ ...joined(first, [core, ...tail]), ...(short !== null && { short }) }],
  );
  return { sentences, footnote: footnoteOf(content, clinicName) };
}

function joined(first: string, parts: readonly Part[]): AllowedSentence {
  return {
    text: [first, ...parts.map(({ text }) => text)].join(' '),
    figures: [...new Set(parts.flatMap(({ figures }) => figures))],
  };
}

function footnoteOf(content: PublicContent, clinicName: string): string {
  const source = `${clinicName}, patients who started from ${periodInWords(content.period)}.`;
  const counted = 'A series counts once, so a person with two series counts twice.';
  return [source, ...content.caveats, counted].join(' ');
}

/** Those of whom the opening says that they were scored at infusions 1 and 6. */
const amongCompleters = (n: number) => `Among the ${countInFigures(n)} scored at both,`;

function ofMeans(content: PublicContent): Part | null {
  const keys = ['completers.baselineMean', 'completers.endpointMean'] as const;
  const [before, after] = [shownValue(content, keys[0]), shownValue(content, keys[1])];
  const n = figureOf(content, keys[0])?.n ?? null;
  if (before === null || after === null || n === null) return null;
  const percent = shownValue(content, 'completers.percentReductionOfMeans');
  const which = percent === null ? '' : `, which is ${Math.abs(percent)} %`;
  const text = `${amongCompleters(n)} the average CUDOS depression score ${changed(before, after, percent)}${which}.`;
  return {
    text,
    figures: [...keys, ...(percent === null ? [] : ['completers.percentReductionOfMeans'])],
  };
}

function changed(before: number, after: number, percent: number | null): string {
  const rose = after > before || (after === before && (percent ?? 0) < 0);
  return `${rose ? 'rose' : 'fell'} from ${inWords(before)} to ${inWords(after)}`;
}

function ofPoints(content: PublicContent): Part | null {
  const key = 'completers.meanReduction';
  const [points, n] = [shownValue(content, key), figureOf(content, key)?.n ?? null];
  if (points === null || n === null) return null;
  const verb = points < 0 ? 'rose' : 'fell';
  const text = `${amongCompleters(n)} the average CUDOS depression score ${verb} by ${inWords(Math.abs(points))} points.`;
  return { text, figures: [key] };
}

/** The rate of completers never comes without the rate of all who started. */
function ofSuccess(content: PublicContent): Part | null {
  if (shownRate(content, 'starters.response') === null) return null;
  const all = successOfAll(content);
  const rate = shownRate(content, 'completers.response');
  if (rate === null) return all;
  const text = `${all.text} ${amongCompleters(rate.n)} ${rate.said} had success.`;
  return { text, figures: [...all.figures, rate.key] };
}

const RULES = [
  { name: 'remissionBelow20', words: REMISSION_RULES['below-20'].plainly },
  { name: 'remissionAtMost10', words: REMISSION_RULES['at-most-10'].plainly },
] as const;

/** Both rules, always: one alone could be the one that looks better. */
function ofRemission(content: PublicContent): Part | null {
  const all = remissionIn(content, 'starters');
  if (all === null) return null;
  const completers = remissionIn(content, 'completers');
  const parts = completers === null ? [all] : [all, completers];
  return {
    text: parts.map(({ text }) => text).join(' '),
    figures: parts.flatMap(({ figures }) => figures),
  };
}

function remissionIn(content: PublicContent, set: 'starters' | 'completers'): Part | null {
  const rates = RULES.flatMap(({ name, words }) => {
    const rate = shownRate(content, `${set}.${name}`);
    return rate === null ? [] : [{ ...rate, words }];
  });
  const [first, second] = rates;
  if (first === undefined) return null;
  const who = set === 'starters' ? `Of all ${countInFigures(first.n)} who started,` : amongCompleters(first.n);
  const when = set === 'starters' ? ' at infusion six' : '';
  const one = `${who} ${first.said} scored ${first.words}${when}`;
  const figures = rates.map(({ key }) => key);
  if (second !== undefined)
    return {
      text: `${one}, and ${second.said} scored ${second.words}.`,
      figures,
    };
  const lacking = RULES.find(({ words }) => words !== first.words);
  const why = lacking === undefined ? '' : whyNot(content, `${set}.${lacking.name}`);
  return { text: `${one}. How many scored ${lacking?.words ?? ''} is ${why}.`, figures };
}

function ofSuccessfulAlone(content: PublicContent): Part | null {
  const keys = ['completers.respondersBaselineMean', 'completers.respondersEndpointMean'] as const;
  const [before, after] = [shownValue(content, keys[0]), shownValue(content, keys[1])];
  const n = figureOf(content, keys[0])?.n ?? null;
  if (before === null || after === null || n === null || n === 0) return null;
  const key = 'completers.respondersPercentReductionOfMeans';
  const percent = shownValue(content, key);
  const which = percent === null ? '' : `, which is ${percent} %`;
  const text =
    `For the ${countInFigures(n)} successful patients alone, the average score fell from ${inWords(before)} to ${inWords(after)}${which}. ` +
    'They are picked for their good result, so this is not what a patient may expect.';
  return { text, figures: [...keys, ...(percent === null ? [] : [key])] };
}
