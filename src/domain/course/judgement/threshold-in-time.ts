import { baselinesFromSums, reliableChangeThreshold, type BaselineSums } from './reliable-change.js';

/** The baselines that were taken on one day, and what they add up to. */
export interface BaselinesOfDay extends BaselineSums {
  on: string;
}

/**
 * How many points was a reliable change on a day, by the baselines that were known then?
 *
 * Input: what the baselines of the clinic's induction courses of each day add up to, in the order of the days. Output: a
 * function of a calendar date: the threshold in points by all baselines up to that day, it included, as of
 * `reliableChangeThreshold`; null under 10 of them, and where all are equal.
 *
 * @example thresholdInTime([{ on: '2026-01-05', n: 10, sum: 300, sumOfSquares: 9810 }])('2026-01-04') // null
 */
export function thresholdInTime(days: readonly BaselinesOfDay[]): (day: string) => number | null {
  let known: BaselineSums = { n: 0, sum: 0, sumOfSquares: 0 };
  const thresholds = days.map(({ n, sum, sumOfSquares }) => {
    known = { n: known.n + n, sum: known.sum + sum, sumOfSquares: known.sumOfSquares + sumOfSquares };
    return reliableChangeThreshold(baselinesFromSums(known));
  });
  return (day) => thresholds[lastUpTo(days, day)] ?? null;
}

/** Where the last of these days up to this one is; -1 where none is. */
function lastUpTo(days: readonly BaselinesOfDay[], day: string): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle]?.on ?? '') <= day) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
