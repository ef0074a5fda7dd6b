import type { PercentReduction } from '../course/judgement/reduction.js';
import type { WholeNumber } from '../numbers/number-types.js';
import { meanOf } from '../statistics/describe.js';
import type { Description } from '../statistics/describe.js';
import type { Interval } from '../statistics/intervals.js';
import { pairedSums } from '../statistics/paired-sums.js';
import type { Rate } from '../statistics/rate.js';
import { percentReductionInterval } from '../statistics/ratio-of-means.js';
import type { Cohort, Count } from './cohort.js';
import { describeOf, rateOf } from './counted.js';
import { achieved, membersOf, withPercentReduction } from './groups/groups.js';
import { OUTCOME_NAMES, forEachName } from './outcomes.js';
import type { OutcomeName } from './outcomes.js';
import {
  baselinesIn,
  endpointsIn,
  pairedScores,
  percentReductionOfMeans,
  percentReductionsOf,
  reductionsOf,
} from './reductions.js';
import type { ScorePair } from './reductions.js';
import { ANALYSIS_SETS } from './sets.js';
import type { AnalysisSet } from './sets.js';

/** The responders of a set. They are never the whole set, so their figures are kept apart. */
export interface ResponderFigures<N = WholeNumber> {
  /** Courses that responded. */
  n: N;
  /** Points; null without a responder. @minimum 0 @maximum 64 */
  baselineMean: number | null;
  /** Points; null without a responder. @minimum 0 @maximum 64 */
  endpointMean: number | null;
  /**
   * 100 x (mean baseline - mean endpoint) / mean baseline, positive is better; null without a course or with a mean
   * baseline of 0.
   */
  percentReductionOfMeans: PercentReduction | null;
  /** Percent, by Fieller; nulls under two courses and where the mean baseline is not clearly above 0. */
  percentReductionOfMeansCi95: Interval;
}

/** Every figure of a set of courses that all have a baseline and an endpoint. */
export interface PairedFigures<N = WholeNumber> extends Record<OutcomeName, Rate<N>> {
  /** Courses in the set. */
  n: N;
  /** The same as n: every course of the set has an endpoint. */
  withEndpoint: N;
  /** Points 0-64, lower is better. */
  baseline: Description<N>;
  /** Points 0-64, lower is better. */
  endpoint: Description<N>;
  /** Baseline - endpoint: points -64 to 64, positive is better. */
  reduction: Description<N>;
  /** Mean reduction / SD of reductions; null without an SD above 0. */
  cohenDz: number | null;
  /**
   * 100 x (mean baseline - mean endpoint) / mean baseline, positive is better; null without a course or with a mean
   * baseline of 0.
   */
  percentReductionOfMeans: PercentReduction | null;
  /** Percent, by Fieller; nulls under two courses and where the mean baseline is not clearly above 0. */
  percentReductionOfMeansCi95: Interval;
  /** 100 x reduction / baseline of each course, at most 100, positive is better; n leaves out baselines of 0. */
  percentReduction: Description<N>;
  responders: ResponderFigures<N>;
}

/**
 * What did the courses of this set achieve from baseline to endpoint?
 *
 * Input: a cohort, and a set of which every course has an endpoint (0-64). Output: descriptions in points (reduction:
 * positive is better) and in percent, Cohen's d_z in standard deviations, rates in percent; null where there is nothing
 * to estimate, so d_z also when all courses fell by the same.
 *
 * Source: d_z: Cohen J (1988), doi:10.4324/9780203771587.
 *
 * Example: 40, 20, 30, 50, 10 falling to 10, 12, 9, 30, 1 is a mean reduction of 17.6 points (6.1997 to 29.0003), d_z
 * 1.9169, response 3 of 5.
 */
export function pairedFigures(cohort: Cohort, set: 'completers' | 'lastObserved' | 'postSeries'): PairedFigures<Count> {
  const { endpoint } = ANALYSIS_SETS[set];
  const n = cohort.count(membersOf(set));
  const pairs = pairedScores(cohort, membersOf(set), endpoint);
  const reduction = describeOf(n, reductionsOf(pairs));
  return {
    n,
    withEndpoint: n,
    baseline: describeOf(n, baselinesIn(pairs)),
    endpoint: describeOf(n, endpointsIn(pairs)),
    reduction,
    cohenDz: cohenDz(reduction),
    ...ratioOfMeans(pairs),
    percentReduction: describeOf(cohort.count(withPercentReduction(endpoint)), percentReductionsOf(pairs)),
    ...ratesOf(cohort, set),
    responders: responderFigures(cohort, set),
  };
}

/**
 * Which share of this set had each outcome?
 *
 * Input: a cohort, and a set. Output: a rate an outcome, in percent (0-100) of the set; a course without the endpoint of
 * the set counts as not achieved (and as not worsened: nobody knows).
 *
 * Example: 100 responders among 120 completers and 160 starters are 62.5 percent of the starters.
 */
export function ratesOf(cohort: Cohort, set: AnalysisSet): Record<OutcomeName, Rate<Count>> {
  const n = cohort.count(membersOf(set));
  return forEachName(OUTCOME_NAMES, (name) => rateOf(cohort.count(achieved(name, ANALYSIS_SETS[set].endpoint)), n));
}

function cohenDz({ mean, sd }: Description<Count>): number | null {
  return mean === null || sd === null || sd === 0 ? null : mean / sd;
}

function ratioOfMeans(pairs: readonly ScorePair[]) {
  const sums = pairedSums(pairs.map(({ baseline, endpoint, n }) => ({ first: baseline, second: endpoint, n })));
  return {
    percentReductionOfMeans: percentReductionOfMeans(pairs),
    percentReductionOfMeansCi95: percentReductionInterval(sums),
  };
}

function responderFigures(cohort: Cohort, set: AnalysisSet): ResponderFigures<Count> {
  const { endpoint } = ANALYSIS_SETS[set];
  const responders = achieved('response', endpoint);
  const pairs = pairedScores(cohort, responders, endpoint);
  return {
    n: cohort.count(responders),
    baselineMean: meanOf(baselinesIn(pairs)),
    endpointMean: meanOf(endpointsIn(pairs)),
    ...ratioOfMeans(pairs),
  };
}
