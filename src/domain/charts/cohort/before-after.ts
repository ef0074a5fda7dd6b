import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Cohort } from '../../cohort/cohort.js';
import { COMPLETERS } from '../../cohort/groups/groups.js';
import { pairedScores } from '../../cohort/reductions.js';
import type { ScorePair } from '../../cohort/reductions.js';
import { isResponse, responseCutOff } from '../../course/judgement/response.js';
import { isWorsened } from '../../course/judgement/worsened.js';
import { MAX_TOTAL } from '../../cudos/score.js';
import type { Chart, ChartDataset } from '../parts/chart.js';
import { chartOptions, scoreAxis } from '../parts/chart-options.js';
import { COLORS, faded } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';
import { inWords, sizeInWords } from '../../numbers/words.js';
import { intervalInWords, rateInWords } from '../../statistics/words.js';

/** Radius in pixels of one course, and of the largest bubble. */
const SMALLEST = 4;
const LARGEST = 16;

/**
 * Where did each completer start, and where did it end?
 *
 * Input: the outcome of a cohort, and the cohort. Output: a bubble chart of baseline and score at
 * infusion 6 (0-64 points each); the area of a bubble grows with the courses that share both
 * scores. Below the dashed line a course responded, above the solid one it is worse.
 *
 * Example: two completers falling from 40 to 10 are one bubble with count 2.
 */
export function beforeAfterChart(outcome: CohortOutcome, cohort: Cohort): Chart {
  const { completers } = outcome;
  const bubbles = pairedScores(cohort, COMPLETERS, 'infusion-6').sort(
    (a, b) => a.baseline - b.baseline || a.endpoint - b.endpoint,
  );
  const title = `Score before and after: completers (${sizeInWords(completers.n)})`;
  const options = chartOptions(title, ['The larger a bubble, the more courses share both scores.'], {
    x: scoreAxis('Score at infusion 1 (baseline)'),
    y: scoreAxis('Score at infusion 6 (lower is better)'),
  });
  return {
    type: 'bubble',
    data: { datasets: [...bubbleDatasets(bubbles), ...lines()] },
    options: { ...options, aspectRatio: 1 },
    textAlternative: inSentences(title, completers.n, [
      `Mean ${inWords(completers.baseline.mean)} before and ${inWords(completers.endpoint.mean)} after,`,
      `a mean reduction of ${inWords(completers.reduction.mean)} points (95 % interval ${intervalInWords(completers.reduction.ci95)}).`,
      `Response: ${rateInWords(completers.response)}. Worsened: ${rateInWords(completers.worsened)}.`,
    ]),
    table: {
      caption: title,
      columns: ['Baseline', 'Score at infusion 6', 'Courses'],
      rows: bubbles.map(({ baseline, endpoint, n }) => [baseline, endpoint, n]),
    },
  };
}

function bubbleDatasets(bubbles: readonly ScorePair[]): ChartDataset[] {
  const most = bubbles.reduce((largest, { n }) => Math.max(largest, n), 1);
  const unit = Math.min(SMALLEST, LARGEST / Math.sqrt(most));
  const kind = (label: string, color: string, pointStyle: string, holds: typeof isResponse) => ({
    label,
    data: bubbles
      .filter(({ baseline, endpoint }) => holds(baseline, endpoint))
      .map(({ baseline, endpoint, n }) => ({
        x: baseline,
        y: endpoint,
        r: unit * Math.sqrt(n),
        count: n,
      })),
    backgroundColor: faded(color, 0.6),
    borderColor: color,
    pointStyle,
    clip: 10,
  });
  return [
    kind('Response', COLORS.blue, 'circle', isResponse),
    kind('No response', COLORS.orange, 'triangle', isNeither),
    kind('Worsened', COLORS.vermilion, 'rect', isWorsened),
  ];
}

function isNeither(baseline: number, endpoint: number): boolean {
  return !isResponse(baseline, endpoint) && !isWorsened(baseline, endpoint);
}

function lines(): ChartDataset[] {
  const line = (label: string, end: number, borderDash: number[]) => ({
    type: 'line',
    label,
    data: [
      { x: 0, y: 0 },
      { x: MAX_TOTAL, y: end },
    ],
    borderColor: COLORS.ink,
    backgroundColor: COLORS.ink,
    borderWidth: 1,
    borderDash,
    pointStyle: 'line',
    pointRadius: 0,
  });
  return [
    line('No change (solid)', MAX_TOTAL, []),
    line('50 % of the baseline (dashed)', responseCutOff(MAX_TOTAL) ?? 0, [6, 4]),
  ];
}
