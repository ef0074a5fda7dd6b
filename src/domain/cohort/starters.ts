import type { Percent, WholeNumber } from '../numbers/number-types.js';
import type { Rate } from '../statistics/rate.js';
import type { Cohort, Count } from './cohort.js';
import { rateOf } from './counted.js';
import { STARTERS, WITHOUT_INFUSION_6, achieved, achievedAtBest } from './groups/groups.js';
import { BENEFIT_NAMES, forEachName } from './outcomes.js';
import type { BenefitName, OutcomeName } from './outcomes.js';
import { ratesOf } from './paired-figures.js';

/** Rates among everyone who started; without a score at infusion 6 nothing was achieved. */
export interface StarterFigures<N = WholeNumber> extends Record<OutcomeName, Rate<N>> {
  /** Courses with a baseline. */
  n: N;
  /** Who stopped, stayed away or missed it. */
  withoutInfusion6: Rate<N>;
  /** If all without infusion 6 had failed. */
  responseWorstCasePercent: Percent | null;
  /** If all without infusion 6 had responded. */
  responseBestCasePercent: Percent | null;
}

/** A rate if all courses without a score at infusion 6 had failed, and if all had succeeded. */
export interface RateBounds<N = WholeNumber> {
  /** If all without infusion 6 had failed. */
  worst: Rate<N>;
  /** If all without infusion 6 had succeeded. */
  best: Rate<N>;
}

/** Rates among all starters, whatever the missing did: bounds without assumptions. */
export interface BoundFigures<N = WholeNumber> extends Record<BenefitName, RateBounds<N>> {
  /** Courses with a baseline. */
  n: N;
}

/**
 * What did everyone who started achieve?
 *
 * Input: a cohort. Output: rates in percent of starters; a starter without a score at infusion 6 counts as not achieved
 * (and as not worsened: nobody knows). Null of nobody. In trials: intention to treat with non-responder imputation.
 *
 * Source: counting drop-outs as failures: National Research Council (2010), doi:10.17226/12955.
 *
 * Example: 100 responders among 120 completers and 160 starters are 62.5 percent.
 */
export function starterFigures(cohort: Cohort): StarterFigures<Count> {
  const { worst, best } = boundOf(cohort, 'response');
  const starters = cohort.count(STARTERS);
  return {
    n: starters,
    ...ratesOf(cohort, 'starters'),
    withoutInfusion6: rateOf(cohort.count(WITHOUT_INFUSION_6), starters),
    responseWorstCasePercent: worst.percent,
    responseBestCasePercent: best.percent,
  };
}

/**
 * Between which rates would the truth lie if every missing endpoint were known?
 *
 * Input: a cohort. Output: for each benefit the rate in percent of starters with every missing endpoint a failure, and a
 * success.
 *
 * Source: Manski CF (1990), American Economic Review 80:319-323 (bounds without assumptions).
 *
 * Example: 100 responders among 120 completers and 160 starters lie between 62.5 and 87.5 percent.
 */
export function boundFigures(cohort: Cohort): BoundFigures<Count> {
  return { n: cohort.count(STARTERS), ...forEachName(BENEFIT_NAMES, (name) => boundOf(cohort, name)) };
}

function boundOf(cohort: Cohort, name: BenefitName): RateBounds<Count> {
  const starters = cohort.count(STARTERS);
  return {
    worst: rateOf(cohort.count(achieved(name, 'infusion-6')), starters),
    best: rateOf(cohort.count(achievedAtBest(name)), starters),
  };
}
