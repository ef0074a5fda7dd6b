import type { ComparedFigure } from '../../cohort/comparison.js';
import type { FigureReading } from '../../cohort/figure-definitions.js';
import { OUTCOME_NAMES } from '../../cohort/outcomes.js';
import { countInFigures, inWords } from '../../numbers/words.js';
import { FEWEST_FOR_PERCENT } from '../../statistics/small-numbers.js';
import type { Interval } from '../../statistics/intervals.js';
import { intervalInWords } from '../../statistics/words.js';
import type { Chart, ChartDataset } from '../parts/chart.js';
import { categoryAxis, chartOptions, pointsAxis } from '../parts/chart-options.js';
import { COLORS, weighted } from '../parts/palette.js';
import { withoutAFrame } from '../parts/without-a-frame.js';
import { inSentences } from '../parts/wording.js';

type Reading = Pick<FigureReading, 'n' | 'count'>;

/** What is drawn of a compared figure: two numbers of an interval, or nothing to estimate. */
interface ComparedRate extends Pick<ComparedFigure, 'set' | 'name' | 'label' | 'difference'> {
  readonly ci95: readonly (number | null)[];
  readonly period: Reading;
  readonly against: Reading;
}

/** What was asked for as the two periods, in words. */
interface Names {
  period: string;
  against: string;
}

/**
 * Did outcomes change from one period to the other, or is it chance?
 *
 * Input: the compared figures of two periods, and what the periods are called. Output: a forest plot of three rates of all who
 * started, response, remission and worsened: the first period minus the second in percentage points (-100 to 100; of worsening
 * lower is better), each with its 95 % interval and a line where there is no difference. Its title says of which of them
 * chance is no explanation. A rate of fewer than five courses on either side is no row.
 *
 * Source: the intervals as for `differenceOfRates`; Lewis and Clarke (2001), doi:10.1136/bmj.322.7300.1479, for the plot.
 *
 * Example: 56 responders of 70 starters against 48 of 80 are a point at 20 with a line from 5.24 to 33.39.
 */
export function comparisonForestChart(figures: readonly ComparedRate[], names: Names): Chart {
  const rows = rowsOf(figures);
  const title = titleOf(rows, names);
  const subtitle = [
    `All who started: ${names.period} minus ${names.against}, with 95 % intervals. An interval across 0: chance can explain it.`,
  ];
  const chart: Chart = {
    type: 'bar',
    data: { labels: rows.map(({ label }) => label), datasets: datasetsOf(rows) },
    options: {
      ...chartOptions(title, subtitle, {
        x: { ...pointsAxis('Difference (percentage points)'), suggestedMin: -20, suggestedMax: 20 },
        y: categoryAxis(),
      }),
      indexAxis: 'y',
    },
    textAlternative: inSentences(title, rows.length, rows.map(rowInWords)),
    table: {
      caption: title,
      columns: ['Figure', names.period, 'of', names.against, 'of', 'Difference (percentage points)', 'From', 'To'],
      rows: rows.map(({ label, period, against, difference, ci95 }) => {
        const [from = null, to = null] = ci95;
        return [label, period.count ?? null, period.n, against.count ?? null, against.n, difference, from, to];
      }),
    },
  };
  return rows.length === 0 ? withoutAFrame(chart, [missingInWords(figures, names)]) : chart;
}

/** What a comparison takes that is not there. */
function missingInWords(figures: readonly ComparedRate[], names: Names): string {
  const needed = `A difference takes at least ${FEWEST_FOR_PERCENT} starters whose course is over in each period`;
  const response = figures.find(({ set, name }) => set === 'starters' && name === 'response');
  if (response === undefined) return `${needed}.`;
  const { period, against } = response;
  return `${needed}; ${names.period} has ${countInFigures(period.n)}, ${names.against} has ${countInFigures(against.n)}.`;
}

function rowsOf(figures: readonly ComparedRate[]): ComparedRate[] {
  const remission = OUTCOME_NAMES.find((name) => name.startsWith('remission'));
  const wanted: readonly (string | undefined)[] = ['response', remission, 'worsened'];
  return figures
    .filter(({ set, name }) => set === 'starters' && wanted.includes(name))
    .filter(({ period, against }) => Math.min(period.n, against.n) >= FEWEST_FOR_PERCENT)
    .toSorted((a, b) => wanted.indexOf(a.name) - wanted.indexOf(b.name));
}

function titleOf(rows: readonly ComparedRate[], { period, against }: Names): string {
  if (rows.length === 0) return `${period} and ${against}: too few started to compare`;
  const apart = rows.filter(isBeyondChance);
  if (apart.length === 0) return `${period} against ${against}: chance can explain every difference`;
  const said = apart.map(({ label, difference }) => `${label} ${(difference ?? 0) > 0 ? 'higher' : 'lower'}`);
  return `${period} against ${against}: ${said.join(', ')} than chance explains`;
}

/** Does the interval leave out 0? */
function isBeyondChance({ ci95: [from = null, to = null] }: ComparedRate): boolean {
  return from !== null && to !== null && (from > 0 || to < 0);
}

function rowInWords({ label, period, against, difference, ci95: [from = null, to = null] }: ComparedRate): string {
  const interval: Interval = from === null || to === null ? [null, null] : [from, to];
  const sides = `${period.count ?? 0} of ${period.n} against ${against.count ?? 0} of ${against.n}`;
  return `${label}: ${sides}, ${inWords(difference)} percentage points (95 % interval ${intervalInWords(interval)}).`;
}

function datasetsOf(rows: readonly ComparedRate[]): ChartDataset[] {
  const few = ({ period, against }: ComparedRate) => Math.min(period.n, against.n);
  return [
    {
      type: 'line',
      label: 'Difference',
      data: rows.map(({ difference }) => difference),
      showLine: false,
      backgroundColor: rows.map((row) => weighted(isBeyondChance(row) ? COLORS.vermilion : COLORS.blue, few(row))),
      borderColor: COLORS.paper,
      pointStyle: rows.map((row) => (isBeyondChance(row) ? 'rectRot' : 'circle')),
      pointRadius: rows.map((row) => (isBeyondChance(row) ? 9 : 7)),
    },
    {
      label: '95 % interval',
      data: rows.map(({ ci95: [from = null, to = null] }) => (from === null || to === null ? null : [from, to])),
      maxBarThickness: 3,
      backgroundColor: COLORS.ink,
      borderColor: COLORS.ink,
      borderWidth: 1,
      pointStyle: 'line',
    },
    {
      type: 'line',
      label: 'No difference',
      data: rows.map(() => 0),
      borderColor: COLORS.muted,
      backgroundColor: COLORS.muted,
      borderDash: [6, 4],
      borderWidth: 1.5,
      pointRadius: 0,
      pointHitRadius: 0,
      pointStyle: 'line',
    },
  ];
}
