import { baselineOf } from '../course/judgement/baseline.js';
import { SEVERITY_BANDS, severityOf } from '../cudos/severity.js';
import type { SeverityName } from '../cudos/severity.js';
import type { Description } from '../statistics/describe.js';
import { rate } from '../statistics/rate.js';
import type { Rate } from '../statistics/rate.js';
import { pairedScores, startersOf } from './analysis-sets.js';
import type { CohortCourse } from './cohort-course.js';
import { pairedFigures } from './paired-figures.js';
import { groupByQuarter } from './quarters.js';

/** One group of a breakdown: rates of both sets in per cent, reduction in points. */
export interface GroupFigures {
  starters: number;
  completers: number;
  responseOfStarters: Rate;
  responseOfCompleters: Rate;
  baseline: Description;
  endpoint: Description;
  reduction: Description;
  percentReductionOfMeans: number | null;
}

export interface QuarterFigures extends GroupFigures {
  quarter: string;
  courses: number;
}

/**
 * What did those who start in each severity band achieve?
 *
 * Input: courses. Output: a group a band of the baseline, from non-depressed to severe; the
 * starters of the groups add up to the starters. An empty group has counts of 0 and everything else
 * null.
 *
 * Source: Zimmerman (2008), doi:10.1016/j.comppsych.2007.10.006 (bands).
 *
 * Example: a course that falls from 40 to 20 is a response in the band `moderate`.
 */
export function byBaselineBand(courses: readonly CohortCourse[]): Record<SeverityName, GroupFigures> {
  const groups = new Map<SeverityName, CohortCourse[]>();
  for (const { name } of SEVERITY_BANDS) groups.set(name, []);
  for (const course of courses) {
    const baseline = baselineOf(course.scores);
    if (baseline !== null) groups.get(severityOf(baseline).name)?.push(course);
  }
  const figures = [...groups].map(([name, members]) => [name, groupFigures(members)] as const);
  return Object.fromEntries(figures) as Record<SeverityName, GroupFigures>;
}

/**
 * What did the courses that started in each quarter achieve?
 *
 * Input: courses. Output: a group a quarter of the start (`2026-Q1`), every one from the first to
 * the last, also those without a course. A start that is no calendar date throws a RangeError.
 *
 * Source: this service's definitions.
 *
 * Example: a course started on 2026-03-04 is counted in `2026-Q1`.
 */
export function byQuarter(courses: readonly CohortCourse[]): QuarterFigures[] {
  return groupByQuarter(courses).map(({ quarter, members }) => ({
    quarter,
    courses: members.length,
    ...groupFigures(members),
  }));
}

function groupFigures(courses: readonly CohortCourse[]): GroupFigures {
  const starters = startersOf(courses).length;
  const figures = pairedFigures(pairedScores('infusion-6', courses));
  return {
    starters,
    completers: figures.n,
    responseOfStarters: rate(figures.response.count, starters),
    responseOfCompleters: figures.response,
    baseline: figures.baseline,
    endpoint: figures.endpoint,
    reduction: figures.reduction,
    percentReductionOfMeans: figures.percentReductionOfMeans,
  };
}
