import { isRemission } from '../course/judgement/remission.js';
import type { RemissionRule } from '../course/judgement/remission.js';
import { isResponse } from '../course/judgement/response.js';
import { isWorsened } from '../course/judgement/worsened.js';
import { describe, meanOf } from '../statistics/describe.js';
import type { Description } from '../statistics/describe.js';
import { rate } from '../statistics/rate.js';
import type { Rate } from '../statistics/rate.js';
import type { PairedScores } from './analysis-sets.js';
import { percentReductionOfMeans, percentReductionsOf, reductionsOf } from './reductions.js';

/** The responders of a set. They are never the whole of it, so their figures stand apart. */
export interface ResponderFigures {
  n: number;
  baselineMean: number | null;
  endpointMean: number | null;
  percentReductionOfMeans: number | null;
}

/** Every figure of a set of courses that all have a baseline and an endpoint. */
export interface PairedFigures {
  n: number;
  withEndpoint: number;
  baseline: Description;
  endpoint: Description;
  reduction: Description;
  cohenDz: number | null;
  percentReductionOfMeans: number | null;
  percentReduction: Description;
  response: Rate;
  remissionBelow20: Rate;
  remissionAtMost10: Rate;
  worsened: Rate;
  responders: ResponderFigures;
}

/**
 * What did these courses achieve from baseline to endpoint?
 *
 * Input: paired scores (0-64). Output: descriptions in points (reduction: positive is better) and
 * in per cent, Cohen's d_z in standard deviations, rates in per cent; null where there is nothing
 * to estimate, so d_z also when all courses fell by the same.
 *
 * Source: this service's definitions; d_z: Cohen J (1988), doi:10.4324/9780203771587.
 *
 * Example: 40, 20, 30, 50, 10 falling to 10, 12, 9, 30, 1 is a mean reduction of 17.6 points
 * (6.1997 to 29.0003), d_z 1.9169, response 3 of 5.
 */
export function pairedFigures(pairs: PairedScores): PairedFigures {
  const n = pairs.baseline.length;
  const reduction = describe(reductionsOf(pairs));
  return {
    n,
    withEndpoint: n,
    baseline: describe(pairs.baseline),
    endpoint: describe(pairs.endpoint),
    reduction,
    cohenDz: cohenDz(reduction),
    percentReductionOfMeans: percentReductionOfMeans(pairs),
    percentReduction: describe(percentReductionsOf(pairs)),
    response: rateOf(pairs, isResponse),
    remissionBelow20: rateOf(pairs, remissionBy('below-20')),
    remissionAtMost10: rateOf(pairs, remissionBy('at-most-10')),
    worsened: rateOf(pairs, isWorsened),
    responders: responderFigures(pairs),
  };
}

type Outcome = (baseline: number, endpoint: number) => boolean;

function remissionBy(rule: RemissionRule): Outcome {
  return (_baseline, endpoint) => isRemission(rule, endpoint);
}

function rateOf({ baseline, endpoint }: PairedScores, achieved: Outcome): Rate {
  let count = 0;
  baseline.forEach((from, i) => {
    if (achieved(from, endpoint[i] as number)) count += 1;
  });
  return rate(count, baseline.length);
}

function cohenDz({ mean, sd }: Description): number | null {
  return mean === null || sd === null || sd === 0 ? null : mean / sd;
}

function responderFigures({ baseline, endpoint }: PairedScores): ResponderFigures {
  const responded = baseline.map((from, i) => isResponse(from, endpoint[i] as number));
  const pairs = {
    baseline: baseline.filter((_, i) => responded[i]),
    endpoint: endpoint.filter((_, i) => responded[i]),
  };
  return {
    n: pairs.baseline.length,
    baselineMean: meanOf(pairs.baseline),
    endpointMean: meanOf(pairs.endpoint),
    percentReductionOfMeans: percentReductionOfMeans(pairs),
  };
}
