import type { Cohort } from '../../cohort/cohort.js';
import { plain } from '../../cohort/counted.js';
import { COMPLETERS } from '../../cohort/groups/groups.js';
import { trajectory } from '../../cohort/trajectory.js';
import { severityBandsOption } from '../parts/bands.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, scoreAxis } from '../parts/chart-options.js';
import { intervalBand } from '../parts/interval-datasets.js';
import { COLORS } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';
import { inWords, sizeInWords } from '../../numbers/words.js';
import type { Interval } from '../../statistics/intervals.js';
import { intervalInWords } from '../../statistics/words.js';

/**
 * How does the mean score fall from infusion to infusion in courses that were scored at the first and at the sixth?
 *
 * Input: a cohort, and the infusions (1-6) that may be shown. Output: a line chart of the means (0-64 points, down is better)
 * of the completers scored at each of them, with n and their 95 % interval; a gap at the others.
 *
 * Example: courses from 40 and 30 at infusion 1 down to 10 and 20 at infusion 6 begin at 35 and end at 15.
 */
export function meanTrajectoryChart(cohort: Cohort, shown: readonly number[]): Chart {
  const points = plain(trajectory(cohort, COMPLETERS)).map((point, at): Point =>
    shown.includes(at + 1) ? point : { n: null, mean: null, ci95: [null, null] },
  );
  const n = cohort.count(COMPLETERS).size;
  const title = `Mean score by infusion: completers (${sizeInWords(n)})`;
  return {
    type: 'line',
    data: dataOf(points),
    options: optionsOf(title),
    textAlternative: inSentences(title, n, [...points.flatMap(pointInWords), 'Lower scores are better.']),
    table: {
      caption: title,
      columns: ['Infusion', 'n', 'Mean', '95 % from', '95 % to'],
      rows: points.flatMap(({ n: scored, mean, ci95 }, at) =>
        scored === null ? [] : [[at + 1, scored, mean, ...ci95]],
      ),
    },
  };
}

/** What is shown at an infusion; nothing where it may not be public. */
interface Point {
  n: number | null;
  mean: number | null;
  ci95: Interval;
}

function dataOf(points: readonly Point[]): Chart['data'] {
  return {
    labels: points.map(({ n }, at) => [String(at + 1), n === null ? 'not shown' : sizeInWords(n)]),
    datasets: [
      {
        label: 'Mean score',
        data: points.map(({ mean }) => mean),
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
  };
}

function pointInWords({ n, mean, ci95 }: Point, at: number): string[] {
  if (mean === null) return [];
  return [
    `Infusion ${at + 1} (${sizeInWords(n ?? 0)}): mean ${inWords(mean)}, 95 % interval ${intervalInWords(ci95)}.`,
  ];
}

function optionsOf(title: string): Chart['options'] {
  const subtitle = [
    'Completers: scored at infusions 1 and 6. At each infusion those of them who were scored there.',
    'Shaded, with thin bars: 95 % interval of the mean (Student t). Lower is better.',
  ];
  const scales = { x: categoryAxis('Infusion'), y: scoreAxis('Mean CUDOS score (0-64)') };
  const { plugins, ...options } = chartOptions(title, subtitle, scales);
  return {
    ...options,
    plugins: { ...plugins, severityBands: severityBandsOption({ fill: true }) },
  };
}
