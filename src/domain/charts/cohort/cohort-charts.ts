import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Cohort } from '../../cohort/cohort.js';
import { attritionChart } from './attrition.js';
import { beforeAfterChart } from './before-after.js';
import { meanBeforeAfterChart } from './mean-before-after.js';
import { ladderChart } from './ladder.js';
import { meanScoresChart } from './mean-scores.js';
import { coursesByQuarterChart } from './courses-by-quarter.js';
import type { Chart } from '../parts/chart.js';
import { postSeriesChart } from './post-series.js';
import { quarterlyTrendChart, type UnfinishedChoice } from './quarterly-trend.js';
import { reductionBySetChart } from './reduction-by-set.js';
import { responseByBaselineBandChart } from './response-by-baseline-band.js';
import { responseByInfusionChart } from './response-by-infusion.js';
import { responseControlChart } from './response-control.js';
import { trajectoryChart } from './trajectory.js';
import { waterfallChart } from './waterfall.js';

/** The charts of a cohort, by the names they have in addresses. */
export const COHORT_CHART_NAMES = [
  'courses-by-quarter',
  'response-control',
  'mean-scores',
  'ladder',
  'trajectory',
  'mean-before-after',
  'reduction-by-set',
  'post-series',
  'waterfall',
  'response-by-baseline-band',
  'before-after',
  'attrition',
  'time-to-response',
  'quarterly-trend',
] as const;

export type CohortChartName = (typeof COHORT_CHART_NAMES)[number];

type DrawChart = (outcome: CohortOutcome, cohort: Cohort, unfinished: UnfinishedChoice) => Chart;

const CHARTS: Readonly<Record<CohortChartName, DrawChart>> = {
  'courses-by-quarter': coursesByQuarterChart,
  'response-control': responseControlChart,
  'mean-scores': meanScoresChart,
  ladder: (outcome) => ladderChart(outcome),
  trajectory: trajectoryChart,
  'mean-before-after': (outcome) => meanBeforeAfterChart(outcome),
  'reduction-by-set': reductionBySetChart,
  'post-series': postSeriesChart,
  waterfall: waterfallChart,
  'response-by-baseline-band': (outcome) => responseByBaselineBandChart(outcome),
  'before-after': beforeAfterChart,
  attrition: attritionChart,
  'time-to-response': (outcome) => responseByInfusionChart(outcome),
  'quarterly-trend': (outcome, _cohort, unfinished) => quarterlyTrendChart(outcome, { unfinished }),
};

/**
 * What does this cohort look like in this chart?
 *
 * Input: the name of a chart, the outcome of a cohort, the cohort it was computed from, and whether a trend shows periods
 * with courses under way.
 * Output: a Chart.js configuration with text alternative and table; also of an empty cohort, which
 * has nothing drawn in it.
 *
 * Example: `cohortChart('attrition', cohortOutcome([]), cohortOf([]))` has the title `Last scored infusion:
 * starters without infusion 6 (n = 0 of 0)`.
 */
export function cohortChart(
  name: CohortChartName,
  outcome: CohortOutcome,
  cohort: Cohort,
  unfinished: UnfinishedChoice = 'left-out',
): Chart {
  return CHARTS[name](outcome, cohort, unfinished);
}
