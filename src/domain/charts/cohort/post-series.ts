import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Cohort } from '../../cohort/cohort.js';
import { plain } from '../../cohort/counted.js';
import { RUNGS } from '../../cohort/groups/groups.js';
import { trajectory } from '../../cohort/trajectory.js';
import type { Description } from '../../statistics/describe.js';
import { roomForWords, severityBandsOption } from '../parts/bands.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, scoreAxis } from '../parts/chart-options.js';
import { intervalBars } from '../parts/interval-bars.js';
import { inSentences } from '../parts/wording.js';
import { countInFigures, counted, inWords, sizeInWords } from '../../numbers/words.js';
import { intervalInWords, rateInWords } from '../../statistics/words.js';

type SixDescriptions = [Description, Description, Description, Description, Description, Description];

/**
 * Does the fall last after the series?
 *
 * Input: the outcome of a cohort, and the cohort. Output: a bar chart of the mean scores (0-64 points, down is better) at
 * infusion 1, at infusion 6 and 1 to 30 days after it, with their 95 % intervals, of the completers who have all three;
 * gray bars of fewer than ten courses.
 *
 * Example: two completers at 40 and 30, then 10 and 12, then 14 and 12 have bars of 35, 11 and 13.
 */
export function postSeriesChart({ postSeries, ladder }: CohortOutcome, cohort: Cohort): Chart {
  const [, , , , , at6] = plain(trajectory(cohort, RUNGS.withPostSeries)) as SixDescriptions;
  const times = [
    { label: 'Infusion 1', points: postSeries.baseline },
    { label: 'Infusion 6', points: at6 },
    { label: '1 to 30 days after', points: postSeries.endpoint },
  ];
  const title = `Mean score after the series: completers with a post-series score (${sizeInWords(postSeries.n)})`;
  return {
    type: 'bar',
    data: {
      labels: times.map(({ label, points }) => [
        label,
        sizeInWords(points.n),
        ...(points.n === 0 ? [] : [said(points)]),
      ]),
      datasets: intervalBars(
        'Mean score',
        times.map(({ points }) => ({ ...points, value: points.mean })),
      ),
    },
    options: optionsOf(
      title,
      `Scored so: ${countInFigures(postSeries.n)} of ${counted(ladder.withInfusion6, 'completer')}.`,
    ),
    textAlternative: inSentences(title, postSeries.n, [
      `With a post-series score: ${countInFigures(postSeries.n)} of ${counted(ladder.withInfusion6, 'completer')}.`,
      ...times.map(({ label, points }) => `${label}: mean ${said(points)}.`),
      `Response by the post-series score: ${rateInWords(postSeries.response)}.`,
    ]),
    table: {
      caption: title,
      columns: ['When', 'n', 'Mean', 'SD', '95 % from', '95 % to', 'Median'],
      rows: times.map(({ label, points: { n, mean, sd, ci95, median } }) => [label, n, mean, sd, ...ci95, median]),
    },
  };
}

function said({ mean, ci95 }: Description): string {
  return `${inWords(mean)} (${intervalInWords(ci95)})`;
}

function optionsOf(title: string, who: string): Chart['options'] {
  const subtitle = [
    `The same courses at each time. ${who}`,
    'Thin lines: 95 % interval of the mean (Student t). Gray: fewer than 10 courses. Lower is better.',
  ];
  const { plugins, ...options } = chartOptions(title, subtitle, {
    x: { ...categoryAxis('When'), stacked: true },
    y: { ...scoreAxis('Mean CUDOS score (0-64)'), stacked: false },
    yWords: roomForWords(),
  });
  return { ...options, plugins: { ...plugins, severityBands: severityBandsOption({ fill: true, beside: true }) } };
}
