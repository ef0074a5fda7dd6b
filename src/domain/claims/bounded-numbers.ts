import type { PublicBound, PublicFigure } from '../publication/published-document.js';
import { boundInWords } from '../publication/words.js';
import type { ClaimSource } from './claim-answer.js';
import type { Measure, PublishedWho } from './measures.js';
import { NO_INTERVAL } from './patient-counts.js';
import type { PublicNumber } from './public-number.js';

/**
 * What does a rate say that is told by its bound alone?
 *
 * Input: the figure with its bound, what it measures, and of whom. Output: its percent and its count, each with the least and the
 * most that it can be, and the same of everybody of whom it is not true.
 *
 * Example: fewer than 11 of 120 got worse: under 10 percent, and more than 109, over 90 percent, did not.
 */
export function boundedNumbers(
  source: ClaimSource,
  figure: PublicFigure,
  { measure, who, bound }: { measure: Measure; who: PublishedWho; bound: PublicBound },
): PublicNumber[] {
  const { set, name, label, n } = figure;
  const [least, most] = bound.is === 'under' ? [0, bound.count - 1] : [bound.count + 1, n ?? bound.count];
  const common = { source, measure, who, set, name, label, n, count: null };
  const whole = { exact: null, decimals: 0, ci95: NO_INTERVAL };
  const shareOf = (count: number) => (n === null || n === 0 ? 0 : (100 * count) / n);
  const inWords = boundInWords(bound);
  const itself: PublicNumber[] = [
    {
      ...common,
      ...whole,
      form: 'percent',
      value: bound.percent,
      bounded: { least: shareOf(least), most: shareOf(most), inWords },
    },
    { ...common, ...whole, form: 'count', value: bound.count, bounded: { least, most, inWords } },
  ];
  const opposite = OPPOSITES[measure];
  return opposite === undefined || n === null ? itself : [...itself, ...itself.map(restOf(n, opposite, bound))];
}

/** Who did not get worse, where fewer than 11 of 120 did: more than 109, over 90 percent. */
function restOf(n: number, measure: Measure, bound: PublicBound) {
  const is = bound.is === 'under' ? 'over' : 'under';
  const inWords = boundInWords({ is, count: n - bound.count, percent: 100 - bound.percent });
  return (number: PublicNumber): PublicNumber => {
    const all = number.form === 'percent' ? 100 : n;
    const [least, most] = number.bounded ? [all - number.bounded.most, all - number.bounded.least] : [0, all];
    const label = withoutIt(number.label);
    return { ...number, measure, label, value: all - number.value, bounded: { least, most, inWords } };
  };
}

/** What is said of everybody of whom a rate is not true. */
export const OPPOSITES: Readonly<Partial<Record<Measure, Measure>>> = {
  response: 'nonResponse',
  worsened: 'notWorsened',
};

/** The label of everybody of whom a rate is not true. */
export function withoutIt(label: string): string {
  return label === 'Worsened' ? 'Not worsened' : `Without ${label.toLowerCase()}`;
}
