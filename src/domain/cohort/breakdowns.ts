import type { PercentReduction } from '../course/judgement/reduction.js';
import type { WholeNumber } from '../numbers/number-types.js';
import { quartersFrom } from '../calendar/calendar.js';
import { SEVERITY_BANDS } from '../cudos/severity.js';
import type { SeverityName } from '../cudos/severity.js';
import type { Description } from '../statistics/describe.js';
import type { Rate } from '../statistics/rate.js';
import type { Cohort, Count } from './cohort.js';
import { describeOf, rateOf } from './counted.js';
import { STOPPED, endedBy } from './groups/ending-groups.js';
import { COMPLETERS, STARTERS, achieved, baselineIn, startedIn } from './groups/groups.js';
import { both } from './groups/group.js';
import type { Group } from './groups/group.js';
import { baselinesIn, endpointsIn, pairedScores, percentReductionOfMeans, reductionsOf } from './reductions.js';

/** One group of a breakdown: rates of both sets in percent, reduction in points. */
export interface GroupFigures<N = WholeNumber> {
  /** Courses with a baseline. */
  starters: N;
  /** Starters with infusion 6. */
  completers: N;
  /** A missing infusion 6 counts as no response. */
  responseOfStarters: Rate<N>;
  responseOfCompleters: Rate<N>;
  /** Of completers: points 0-64, lower is better. */
  baseline: Description<N>;
  /** Of completers: points 0-64, lower is better. */
  endpoint: Description<N>;
  /** Of completers: points -64 to 64, positive is better. */
  reduction: Description<N>;
  /**
   * 100 x (mean baseline - mean endpoint) / mean baseline, positive is better; null without a course or with a mean
   * baseline of 0.
   */
  percentReductionOfMeans: PercentReduction | null;
}

/** The courses that started in one quarter. */
export interface QuarterFigures<N = WholeNumber> extends GroupFigures<N> {
  /** Year and quarter. @pattern ^\d{4}-Q[1-4]$ */
  quarter: string;
  /** All concluded courses that started in it. */
  courses: N;
  /** Of these, with infusion 6 scored or missed. */
  completed: N;
  /** Of these, stopped for whichever reason. */
  stopped: N;
  /** Of these, closed by nobody and without an entry for long. */
  lost: N;
  /** Courses that started in it and are still under way, which no figure counts: above 0 the quarter is unfinished. */
  underWay: WholeNumber;
}

/**
 * What did those who start in each severity band achieve?
 *
 * Input: a cohort. Output: a group a band of the baseline, from non-depressed to severe; the starters of the groups add
 * up to the starters. An empty group has counts of 0 and everything else null.
 *
 * Source: Zimmerman (2008), doi:10.1016/j.comppsych.2007.10.006 (bands).
 *
 * Example: a course that falls from 40 to 20 is a response in the band `moderate`.
 */
export function byBaselineBand(cohort: Cohort): Record<SeverityName, GroupFigures<Count>> {
  const figures = SEVERITY_BANDS.map((band) => [band.name, groupFigures(cohort, baselineIn(band))]);
  return Object.fromEntries(figures) as Record<SeverityName, GroupFigures<Count>>;
}

/**
 * What did the courses that started in each quarter achieve?
 *
 * Input: a cohort. Output: a group a quarter of the start (`2026-Q1`), every one from the first to the last, also those
 * without a course and those with courses under way only; how they ended and how many are still under way is beside them.
 *
 * Example: a course started on 2026-03-04 is counted in `2026-Q1`.
 */
export function byQuarter(cohort: Cohort): QuarterFigures<Count>[] {
  const started = [...cohort.quarters].sort();
  return quartersFrom(started[0], started.at(-1)).map((quarter) => ({
    quarter,
    courses: cohort.count(startedIn(quarter)),
    completed: cohort.count(both(startedIn(quarter), endedBy('completed'))),
    stopped: cohort.count(both(startedIn(quarter), STOPPED)),
    lost: cohort.count(both(startedIn(quarter), endedBy('noFurtherVisit'))),
    underWay: cohort.underWay.get(quarter) ?? 0,
    ...groupFigures(cohort, startedIn(quarter)),
  }));
}

function groupFigures(cohort: Cohort, part: Group): GroupFigures<Count> {
  const starters = cohort.count(both(STARTERS, part));
  const completed = both(COMPLETERS, part);
  const completers = cohort.count(completed);
  const responders = cohort.count(both(achieved('response', 'infusion-6'), part));
  const pairs = pairedScores(cohort, completed, 'infusion-6');
  return {
    starters,
    completers,
    responseOfStarters: rateOf(responders, starters),
    responseOfCompleters: rateOf(responders, completers),
    baseline: describeOf(completers, baselinesIn(pairs)),
    endpoint: describeOf(completers, endpointsIn(pairs)),
    reduction: describeOf(completers, reductionsOf(pairs)),
    percentReductionOfMeans: percentReductionOfMeans(pairs),
  };
}
