import { quarterInWords } from '../../calendar/period.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import {
  controlInWords,
  controlledQuarters,
  latestInWords,
  type ControlledQuarter,
  type ControlledQuarters,
} from '../../cohort/differences/controlled-quarters.js';
import { sum } from '../../statistics/sum.js';
import { FEWEST_FOR_PERCENT } from '../../statistics/small-numbers.js';
import { rateInWords } from '../../statistics/words.js';
import type { Chart, ChartDataset, ChartTable } from '../parts/chart.js';
import { categoryAxis, chartOptions, percentAxis } from '../parts/chart-options.js';
import { intervalBand } from '../parts/interval-datasets.js';
import { COLORS, TRANSPARENT, faded, nameColorOf } from '../parts/palette.js';
import { withoutAFrame } from '../parts/without-a-frame.js';
import { inSentences } from '../parts/wording.js';
import { latestQuarters, openQuartersInWords, quarterLabels } from './quarter-axis.js';
import { sizeInWords } from '../../numbers/words.js';

/** Behind lines and points, as wide as a quarter. */
const COLUMN = { type: 'bar', grouped: false, barPercentage: 1, categoryPercentage: 1, borderWidth: 0, order: 3 };

/**
 * Does the response of starters change from quarter to quarter by more than chance?
 *
 * Input: the outcome of a cohort. Output: a control chart (p-chart) of response at infusion 6 in percent (0-100, higher is
 * better) of the last twelve quarters of the start, with Wilson intervals, the mean of the finished quarters, and for each
 * what chance alone would do about it; quarters with courses under way are hatched, not counted. Its title says whether all
 * lie within.
 *
 * Source: as of `controlLimits`.
 *
 * Example: three quarters of 10, 12 and 11 responders among 20 starters each lie within chance of 55 %.
 */
export function responseControlChart({ byQuarter }: CohortOutcome): Chart {
  const controlled = controlledQuarters(latestQuarters(byQuarter));
  const { quarters, finished } = controlled;
  const title = `Response of starters: ${controlInWords(controlled)}`;
  const figures = quarters.map((quarter) => quarter.figures);
  const open = openQuartersInWords(figures);
  const n = sum(finished.map(({ response }) => response.n));
  const hasPoints = quarters.some(({ response }) => response.percent !== null);
  const said = [
    latestInWords(controlled),
    open.length === 0 ? null : `${hasPoints ? 'Hatched, not counted' : 'Not finished'}: ${open.join('; ')}.`,
    fewInWords(quarters),
    `Response of starters by quarter of their start (${sizeInWords(n)}).${hasPoints ? ' Upright lines: 95 % intervals.' : ''}`,
  ].filter((line) => line !== null);
  const chart: Chart = {
    type: 'line',
    data: {
      labels: quarterLabels(figures),
      datasets: [...linesOf(controlled), withinChance(quarters), ...unfinished(quarters)],
    },
    options: chartOptions(title, said, { x: categoryAxis(), y: percentAxis('Response of starters (%)') }),
    textAlternative: inSentences(title, quarters.length, [
      ...said,
      ...[...finished]
        .reverse()
        .map(({ figures: { quarter }, response }) => `${quarterInWords(quarter)}: ${rateInWords(response, 0)}.`),
    ]),
    table: tableOf(title, quarters),
  };
  return hasPoints || quarters.length === 0
    ? chart
    : withoutAFrame(chart, ['No finished quarter has a percent yet.', ...said]);
}

/** Which finished quarters have no percent; null where each has one. */
function fewInWords(quarters: readonly ControlledQuarter[]): string | null {
  const few = quarters.filter(({ figures, response }) => {
    return figures.underWay === 0 && figures.responseOfStarters.n > 0 && response.percent === null;
  });
  if (few.length === 0) return null;
  return `Without a percent, with fewer than ${FEWEST_FOR_PERCENT} starters: ${few.map(({ figures }) => quarterInWords(figures.quarter)).join(', ')}.`;
}

function linesOf({ quarters, center }: ControlledQuarters): ChartDataset[] {
  const [whiskers] = intervalBand(
    '95 % interval',
    quarters.map(({ response }) => response.ci95),
    COLORS.blue,
  );
  const response = {
    label: 'Response',
    lineName: { text: 'Response', color: nameColorOf(COLORS.blue) },
    data: quarters.map(({ response: { percent } }) => percent),
    borderColor: COLORS.blue,
    backgroundColor: COLORS.blue,
    pointBackgroundColor: quarters.map(({ signal }) => (signal === null ? COLORS.blue : COLORS.vermilion)),
    pointStyle: quarters.map(({ signal }) => (signal === null ? 'circle' : 'rectRot')),
    pointRadius: quarters.map(({ signal }) => (signal === null ? 5 : 8)),
    borderWidth: 2,
    spanGaps: false,
  };
  const mean = {
    label: 'Mean',
    lineName: { text: 'Mean', color: COLORS.muted },
    data: quarters.map(({ limits: [lower] }) => (lower === null ? null : center)),
    borderColor: COLORS.muted,
    backgroundColor: COLORS.muted,
    borderDash: [6, 4],
    borderWidth: 1.5,
    pointRadius: 0,
    pointStyle: 'line',
    spanGaps: true,
    order: 2,
  };
  return [response, mean, { ...whiskers, order: 1 }];
}

function withinChance(quarters: readonly ControlledQuarter[]): ChartDataset {
  return {
    ...COLUMN,
    label: 'Within chance',
    lineName: { text: 'Within chance', color: COLORS.muted },
    data: quarters.map(({ limits: [lower, upper] }) => (lower === null ? null : [lower, upper])),
    backgroundColor: faded(COLORS.gray, 0.25),
    pointStyle: 'rect',
  };
}

/** Without a name: the subtitle says what hatched is. */
function unfinished(quarters: readonly ControlledQuarter[]): ChartDataset[] {
  const hatched = quarters.map(({ figures }) => figures.underWay > 0);
  if (!hatched.includes(true)) return [];
  const data = hatched.map((open) => (open ? 100 : null));
  return [{ ...COLUMN, label: '', data, hatched, borderColor: faded(COLORS.gray, 0.6), backgroundColor: TRANSPARENT }];
}

function tableOf(caption: string, quarters: readonly ControlledQuarter[]): ChartTable {
  const percents = ['Response (%)', '95 % from', '95 % to', 'Chance from', 'Chance to'];
  return {
    caption,
    columns: ['Quarter', 'Responders', 'n', ...percents, 'Still under way'],
    rows: quarters.map(({ figures: { quarter, responseOfStarters, underWay }, response, limits }) => [
      quarter,
      responseOfStarters.count,
      responseOfStarters.n,
      response.percent,
      ...response.ci95,
      ...limits,
      underWay,
    ]),
  };
}
