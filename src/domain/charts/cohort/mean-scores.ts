import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Cohort } from '../../cohort/cohort.js';
import { plain } from '../../cohort/counted.js';
import { COMPLETERS } from '../../cohort/groups/groups.js';
import { trajectory } from '../../cohort/trajectory.js';
import { countInFigures, inWords, sizeInWords } from '../../numbers/words.js';
import type { Description } from '../../statistics/describe.js';
import { intervalInWords } from '../../statistics/words.js';
import { roomForWords, severityBandsOption } from '../parts/bands.js';
import type { Chart, ChartDataset } from '../parts/chart.js';
import { categoryAxis, chartOptions, scoreAxis } from '../parts/chart-options.js';
import type { DirectLabel } from '../parts/direct-labels-plugin.js';
import { intervalBand } from '../parts/interval-datasets.js';
import { meanLine, type MeanLine } from '../parts/mean-line.js';
import { COLORS } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';

interface Line extends MeanLine {
  n: number;
  /** Whether its first and last mean are written at it. */
  labeled: boolean;
}

/**
 * How do the scores of those who finished fall, and where were those when they ended who did not?
 *
 * Input: the outcome of a cohort, and the cohort. Output: a line chart of the mean scores (0-64 points, down is better) by
 * infusion of completers and, dashed, of starters without infusion 6, with their 95 % intervals; its title says from where to
 * where the completers fell.
 *
 * Example: completers of 40 and 30 at infusion 1 and 10 and 20 at infusion 6 have the title `Completers fell from 35.0 to
 * 15.0 points on average, by 57 %`.
 */
export function meanScoresChart(outcome: CohortOutcome, cohort: Cohort): Chart {
  const { completers, ladder } = outcome;
  const early = outcome.trajectoryOfStoppedEarly;
  const lines: [Line, Line] = [
    lineOf('Completers', completers.n, plain(trajectory(cohort, COMPLETERS)), COLORS.blue),
    lineOf('Ended before infusion 6', early[0]?.n ?? 0, early, COLORS.vermilion),
  ];
  const title = titleOf(outcome);
  const n = lines.map((line) => countInFigures(line.n)).join(' / ');
  return {
    type: 'line',
    data: {
      labels: lines[0].points.map((point, at) => [
        String(at + 1),
        countInFigures(point.n),
        countInFigures(early[at]?.n ?? 0),
      ]),
      datasets: [...lines.map(labeledLine), ...lines.flatMap(intervalOf)],
    },
    options: optionsOf(title, n),
    textAlternative: inSentences(title, ladder.courses, [...lines.map(lineInWords), 'Lower scores are better.']),
    table: {
      caption: title,
      columns: ['Group', 'Infusion', 'n', 'Mean', '95 % from', '95 % to'],
      rows: lines.flatMap(({ label, points }) =>
        points.map(({ n: scored, mean, ci95 }, at) => [label, at + 1, scored, mean, ...ci95]),
      ),
    },
  };
}

function titleOf({ completers: { n, baseline, endpoint, percentReductionOfMeans: percent } }: CohortOutcome): string {
  if (n === 0) return 'No completer yet, so no mean change (n = 0)';
  const [from, to] = [inWords(baseline.mean), inWords(endpoint.mean)];
  const way = (baseline.mean ?? 0) >= (endpoint.mean ?? 0) ? 'fell' : 'rose';
  const by = percent === null ? '' : `, by ${inWords(Math.abs(percent), 0)} %`;
  return `Completers ${way} from ${from} to ${to} points on average${by}`;
}

function lineOf(label: string, n: number, points: readonly Description[], color: string): Line {
  const isCompleters = color === COLORS.blue;
  return { label, n, points, color, borderDash: isCompleters ? [] : [6, 4], labeled: isCompleters };
}

function labeledLine(line: Line): ChartDataset {
  const { points, labeled } = line;
  const labelsOf = (at: number, place: 'above' | 'below'): DirectLabel[] => {
    const mean = points[at]?.mean ?? null;
    return mean === null ? [] : [{ at, text: inWords(mean), place, align: 'center', color: COLORS.ink }];
  };
  return {
    ...meanLine(line),
    // Told apart also without colors.
    pointStyle: labeled ? 'circle' : 'triangle',
    pointRadius: labeled ? 4 : 5,
    directLabels: labeled ? [...labelsOf(0, 'above'), ...labelsOf(points.length - 1, 'below')] : [],
  };
}

function intervalOf({ points, color }: Line): ChartDataset[] {
  return intervalBand(
    // The subtitle says what they are.
    '',
    points.map(({ ci95 }) => ci95),
    color,
  );
}

function optionsOf(title: string, n: string): Chart['options'] {
  const subtitle = [`Completers / who ended before infusion 6 (n = ${n}), with 95 % intervals. Lower is better.`];
  const { plugins, ...options } = chartOptions(title, subtitle, {
    x: categoryAxis('Infusion; n of each line'),
    y: scoreAxis('Mean CUDOS score (0-64)'),
    yWords: roomForWords(),
  });
  return {
    ...options,
    plugins: {
      ...plugins,
      severityBands: severityBandsOption({ fill: true, beside: true }),
    },
  };
}

function lineInWords({ label, points }: Line): string {
  const said = points.flatMap(({ n, mean, ci95 }, at) =>
    mean === null
      ? []
      : [`${inWords(mean)} at infusion ${at + 1} (${sizeInWords(n)}, 95 % interval ${intervalInWords(ci95)})`],
  );
  return said.length === 0 ? `${label}: no score.` : `${label}: mean ${said.join(', ')}.`;
}
