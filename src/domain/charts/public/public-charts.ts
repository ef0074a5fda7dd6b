import { countedOutcome } from '../../cohort/cohort-outcome.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { cohortOf } from '../../cohort/cohort.js';
import type { Cohort, Count } from '../../cohort/cohort.js';
import {
  ALL_SIX_SCORED,
  COMPLETERS,
  STARTERS,
  WITHOUT_INFUSION_6,
  achieved,
  baselineIn,
  both,
  lastScoredAt,
  respondedBy,
  startedIn,
} from '../../cohort/groups.js';
import type { Group } from '../../cohort/groups.js';
import { AFTER_BASELINE } from '../../cohort/judged-course.js';
import { INFUSION_NUMBERS } from '../../course/record/slots.js';
import { SEVERITY_BANDS } from '../../cudos/severity.js';
import { rounded } from '../../numbers/rounded.js';
import type { Chart, Json } from '../parts/chart.js';
import { lastScoredChart } from '../cohort/last-scored.js';
import { meanBeforeAfterChart } from '../cohort/mean-before-after.js';
import { meanTrajectoryChart } from '../cohort/mean-trajectory.js';
import { quarterlyTrendChart } from '../cohort/quarterly-trend.js';
import { responseByBaselineBandChart } from '../cohort/response-by-baseline-band.js';
import { responseByInfusionChart } from '../cohort/response-by-infusion.js';

/**
 * The charts that may leave the clinic. Waterfall and before-after show single courses, so they never do.
 */
export const PUBLIC_CHART_NAMES = [
  'mean-before-after',
  'trajectory',
  'response-by-baseline-band',
  'attrition',
  'time-to-response',
  'quarterly-trend',
] as const;

export type PublicChartName = (typeof PUBLIC_CHART_NAMES)[number];

/** A group whose number a chart gives away, and of a rate the group of its count. */
interface ChartPart {
  n: Group;
  count?: Group;
}

interface PublicChartDefinition {
  /** Without any number, for where the chart itself is withheld. */
  title: string;
  /** Of what its numbers are rounded to. */
  decimals: number;
  /** Every group whose number the chart gives away, or of which it gives a mean or a rate. */
  parts: (outcome: CohortOutcome) => ChartPart[];
  draw: (outcome: CohortOutcome, starters: Cohort) => Chart;
}

const RESPONDERS = achieved('response', 'infusion-6');
const BOTH_SETS: readonly ChartPart[] = [{ n: STARTERS }, { n: COMPLETERS }];

const DEFINITIONS: Readonly<Record<PublicChartName, PublicChartDefinition>> = {
  'mean-before-after': {
    title: 'Mean score before and after',
    decimals: 1,
    parts: () => [{ n: COMPLETERS }, { n: RESPONDERS }],
    draw: meanBeforeAfterChart,
  },
  trajectory: {
    title: 'Mean score by infusion',
    decimals: 1,
    parts: () => [{ n: ALL_SIX_SCORED }],
    draw: (_outcome, starters) => meanTrajectoryChart(starters),
  },
  'response-by-baseline-band': {
    title: 'Response by baseline band',
    decimals: 0,
    parts: () => [...BOTH_SETS, ...SEVERITY_BANDS.flatMap((band) => within(baselineIn(band)))],
    draw: (outcome) => responseByBaselineBandChart(outcome, 0),
  },
  attrition: {
    title: 'Last scored infusion',
    decimals: 0,
    parts: () => [
      ...BOTH_SETS,
      { n: WITHOUT_INFUSION_6 },
      ...INFUSION_NUMBERS.slice(0, -1).map((infusion) => ({ n: lastScoredAt(infusion) })),
    ],
    draw: lastScoredChart,
  },
  'time-to-response': {
    title: 'Response by infusion',
    decimals: 0,
    parts: () => AFTER_BASELINE.map((infusion) => ({ n: STARTERS, count: respondedBy(infusion) })),
    draw: (outcome) => responseByInfusionChart(outcome, 0),
  },
  'quarterly-trend': {
    title: 'Response by quarter of start',
    decimals: 0,
    parts: ({ byQuarter }) => [...BOTH_SETS, ...byQuarter.flatMap(({ quarter }) => within(startedIn(quarter)))],
    draw: (outcome) => quarterlyTrendChart(outcome, { decimals: 0 }),
  },
};

/** The response of both sets in one part of a breakdown. */
function within(part: Group): ChartPart[] {
  return [STARTERS, COMPLETERS].map((set) => ({ n: both(set, part), count: both(RESPONDERS, part) }));
}

/** A chart as it may leave the clinic, and the counts that must be large enough for it. */
export interface DrawnPublicChart {
  name: PublicChartName;
  title: string;
  parts: { n: Count; count?: Count }[];
  draw: () => Chart;
}

/**
 * What would these charts show in public, and whom do they count?
 *
 * Input: the names of public charts, and a cohort, of which only starters are in a chart. Output: for each a title without
 * numbers, the counts behind its numbers (as of a figure), and how to draw it: means with one decimal, percentages whole,
 * counts exact, and no median, quartile or SD.
 *
 * Example: 83.33 percent of 120 completers are a bar of 83.
 */
export function publicCharts(names: readonly PublicChartName[], cohort: Cohort): DrawnPublicChart[] {
  if (names.length === 0) return [];
  // A quarter in which nobody but others began would lengthen the axis, and so give them away.
  const starters = cohortOf(cohort.count(STARTERS).courses);
  const { outcome } = countedOutcome(starters);
  return names.map((name) => {
    const { title, decimals, parts, draw } = DEFINITIONS[name];
    return {
      name,
      title,
      parts: parts(outcome).map(({ n, count }) => ({
        n: starters.count(n),
        ...(count && { count: starters.count(count) }),
      })),
      draw: () => roundedChart(draw(outcome, starters), decimals),
    };
  });
}

function roundedChart({ data, table, ...chart }: Chart, decimals: number): Chart {
  const inData = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(inData);
    return typeof value === 'number' ? rounded(value, decimals) : value;
  };
  const datasets = data.datasets.map((dataset) => ({ ...dataset, data: dataset.data.map(inData) }));
  const rows = table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? rounded(cell, decimals) : cell)));
  return { ...chart, data: { ...data, datasets }, table: { ...table, rows } };
}
