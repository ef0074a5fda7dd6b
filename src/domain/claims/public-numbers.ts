import { FIGURES, figureKey } from '../cohort/figures.js';
import { rounded } from '../numbers/rounded.js';
import type { PublicFigure } from '../publication/published-document.js';
import { OPPOSITES, boundedNumbers, withoutIt } from './bounded-numbers.js';
import type { ClaimSource } from './claim-answer.js';
import type { Measure, PublishedWho } from './measures.js';
import { NO_INTERVAL, ladderCounts, patientCount } from './patient-counts.js';
import type { PublicNumber } from './public-number.js';

/** A figure that the publication names but does not show. */
export interface WithheldNumber {
  source: ClaimSource;
  measure: Measure;
  who: PublishedWho;
  label: string;
  reason: string;
}

/** What the figures measure that are no rate of an outcome. */
const OTHER_MEASURES: Readonly<Record<string, Measure>> = {
  meanReduction: 'pointsFall',
  percentReductionOfMeans: 'percentFall',
  meanPercentReduction: 'percentFall',
  baselineMean: 'before',
  endpointMean: 'after',
  cohenDz: 'effectSize',
  respondersBaselineMean: 'before',
  respondersEndpointMean: 'after',
  respondersPercentReductionOfMeans: 'percentFall',
  withoutInfusion6: 'stopped',
};

const KNOWN = new Map(FIGURES.map((figure) => [figureKey({ set: figure.set, name: figure.terms.name }), figure]));

function measureOf(figure: PublicFigure): Measure | undefined {
  return KNOWN.get(figureKey(figure))?.outcome ?? OTHER_MEASURES[figure.name];
}

/**
 * Which numbers can a claim be held against in this publication?
 *
 * Input: a publication. Output: every figure that is shown, with its count, n and interval; the share without
 * success, or not worse, where the share with it is shown; how many patients each group has. Figures of which a number is
 * withheld are in none of these.
 *
 * Example: a response of 100 of 120 gives 83 percent, the count 100, and 17 percent without success.
 */
export function publicNumbersOf(source: ClaimSource): PublicNumber[] {
  const { figures } = source.document;
  const shown = figures.flatMap((figure) => numbersOf(source, figure));
  return [...ladderCounts(source), ...shown, ...fallOfResponders(shown)];
}

/** The responders' fall in points, which a reader works out from their two published means. */
function fallOfResponders(shown: readonly PublicNumber[]): PublicNumber[] {
  return (['responders', 'lastObservedResponders'] as const).flatMap((group) => {
    const mean = (measure: Measure) => shown.find((each) => each.who === group && each.measure === measure);
    const [before, after] = [mean('before'), mean('after')];
    if (before === undefined || after === undefined) return [];
    const value = rounded(before.value - after.value, 1);
    return [
      { ...after, measure: 'pointsFall' as const, label: 'Mean reduction of responders only', value, exact: null },
    ];
  });
}

/**
 * Which figures does this publication withhold?
 *
 * Input: a publication. Output: what each would measure, of whom, and the reason.
 *
 * Example: a withheld share of worsened patients is named with its reason, and without a number.
 */
export function withheldNumbersOf(source: ClaimSource): WithheldNumber[] {
  return source.document.figures.flatMap((figure) => {
    const measure = measureOf(figure);
    if (measure === undefined || figure.withheld === null) return [];
    const { label, withheld } = figure;
    return [{ source, measure, who: whoOf(figure), label, reason: withheld.reason }];
  });
}

function whoOf(figure: PublicFigure): PublishedWho {
  const { set } = figure;
  if (!KNOWN.get(figureKey(figure))?.ofResponders) return set;
  return set === 'completers' ? 'responders' : 'lastObservedResponders';
}

function numbersOf(source: ClaimSource, figure: PublicFigure): PublicNumber[] {
  const measure = measureOf(figure);
  if (measure !== undefined && figure.bound)
    return boundedNumbers(source, figure, { measure, who: whoOf(figure), bound: figure.bound });
  if (measure === undefined || figure.value === null) return [];
  const { set, name, label, value, n, count, ci95, unit } = figure;
  const common = { source, measure, who: whoOf(figure), set, name, label, n, count };
  const exact = count === null || n === null || n === 0 ? null : (100 * count) / n;
  const isPercent = unit === 'percent';
  const itself: PublicNumber = {
    ...common,
    form: isPercent ? 'percent' : 'points',
    value,
    exact,
    decimals: isPercent ? 0 : 1,
    ci95,
  };
  const of = n === null ? [] : [patientCount(source, set, name, label, common.who, n)];
  return [itself, ...of, ...(count === null ? [] : countsOf(itself, count))];
}

/** What the count of a rate says besides its percent. */
function countsOf(rate: PublicNumber, count: number): PublicNumber[] {
  const whole = { form: 'count' as const, decimals: 0, ci95: NO_INTERVAL };
  const itself: PublicNumber = { ...rate, ...whole, value: count, exact: count };
  const measure = OPPOSITES[rate.measure];
  if (measure === undefined || rate.n === null) return [itself];
  const without = rate.n - count;
  const rest = {
    ...rate,
    measure,
    label: withoutIt(rate.label),
    count: without,
    ci95: NO_INTERVAL,
  };
  return [
    itself,
    { ...rest, value: 100 - rate.value, exact: rate.exact === null ? null : 100 - rate.exact },
    { ...rest, ...whole, value: without, exact: without },
  ];
}
