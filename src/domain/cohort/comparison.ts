import { differenceOfEstimates, differenceOfMeans, differenceOfRates } from '../statistics/differences.js';
import type { Difference } from '../statistics/differences.js';
import type { CohortOutcome } from './cohort-outcome.js';
import type { FigureReading } from './figure-definitions.js';
import type { Figure } from './figures.js';
import type { PairedFigures } from './paired-figures.js';
import type { AnalysisSet } from './sets.js';

export type DifferenceMethod =
  'Newcombe hybrid score, 95 %' | 'Welch t, 95 %' | 'MOVER of Fieller intervals, 95 %' | 'normal, 95 %';

type Named = Pick<Figure, 'set' | 'name' | 'label' | 'unit' | 'howCounted' | 'group' | 'countGroup'>;

/** A figure of two periods side by side, and the first minus the second. */
export interface ComparedFigure extends Named, Difference {
  period: FigureReading;
  against: FigureReading;
  /** How the interval of the difference is computed. */
  interval: DifferenceMethod;
}

/** What must be read with every comparison. */
export const COMPARISON_NOTE =
  'These are two groups of different patients, and nobody was assigned to either: a difference between them is ' +
  'a description, not the effect of anything that changed between the periods.';

const COMPARED_SETS: readonly AnalysisSet[] = ['starters', 'completers', 'lastObserved', 'postSeries', 'modelBased'];

/** Where the values behind a mean are described. */
const MEANS = {
  meanReduction: 'reduction',
  meanPercentReduction: 'percentReduction',
  baselineMean: 'baseline',
  endpointMean: 'endpoint',
} as const satisfies Record<string, keyof PairedFigures>;

/**
 * What differs between the courses of two periods?
 *
 * Input: the outcomes of two cohorts that share no course. Output: the rates, the means and the percent
 * reduction of means of starters, completers, last observed and post-series, and the mean reduction of the
 * model; both sides of each, and the first minus the second in their unit: rates with Newcombe's interval,
 * means with Welch's, the percent reduction of means with that made of both Fieller intervals, that of the model
 * with the normal one; null where there is nothing to estimate.
 *
 * Source: as for `differenceOfRates`, `differenceOfMeans` and `differenceOfEstimates`.
 *
 * Example: 56 responders of 70 starters against 48 of 80 are a difference of 20 points, 5.24 to 33.39.
 */
export function compareCohorts(period: CohortOutcome, against: CohortOutcome): ComparedFigure[] {
  return period.figures.flatMap((first) => {
    const second = against.figures.find(({ set, name }) => set === first.set && name === first.name);
    const compared = second && differenceIn(first, second, period, against);
    return compared ? [{ ...named(first), ...sides(first, second), ...compared }] : [];
  });
}

function differenceIn(
  first: Figure,
  second: Figure,
  period: CohortOutcome,
  against: CohortOutcome,
): (Difference & { interval: DifferenceMethod }) | null {
  const { set, name } = first;
  if (!COMPARED_SETS.includes(set)) return null;
  if (first.count !== undefined) {
    const interval = 'Newcombe hybrid score, 95 %';
    return { ...differenceOfRates(rateIn(first), rateIn(second)), interval };
  }
  if (name === 'percentReductionOfMeans') {
    return { ...differenceOfEstimates(first, second), interval: 'MOVER of Fieller intervals, 95 %' };
  }
  if (set === 'modelBased') return { ...differenceOfEstimates(first, second), interval: 'normal, 95 %' };
  if (set !== 'completers' && set !== 'lastObserved' && set !== 'postSeries') return null;
  const key = MEANS[name as keyof typeof MEANS];
  if (key === undefined) return null;
  return { ...differenceOfMeans(period[set][key], against[set][key]), interval: 'Welch t, 95 %' };
}

function rateIn({ count = 0, n, value, ci95 }: Figure) {
  return { count, n, percent: value, ci95 };
}

function named({ set, name, label, unit, howCounted, group, countGroup }: Figure): Named {
  return { set, name, label, unit, howCounted, group, ...(countGroup && { countGroup }) };
}

function sides(first: Figure, second: Figure) {
  return { period: readingOf(first), against: readingOf(second) };
}

function readingOf({ value, n, count, ci95 }: Figure): FigureReading {
  return { value, n, ...(count !== undefined && { count }), ci95 };
}
