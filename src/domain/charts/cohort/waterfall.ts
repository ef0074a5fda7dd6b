import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Cohort } from '../../cohort/cohort.js';
import { COMPLETERS } from '../../cohort/groups/groups.js';
import { pairedScores, percentReductionsOf } from '../../cohort/reductions.js';
import type { Chart, ChartDataset } from '../parts/chart.js';
import { categoryAxis, chartOptions, percentAxis } from '../parts/chart-options.js';
import { COLORS, weighted } from '../parts/palette.js';
import { rankGroups } from '../parts/rank-groups.js';
import type { RankGroup } from '../parts/rank-groups.js';
import { inSentences } from '../parts/wording.js';
import { counted, inWords, sizeInWords } from '../../numbers/words.js';
import { isFew } from '../../statistics/small-numbers.js';
import { rateInWords } from '../../statistics/words.js';

/** More bars than this would be thinner than a pixel on a usual screen. */
const MOST_BARS = 400;
/**
 * A rise from a baseline of 2 to 12 is -500 %; without an end such a bar would flatten all others.
 */
const AXIS_END = -100;
const RESPONSE_PERCENT = 50;

/**
 * By how many percent did each completer fall, from the largest fall to the largest rise?
 *
 * Input: the outcome of a cohort, and the cohort. Output: a bar chart of percent reductions at
 * infusion 6 (at most 100, positive is better), one bar a completer with a baseline above 0,
 * without anything that identifies, gray where there are fewer than ten; above 400 a bar is the mean of a rank group and the
 * chart says so.
 *
 * Example: completers falling from 40 to 10 and from 20 to 25 are bars of 75 and -25.
 */
export function waterfallChart(outcome: CohortOutcome, cohort: Cohort): Chart {
  const { n } = outcome.completers.percentReduction;
  const bars = rankGroups(percentReductionsOf(pairedScores(cohort, COMPLETERS, 'infusion-6')), MOST_BARS);
  const title = `Percent reduction at infusion 6: completers (${sizeInWords(n)})`;
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)),
      datasets: [...barDatasets(bars, n), line(bars, RESPONSE_PERCENT), line(bars, 0)],
    },
    options: chartOptions(title, subtitleOf(bars, n), {
      x: {
        ...categoryAxis('Completers, from the largest fall to the largest rise'),
        ticks: { color: COLORS.muted, maxRotation: 0, autoSkipPadding: 12 },
        stacked: true,
      },
      y: { ...percentAxis('Percent reduction from baseline'), min: lowestOf(bars) },
    }),
    textAlternative: inSentences(title, n, [
      `Mean percent reduction ${inWords(outcome.completers.percentReduction.mean)} %,`,
      `median ${inWords(outcome.completers.percentReduction.median)} %.`,
      `Response (a fall by at least half) of all completers: ${rateInWords(outcome.completers.response)}.`,
      `Worsened: ${rateInWords(outcome.completers.worsened)}.`,
    ]),
    table: {
      caption: title,
      columns: ['Rank from', 'Rank to', 'n', 'Mean percent reduction'],
      rows: bars.map(({ from, to, mean }) => [from, to, to - from + 1, mean]),
    },
  };
}

function barDatasets(bars: readonly RankGroup[], n: number): ChartDataset[] {
  const kind = (label: string, color: string, holds: (percent: number) => boolean) => ({
    label,
    data: bars.map(({ mean }) => (holds(mean) ? mean : null)),
    backgroundColor: weighted(color, n),
    stack: 'percent',
    pointStyle: 'rect',
    order: 1,
    barPercentage: 0.9,
    categoryPercentage: 1,
    maxBarThickness: 60,
  });
  return [
    kind('Response (50 % or more)', COLORS.blue, (percent) => percent >= RESPONSE_PERCENT),
    kind('Fell by less', COLORS.skyBlue, (percent) => percent > 0 && percent < RESPONSE_PERCENT),
    kind('Unchanged or worse', COLORS.vermilion, (percent) => percent <= 0),
  ];
}

function line(bars: readonly RankGroup[], percent: number): ChartDataset {
  return {
    type: 'line',
    label: percent === 0 ? 'No change (0 %)' : `Half of the baseline (${percent} %, dashed)`,
    data: bars.map(() => percent),
    borderColor: COLORS.ink,
    backgroundColor: COLORS.ink,
    borderWidth: 1,
    borderDash: percent === 0 ? [] : [6, 4],
    pointStyle: 'line',
    // A line through a single bar has no length: its mark replaces it.
    pointRadius: bars.length === 1 ? 40 : 0,
    order: 0,
  };
}

function lowestOf(bars: readonly RankGroup[]): number {
  const lowest = Math.min(0, ...bars.map(({ mean }) => mean));
  return Math.max(AXIS_END, Math.floor(lowest / 20) * 20);
}

function subtitleOf(bars: readonly RankGroup[], n: number): string[] {
  const cut = bars.filter(({ mean }) => mean < AXIS_END).length;
  const grouped = `Each bar is the mean of a group of neighbors in rank (${bars.length} groups).`;
  const cutOff = `${counted(cut, 'bar')} beyond ${AXIS_END} % cut off; the table has the values.`;
  return [
    `Baselines above 0 only. ${n > bars.length ? grouped : 'Each bar is one course.'}`,
    ...(isFew(n) ? ['Gray: fewer than 10 courses.'] : []),
    ...(cut > 0 ? [cutOff] : []),
  ];
}
