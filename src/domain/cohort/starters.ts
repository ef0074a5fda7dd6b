import { rate } from '../statistics/rate.js';
import type { Rate } from '../statistics/rate.js';
import type { PairedFigures } from './paired-figures.js';

/** Rates among everyone who started; without a score at infusion 6 nothing was achieved. */
export interface StarterFigures {
  n: number;
  response: Rate;
  remissionBelow20: Rate;
  remissionAtMost10: Rate;
  worsened: Rate;
  responseWorstCasePercent: number | null;
  responseBestCasePercent: number | null;
}

/** A rate if all courses without a score at infusion 6 had failed, and if all had succeeded. */
export interface Bound {
  worst: Rate;
  best: Rate;
}

export interface BoundFigures {
  n: number;
  response: Bound;
  remissionBelow20: Bound;
  remissionAtMost10: Bound;
}

/**
 * What did everyone who started achieve?
 *
 * Input: the figures of the completers, and the number of starters (at least as many). Output:
 * rates in per cent of starters; a starter without a score at infusion 6 counts as not achieved
 * (and as not worsened: nobody knows). Null of nobody.
 *
 * Source: this service's definitions; counting drop-outs as failures: National Research Council
 * (2010), doi:10.17226/12955.
 *
 * Example: 100 responders among 120 completers and 160 starters are 62.5 per cent.
 */
export function starterFigures(completers: PairedFigures, starters: number): StarterFigures {
  const bounds = boundFigures(completers, starters);
  return {
    n: starters,
    response: rate(completers.response.count, starters),
    remissionBelow20: rate(completers.remissionBelow20.count, starters),
    remissionAtMost10: rate(completers.remissionAtMost10.count, starters),
    worsened: rate(completers.worsened.count, starters),
    responseWorstCasePercent: bounds.response.worst.percent,
    responseBestCasePercent: bounds.response.best.percent,
  };
}

/**
 * Between which rates would the truth lie if every missing endpoint were known?
 *
 * Input: the figures of the completers, and the number of starters (at least as many). Output: for
 * each outcome the rate in per cent of starters with every missing endpoint a failure, and a
 * success.
 *
 * Source: Manski CF (1990), American Economic Review 80:319-323 (bounds without assumptions).
 *
 * Example: 100 responders among 120 completers and 160 starters lie between 62.5 and 87.5 per cent.
 */
export function boundFigures(completers: PairedFigures, starters: number): BoundFigures {
  const missing = starters - completers.n;
  const bound = ({ count }: Rate): Bound => ({
    worst: rate(count, starters),
    best: rate(count + missing, starters),
  });
  return {
    n: starters,
    response: bound(completers.response),
    remissionBelow20: bound(completers.remissionBelow20),
    remissionAtMost10: bound(completers.remissionAtMost10),
  };
}
