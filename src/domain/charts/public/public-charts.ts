import { countedOutcome } from '../../cohort/cohort-outcome.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Cohort, Count } from '../../cohort/cohort.js';
import { STARTERS, WITHOUT_INFUSION_6 } from '../../cohort/groups/groups.js';
import { lastScoredAt, respondedBy } from '../../cohort/groups/infusion-groups.js';
import { INFUSION_NUMBERS } from '../../course/record/slots.js';
import { rounded } from '../../numbers/rounded.js';
import type { Chart, Json } from '../parts/chart.js';
import { lastScoredChart } from '../cohort/last-scored.js';
import { meanBeforeAfterChart } from '../cohort/mean-before-after.js';
import { responseByInfusionChart } from '../cohort/response-by-infusion.js';
import { meanTrajectoryChart } from './mean-trajectory.js';

/** The charts that may leave the clinic, and what each is called where it is withheld. */
const TITLES = {
  'mean-before-after': 'Mean score before and after',
  trajectory: 'Mean score by infusion',
  attrition: 'Last scored infusion',
  'time-to-response': 'Response by infusion',
} as const;

export type PublishableChartName = keyof typeof TITLES;

/** The names of charts in published documents; those of definitions 1 have two that no new one can have. */
export type PublicChartName = PublishableChartName | 'response-by-baseline-band' | 'quarterly-trend';

export const PUBLIC_CHART_NAMES = Object.keys(TITLES) as PublishableChartName[];

/** What of a cohort may be public, by the rules of disclosure control. */
export interface PublicRules {
  /** Means of completers. */
  means: boolean;
  /** Means of responders. */
  responders: boolean;
  /** At which infusions (1-6) the mean of the completers scored there. */
  infusions: readonly number[];
  /** May this count of these be told exactly? */
  isExact: (count: Count, n: Count) => boolean;
}

/** A chart as it may leave the clinic; null where it may not. */
export interface DrawnPublicChart {
  name: PublishableChartName;
  title: string;
  chart: Chart | null;
}

/**
 * What would these charts show in public?
 *
 * Input: the names of public charts, a cohort, of which only starters are in a chart, and what of it may be public. Output:
 * for each a title without numbers, and the chart: means with one decimal, percents whole, no median, quartile or SD; what
 * may not be public is left out of it, and null where nothing is left.
 *
 * Example: 83.33 percent of 120 completers are a bar of 83.
 */
export function publicCharts(
  names: readonly PublishableChartName[],
  cohort: Cohort,
  rules: PublicRules,
): DrawnPublicChart[] {
  if (names.length === 0) return [];
  const { outcome } = countedOutcome(cohort);
  return names.map((name) => ({ name, title: TITLES[name], chart: DRAW[name]({ cohort, outcome }, rules) }));
}

/** Who is in a chart, and what is said of them. */
interface Drawn {
  cohort: Cohort;
  outcome: CohortOutcome;
}

const DRAW: Readonly<Record<PublishableChartName, (of: Drawn, rules: PublicRules) => Chart | null>> = {
  'mean-before-after': ({ outcome }, { means, responders }) => {
    if (!means) return null;
    return roundedChart(meanBeforeAfterChart(outcome, responders ? 'with-responders' : 'completers'), 1);
  },
  trajectory: ({ cohort }, { infusions }) =>
    infusions.length === 0 ? null : roundedChart(meanTrajectoryChart(cohort, infusions), 1),
  attrition: ({ cohort, outcome }, { isExact }) => {
    const n = cohort.count(WITHOUT_INFUSION_6);
    const bars = INFUSION_NUMBERS.slice(0, -1).map((infusion) => cohort.count(lastScoredAt(infusion)));
    if (!bars.every((bar) => isExact(bar, n))) return null;
    return roundedChart(lastScoredChart(outcome), 0);
  },
  'time-to-response': ({ cohort, outcome }, { isExact }) => {
    const cumulativeResponse = outcome.cumulativeResponse.filter(({ infusion }) =>
      isExact(cohort.count(respondedBy(infusion)), cohort.count(STARTERS)),
    );
    if (cumulativeResponse.length === 0) return null;
    return roundedChart(responseByInfusionChart({ ...outcome, cumulativeResponse }, 0), 0);
  },
};

function roundedChart({ data, table, ...chart }: Chart, decimals: number): Chart {
  const inData = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(inData);
    return typeof value === 'number' ? rounded(value, decimals) : value;
  };
  const datasets = data.datasets.map((dataset) => ({ ...dataset, data: dataset.data.map(inData) }));
  const rows = table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? rounded(cell, decimals) : cell)));
  return { ...chart, data: { ...data, datasets }, table: { ...table, rows } };
}
