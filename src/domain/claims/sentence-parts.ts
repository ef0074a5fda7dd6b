import { periodInWords } from '../calendar/period.js';
import { INDICATIONS } from '../course/record/indications.js';
import type { Indication } from '../course/record/indications.js';
import type { PublicContent, PublicFigure } from '../publication/published-document.js';
import { boundedCountInWords } from '../publication/words.js';
import { countInFigures } from '../numbers/words.js';

/** Words with the figures they use. */
export interface Part {
  text: string;
  figures: string[];
}

/** A rate that is shown, exactly or by its bound, in words. */
export interface ShownRate {
  key: string;
  n: number;
  /** `100`, or `fewer than 11`. */
  count: string;
  /** `57 %`, or `under 10 %`. */
  percent: string;
  /** Both: `100 (57 %)`. */
  said: string;
  isBound: boolean;
}

/**
 * Which value does a publication show of this figure?
 *
 * Input: the content, and `set.name`. Output: the value as published; null when it is withheld, not chosen, or
 * there is nothing to estimate.
 *
 * Example: `completers.baselineMean` of the sample clinic shows 35.
 */
export function shownValue(content: PublicContent, key: string): number | null {
  return figureOf(content, key)?.value ?? null;
}

/**
 * Which rate does a publication show, with its n?
 *
 * Input: the content, and `set.name`. Output: n, and the count and the percent as they are said; null where they are not
 * shown.
 *
 * Example: `starters.response` of the sample clinic is said as `100 (57 %)`, of 175.
 */
export function shownRate(content: PublicContent, key: string): ShownRate | null {
  const { value = null, count = null, n = null, bound } = figureOf(content, key) ?? {};
  if (n === null) return null;
  if (bound === undefined && (value === null || count === null)) return null;
  const [counted, percent] = bound
    ? [boundedCountInWords(bound), `${bound.is} ${bound.percent} %`]
    : [countInFigures(count ?? 0), `${value} %`];
  return { key, n, count: counted, percent, said: `${counted} (${percent})`, isBound: bound !== undefined };
}

export function figureOf(content: PublicContent, key: string): PublicFigure | undefined {
  return content.figures.find(({ set, name }) => `${set}.${name}` === key);
}

/**
 * How many patients has a group, where the publication shows it?
 *
 * Input: the content, and the group. Output: the rung of the ladder; else the n of a figure of that set; null
 * when both are withheld.
 *
 * Example: of the sample clinic 175 started and 120 were scored at infusions 1 and 6.
 */
export function sizeOf(content: PublicContent, set: 'starters' | 'completers'): number | null {
  const rung = set === 'starters' ? 'withBaseline' : 'withInfusion6';
  const counted = content.ladder.find(({ name }) => name === rung)?.count ?? null;
  const figures = content.figures.filter((each) => each.set === set);
  const whole = figures.find(({ name, n }) => n !== null && !PARTIAL.test(name));
  return counted ?? whole?.n ?? null;
}

/** These figures leave some of their set out. */
const PARTIAL = /^(?:responders|meanPercentReduction)/;

/**
 * Who is the publication about, and when did they start?
 *
 * Input: the content. Output: a sentence or two with the period, the number who started, and how many of them were
 * scored at infusions 1 and 6 where that is shown; null when the number who started is not.
 *
 * Example: `From January to June 2026, 175 patients started a series of infusions. Of these, 120 were
 * scored at infusions 1 and 6.`
 */
export function opening(content: PublicContent): string | null {
  const [started, completed] = [sizeOf(content, 'starters'), sizeOf(content, 'completers')];
  if (started === null) return null;
  const { kind, indication, minimumBaseline = null } = content.cohort;
  const series = kind === 'maintenance' ? 'a follow-on series of infusions' : 'a series of infusions';
  const score = minimumBaseline === null ? '' : ` with a first score of ${minimumBaseline} or higher`;
  const who = `${countInFigures(started)} patients${indication === null ? '' : conditionOf(indication)}${score}`;
  const all = completed === null ? '' : ` Of these, ${countInFigures(completed)} were scored at infusions 1 and 6.`;
  return `From ${periodInWords(content.period)}, ${who} started ${series}.${all}`;
}

function conditionOf(indication: Indication): string {
  if (indication === 'unspecified') return ' with no named condition';
  if (indication === 'other') return ' with another condition';
  return ` with ${INDICATIONS[indication].toLowerCase()}`;
}

/**
 * How many of all who started had success?
 *
 * Input: the content. Output: a sentence with the count, the percent and what success means, or that this is
 * not shown and why.
 *
 * Example: `Of all 175 who started, 100 (57 %) had success: their score fell by half or more.`
 */
export function successOfAll(content: PublicContent): Part {
  const rate = shownRate(content, 'starters.response');
  if (rate === null)
    return {
      text: `How many of all who started had success is ${whyNot(content, 'starters.response')}.`,
      figures: [],
    };
  const text = `Of all ${countInFigures(rate.n)} who started, ${rate.said} had success: their score fell by half or more.`;
  return { text, figures: [rate.key] };
}

/**
 * How many got worse?
 *
 * Input: the content. Output: a sentence with the count and the percent of completers,
 * or that this is not shown and why.
 *
 * Example: `How many got worse is not shown, to protect privacy.`
 */
export function worsenedOfCompleters(content: PublicContent): Part {
  const rate = shownRate(content, 'completers.worsened');
  if (rate === null)
    return {
      text: `How many got worse is ${whyNot(content, 'completers.worsened')}.`,
      figures: [],
    };
  const text = `Of the ${countInFigures(rate.n)} scored at both, ${rate.isBound ? rate.count : rate.said} got worse.`;
  return { text, figures: [rate.key] };
}

/** That a number is not there is said, and why; never what it might be. */
export function whyNot(content: PublicContent, key: string): string {
  const figure = figureOf(content, key);
  if (figure === undefined) return 'not a part of what is published here';
  return figure.withheld === null ? 'not known' : 'not shown, to protect privacy';
}
