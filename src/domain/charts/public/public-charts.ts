import { startersOf } from '../../cohort/analysis-sets.js';
import { byQuarter } from '../../cohort/breakdowns.js';
import type { CohortCourse } from '../../cohort/cohort-course.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { SET_GROUPS } from '../../cohort/figure-groups.js';
import type { FigureGroups } from '../../cohort/figure-groups.js';
import { coursesIn, groupNamed } from '../../cohort/groups.js';
import type { CohortGroup } from '../../cohort/groups.js';
import { INFUSION_NUMBERS } from '../../course/record/slots.js';
import { SEVERITY_BANDS } from '../../cudos/severity.js';
import { rounded } from '../../numbers/rounded.js';
import type { Chart, Json } from '../parts/chart.js';
import { lastScoredChart } from '../cohort/last-scored.js';
import { meanBeforeAfterChart } from '../cohort/mean-before-after.js';
import { ALL_SIX_SCORED, meanTrajectoryChart } from '../cohort/mean-trajectory.js';
import { quarterlyTrendChart } from '../cohort/quarterly-trend.js';
import { responseByBaselineBandChart } from '../cohort/response-by-baseline-band.js';
import { timeToResponseChart } from '../cohort/time-to-response.js';

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

interface PublicChartDefinition {
  /** Without any number, for where the chart itself is withheld. */
  title: string;
  /** Of what its numbers are rounded to. */
  decimals: number;
  /** Every group whose number the chart tells, or of which it tells a mean or a rate. */
  groups: (outcome: CohortOutcome) => FigureGroups[];
  draw: (outcome: CohortOutcome, starters: readonly CohortCourse[]) => Chart;
}

const { starters, completers } = SET_GROUPS;
const BOTH_SETS: readonly FigureGroups[] = [{ group: starters.group }, { group: completers.group }];

const DEFINITIONS: Readonly<Record<PublicChartName, PublicChartDefinition>> = {
  'mean-before-after': {
    title: 'Mean score before and after',
    decimals: 1,
    groups: () => [{ group: completers.group }, { group: 'responders' }],
    draw: meanBeforeAfterChart,
  },
  trajectory: {
    title: 'Mean score by infusion',
    decimals: 1,
    groups: () => [{ group: ALL_SIX_SCORED }],
    draw: (_outcome, courses) => meanTrajectoryChart(coursesIn(groupNamed(ALL_SIX_SCORED) as CohortGroup, courses)),
  },
  'response-by-baseline-band': {
    title: 'Response by baseline band',
    decimals: 0,
    groups: () => [...BOTH_SETS, ...SEVERITY_BANDS.flatMap(({ name }) => within(`baseline-${name}`))],
    draw: (outcome) => responseByBaselineBandChart(outcome, 0),
  },
  attrition: {
    title: 'Last scored infusion',
    decimals: 0,
    groups: () => [
      ...BOTH_SETS,
      { group: 'without-infusion-6' },
      ...INFUSION_NUMBERS.slice(0, -1).map((k) => ({ group: `last-scored-at-${k}` })),
    ],
    draw: lastScoredChart,
  },
  'time-to-response': {
    title: 'Ever responded, by infusion',
    decimals: 0,
    groups: () => [
      { group: starters.group },
      ...INFUSION_NUMBERS.slice(1).map((k) => ({
        group: `at-risk-at-${k}`,
        countGroup: `first-response-at-${k}`,
      })),
    ],
    draw: (outcome) => timeToResponseChart(outcome, 0),
  },
  'quarterly-trend': {
    title: 'Response by quarter of start',
    decimals: 0,
    groups: ({ byQuarter }) => [...BOTH_SETS, ...byQuarter.flatMap(({ quarter }) => within(`quarter-${quarter}`))],
    draw: (outcome) => quarterlyTrendChart(outcome, 0),
  },
};

/** The response of both sets in one part of a breakdown. */
function within(part: string): FigureGroups[] {
  return [starters, completers].map(({ group }) => ({
    group: `${group},${part}`,
    countGroup: `responders,${part}`,
  }));
}

/** A chart as it may leave the clinic, and the groups that must be large enough for it. */
export interface DrawnPublicChart {
  name: PublicChartName;
  title: string;
  groups: FigureGroups[];
  draw: () => Chart;
}

/**
 * What would these charts show in public, and of which groups do they tell something?
 *
 * Input: the names of public charts, the courses of a cohort, and their outcome; only starters are in a chart.
 * Output: for each a title without numbers, the groups behind its numbers (as of a figure), and how to draw it: means with
 * one decimal, per cent whole, counts exact, and no median, quartile or SD.
 *
 * Source: this service's definitions (public numbers).
 *
 * Example: 83.33 per cent of 120 completers are a bar of 83.
 */
export function publicCharts(
  names: readonly PublicChartName[],
  courses: readonly CohortCourse[],
  outcome: CohortOutcome,
): DrawnPublicChart[] {
  if (names.length === 0) return [];
  const started = startersOf(courses);
  // A quarter in which nobody but others began would lengthen the axis, and so tell of them.
  const ofStarters = { ...outcome, byQuarter: byQuarter(started) };
  return names.map((name) => {
    const { title, decimals, groups, draw } = DEFINITIONS[name];
    const drawn = () => roundedChart(draw(ofStarters, started), decimals);
    return { name, title, groups: groups(ofStarters), draw: drawn };
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
