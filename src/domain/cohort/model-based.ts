import type { WholeNumber } from '../numbers/number-types.js';
import { normalInterval } from '../statistics/intervals.js';
import type { Interval } from '../statistics/intervals.js';
import { normalModel } from '../statistics/normal-model.js';
import type { NormalModel } from '../statistics/normal-model.js';
import { onPlaces } from '../statistics/pattern-sums.js';
import type { PatternSums } from '../statistics/pattern-sums.js';
import type { Cohort, Count } from './cohort.js';
import type { FigureDefinition } from './figure-definitions.js';
import { COMPLETERS, STARTERS } from './groups/groups.js';
import { FEWEST_FOR_MODEL } from './sets.js';
import { scorePatterns } from './tally/sums.js';

/** An infusion with fewer scores is left out of the model. */
const FEWEST_SCORES = 10;

/** The mean reduction of all starters, were scores missing at random given those seen; points. */
export interface ModelBasedFigures<N = WholeNumber> {
  /** Courses with a baseline, with and without infusion 6. */
  n: N;
  /** @minimum 0 @maximum 64 */
  baselineMean: number;
  /** Estimated; lower is better. */
  infusion6Mean: number;
  /** baselineMean - infusion6Mean, positive is better. */
  reduction: number;
  /** Of the reduction. @minimum 0 */
  standardError: number;
  /** Of the reduction, from the normal distribution. */
  ci95: Interval;
}

/** What the model is fitted to: sums of the starters' scores at the infusions that have enough of them. */
export interface ModelInput {
  patterns: PatternSums[];
  /** How many infusions; the first is 1, the last is 6. */
  places: number;
}

/**
 * What of this cohort does the model need?
 *
 * Input: a cohort. Output: sums, which are few however many courses there are; null under 20 completers.
 *
 * Example: 20 completers scored at infusions 1 and 6 alone are one pattern of 2 places.
 */
export function modelInput(cohort: Cohort): ModelInput | null {
  if (cohort.count(COMPLETERS).size < FEWEST_FOR_MODEL) return null;
  const patterns = scorePatterns(cohort.sums);
  const places = [0, 1, 2, 3, 4, 5].filter((place) => scoredAt(patterns, place) >= FEWEST_SCORES);
  return { patterns: onPlaces(patterns, places), places: places.length };
}

/**
 * What does the model say of these sums?
 *
 * Input: as of `modelInput`. Output: as of `normalModel`, after up to some tenths of a second; null of null.
 */
export function fittedModel(input: ModelInput | null): NormalModel | null {
  return input && normalModel(input.patterns, input.places);
}

/**
 * By how much would the mean of all starters have fallen if those who stopped had gone on like those whose scores were alike?
 *
 * Input: a cohort, and the model where it was fitted elsewhere. Output: means at infusions 1 and 6 and their difference in
 * points (positive is better) with standard error and 95 % interval: maximum likelihood under a multivariate normal
 * distribution of the infusions with at least 10 scores. Null under 20 completers, and where the model has no solution
 * because scores at an infusion are all alike or follow from those at others (a singular covariance). What is assumed
 * can't be checked: who stops for feeling worse after the last score is not like those who go on.
 *
 * Source: Mallinckrodt et al. (2008), doi:10.1177/009286150804200402 (likelihood estimates, MMRM); as of `normalModel`.
 *
 * Example: without a missing score at infusion 6 it is the mean reduction of the completers.
 */
export function modelBasedFigures(
  cohort: Cohort,
  model = fittedModel(modelInput(cohort)),
): ModelBasedFigures<Count> | null {
  if (model === null) return null;
  const last = model.means.length - 1;
  const [baselineMean = NaN, infusion6Mean = NaN] = [model.means[0], model.means[last]];
  const covariance = (i: number, j: number) => model.covarianceOfMeans[i]?.[j] ?? NaN;
  const standardError = Math.sqrt(covariance(0, 0) + covariance(last, last) - 2 * covariance(0, last));
  const reduction = baselineMean - infusion6Mean;
  const ci95 = normalInterval(reduction, standardError);
  return { n: cohort.count(STARTERS), baselineMean, infusion6Mean, reduction, standardError, ci95 };
}

function scoredAt(patterns: readonly PatternSums[], place: number): number {
  return patterns.reduce((total, { observed, n }) => (observed.includes(place) ? total + n : total), 0);
}

/** What the model says, and of whom where it says nothing. */
export interface ModelSource {
  model: ModelBasedFigures<Count> | null;
  starters: Count;
}

/** The one figure of the model, for the director alone. */
export const MODEL_FIGURES: readonly FigureDefinition<ModelSource>[] = [
  {
    name: 'meanReduction',
    label: 'Mean reduction',
    estimator: 'maximum likelihood under a multivariate normal model of the scores (EM)',
    interval: 'normal, 95 %',
    unit: 'points',
    howCounted: `Mean baseline minus estimated mean at infusion 6; from ${FEWEST_FOR_MODEL} completers on.`,
    read: ({ model, starters }) => ({
      value: model?.reduction ?? null,
      n: starters,
      ci95: model?.ci95 ?? [null, null],
    }),
  },
];
