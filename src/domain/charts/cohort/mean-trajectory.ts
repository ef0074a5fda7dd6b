import type { Cohort } from '../../cohort/cohort.js';
import { plain } from '../../cohort/counted.js';
import { ALL_SIX_SCORED } from '../../cohort/groups.js';
import { trajectory } from '../../cohort/trajectory.js';
import { severityBandsOption } from '../parts/bands.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, scoreAxis } from '../parts/chart-options.js';
import { intervalBand } from '../parts/interval-datasets.js';
import { COLORS } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';
import { inWords } from '../../numbers/words.js';
import { intervalInWords } from '../../statistics/words.js';

/**
 * How does the mean score fall from infusion to infusion in courses that were scored at all six?
 *
 * Input: a cohort. Output: a line chart of the means (0-64 points, down is better)
 * with their 95 % intervals. The courses behind every point are the same, so there is one n; a line with
 * another n at each infusion would reveal how many of them missed a visit, and those are few.
 *
 * Example: courses from 40 and 30 at infusion 1 down to 10 and 20 at infusion 6 begin at 35 and end at 15.
 */
export function meanTrajectoryChart(cohort: Cohort): Chart {
  const points = plain(trajectory(cohort, ALL_SIX_SCORED));
  const n = cohort.count(ALL_SIX_SCORED).size;
  const title = `Mean score by infusion: scored at all six (n = ${n})`;
  const means = points.map(({ mean }) => mean);
  return {
    type: 'line',
    data: {
      labels: points.map((_, at) => String(at + 1)),
      datasets: [
        {
          label: 'Mean score',
          data: means,
          borderColor: COLORS.blue,
          backgroundColor: COLORS.blue,
          borderWidth: 2,
          pointRadius: 5,
          clip: 8,
        },
        ...intervalBand(
          '95 % interval',
          points.map(({ ci95 }) => ci95),
          COLORS.blue,
        ),
      ],
    },
    options: optionsOf(title),
    textAlternative: inSentences(title, n, [
      `Mean ${means.map((mean) => inWords(mean)).join(', ')} at infusions 1 to 6.`,
      `95 % interval ${intervalInWords(points[0]?.ci95 ?? [null, null])} at the first and`,
      `${intervalInWords(points.at(-1)?.ci95 ?? [null, null])} at the last. Lower scores are better.`,
    ]),
    table: {
      caption: title,
      columns: ['Infusion', 'n', 'Mean', '95 % from', '95 % to'],
      rows: points.map(({ mean, ci95 }, at) => [at + 1, n, mean, ...ci95]),
    },
  };
}

function optionsOf(title: string): Chart['options'] {
  const subtitle = [
    'The same courses at every point; those that stopped or missed a score are left out.',
    'Shaded, with thin bars: 95 % interval of the mean (Student t). Lower is better.',
  ];
  const scales = { x: categoryAxis('Infusion'), y: scoreAxis('Mean CUDOS score (0-64)') };
  const { plugins, ...options } = chartOptions(title, subtitle, scales);
  return {
    ...options,
    plugins: { ...plugins, severityBands: severityBandsOption({ fill: true }) },
  };
}
