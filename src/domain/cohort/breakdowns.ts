import { quartersFrom } from '../calendar/calendar.js';
import { SEVERITY_BANDS } from '../cudos/severity.js';
import type { SeverityName } from '../cudos/severity.js';
import type { Description } from '../statistics/describe.js';
import type { Rate } from '../statistics/rate.js';
import type { Cohort, Count } from './cohort.js';
import { describeOf, rateOf } from './counted.js';
import { COMPLETERS, STARTERS, achieved, baselineIn, both, startedIn } from './groups.js';
import type { Group } from './groups.js';
import { pairedScores, percentReductionOfMeans, reductionsOf } from './reductions.js';

/** One group of a breakdown: rates of both sets in per cent, reduction in points. */
export interface GroupFigures<N = number> {
  starters: N;
  completers: N;
  responseOfStarters: Rate<N>;
  responseOfCompleters: Rate<N>;
  baseline: Description<N>;
  endpoint: Description<N>;
  reduction: Description<N>;
  percentReductionOfMeans: number | null;
}

export interface QuarterFigures<N = number> extends GroupFigures<N> {
  quarter: string;
  courses: N;
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
 * without a course.
 *
 * Example: a course started on 2026-03-04 is counted in `2026-Q1`.
 */
export function byQuarter(cohort: Cohort): QuarterFigures<Count>[] {
  const started = cohort.courses.map(({ quarter }) => quarter).sort();
  return quartersFrom(started[0], started.at(-1)).map((quarter) => ({
    quarter,
    courses: cohort.count(startedIn(quarter)),
    ...groupFigures(cohort, startedIn(quarter)),
  }));
}

function groupFigures(cohort: Cohort, part: Group): GroupFigures<Count> {
  const starters = cohort.count(both(STARTERS, part));
  const completers = cohort.count(both(COMPLETERS, part));
  const responders = cohort.count(both(achieved('response', 'infusion-6'), part));
  const pairs = pairedScores(completers, 'infusion-6');
  return {
    starters,
    completers,
    responseOfStarters: rateOf(responders, starters),
    responseOfCompleters: rateOf(responders, completers),
    baseline: describeOf(completers, pairs.baseline),
    endpoint: describeOf(completers, pairs.endpoint),
    reduction: describeOf(completers, reductionsOf(pairs)),
    percentReductionOfMeans: percentReductionOfMeans(pairs),
  };
}
