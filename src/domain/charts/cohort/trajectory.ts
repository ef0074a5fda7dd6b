import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { roomForWords, severityBandsOption } from '../parts/bands.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, scoreAxis } from '../parts/chart-options.js';
import { intervalBand } from '../parts/interval-datasets.js';
import { meanLine, type MeanLine } from '../parts/mean-line.js';
import { COLORS } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';
import { inWords, sizeInWords } from '../../numbers/words.js';
import { intervalInWords } from '../../statistics/words.js';

interface Group extends MeanLine {
  pointStyle: string;
}

/**
 * How do the scores fall from infusion to infusion: all of them, of responders, and of the others?
 *
 * Input: the outcome of a cohort. Output: a line chart of three lines of means (0-64 points, down
 * is better) with their 95 % intervals and n under every point; a gap where nobody was scored.
 *
 * Example: a cohort in which nobody was scored at infusion 5 has null there.
 */
export function trajectoryChart(outcome: CohortOutcome): Chart {
  const groups = groupsOf(outcome);
  const { courses, withInfusion6 } = outcome.ladder;
  const title = `Mean score by infusion: all courses (${sizeInWords(courses)}), completers (${sizeInWords(withInfusion6)})`;
  return {
    type: 'line',
    data: {
      labels: outcome.trajectory.map((_, i) => [
        String(i + 1),
        ...groups.map(({ label, points }) => `${label}: ${sizeInWords(points[i]?.n ?? 0)}`),
      ]),
      datasets: [
        ...groups.map((group) => ({ ...meanLine(group), pointStyle: group.pointStyle, pointRadius: 5 })),
        ...groups.flatMap(({ label, points, color }) =>
          intervalBand(
            `95 % interval, ${label.toLowerCase()}`,
            points.map(({ ci95 }) => ci95),
            color,
          ),
        ),
      ],
    },
    options: optionsOf(title),
    textAlternative: inSentences(title, courses, [...groups.map(groupInWords), 'Lower scores are better.']),
    table: {
      caption: title,
      columns: ['Group', 'Infusion', 'n', 'Mean', 'SD', '95 % from', '95 % to', 'Median'],
      rows: groups.flatMap(({ label, points }) =>
        points.map(({ n, mean, sd, ci95, median }, i) => [label, i + 1, n, mean, sd, ...ci95, median]),
      ),
    },
  };
}

function optionsOf(title: string): Chart['options'] {
  const subtitle = [
    'All: the scores observed at each infusion. Responders and others: completers only.',
    'Shaded, with thin bars: 95 % interval of the mean (Student t). Gray points: fewer than 10. Lower is better.',
  ];
  const scales = { x: categoryAxis('Infusion'), y: scoreAxis('CUDOS score (0-64)'), yWords: roomForWords() };
  const { plugins, ...options } = chartOptions(title, subtitle, scales);
  return {
    ...options,
    plugins: { ...plugins, severityBands: severityBandsOption({ fill: true, beside: true }) },
  };
}

function groupsOf(outcome: CohortOutcome): Group[] {
  return [
    {
      label: 'All',
      points: outcome.trajectory,
      color: COLORS.ink,
      pointStyle: 'circle',
      borderDash: [],
    },
    {
      label: 'Responders',
      points: outcome.trajectoryOfResponders,
      color: COLORS.blue,
      pointStyle: 'triangle',
      borderDash: [8, 3],
    },
    {
      label: 'Others',
      points: outcome.trajectoryOfNonResponders,
      color: COLORS.vermilion,
      pointStyle: 'rect',
      borderDash: [2, 3],
    },
  ];
}

function groupInWords({ label, points }: Group): string {
  const observed = points.flatMap((point, i) => (point.n === 0 ? [] : [{ infusion: i + 1, point }]));
  const [first, last] = [observed[0], observed.at(-1)];
  if (first === undefined || last === undefined) return `${label}: no score.`;
  const said = [first, last].map(
    ({ infusion, point }) =>
      `${inWords(point.mean)} at infusion ${infusion} (${sizeInWords(point.n)}, 95 % interval ${intervalInWords(point.ci95)})`,
  );
  return `${label}: mean ${first === last ? (said[0] ?? '') : said.join(', ')}.`;
}
