import { MAX_TOTAL } from '../../cudos/score.js';
import type { Json } from './chart.js';
import { COLORS } from './palette.js';

type JsonObject = { [key: string]: Json };

export interface ChartOptions {
  [option: string]: Json;
  plugins: JsonObject;
}

const GRID = { color: COLORS.grid };
const TICKS = { color: COLORS.muted };
/** The line of the axis itself, which Chart.js would draw in a color of its own. */
const BORDER = { color: COLORS.grid };

const axisTitle = (text: string): JsonObject => ({ display: true, text, color: COLORS.ink });

/**
 * What do all charts of this service look alike in?
 *
 * Input: a title naming set and n, lines saying how to read it, and the axes. Output: options of
 * Chart.js: no animation, title and subtitle on the left, the legend below.
 *
 * Source: https://www.chartjs.org/docs/latest/.
 *
 * Example: `chartOptions('Attrition, starters (n = 172)', [], {})` has that title and no animation.
 */
export function chartOptions(title: string, subtitle: readonly string[], scales: JsonObject): ChartOptions {
  return {
    animation: false,
    layout: { padding: 8 },
    plugins: {
      title: {
        display: true,
        text: title,
        align: 'start',
        color: COLORS.ink,
        font: { size: 14, weight: 'bold' },
        padding: { top: 4, bottom: 4 },
      },
      subtitle: {
        display: subtitle.length > 0,
        text: [...subtitle],
        align: 'start',
        color: COLORS.muted,
        padding: { bottom: 12 },
      },
      legend: {
        position: 'bottom',
        align: 'start',
        labels: { usePointStyle: true, boxHeight: 9, color: COLORS.ink },
      },
    },
    scales,
  };
}

/**
 * Which axis do scores have?
 *
 * Input: its title. Output: a fixed axis of 0-64 points, a line every 10, where most bands end;
 * down is better.
 *
 * Source: Zimmerman (2008), doi:10.1016/j.comppsych.2007.10.006 (range of the total).
 *
 * Example: `scoreAxis('Score')` ends at 64.
 */
export function scoreAxis(title: string): JsonObject {
  const ticks = { ...TICKS, stepSize: 10 };
  return {
    type: 'linear',
    min: 0,
    max: MAX_TOTAL,
    title: axisTitle(title),
    ticks,
    grid: GRID,
    border: BORDER,
  };
}

/**
 * Which axis do rates have?
 *
 * Input: its title. Output: a fixed axis of 0-100 percent, a line every 20; bars are side by
 * side from 0 on it, never on one another.
 *
 * Example: `percentAxis('Response (%)')` ends at 100.
 */
export function percentAxis(title: string): JsonObject {
  const ticks = { ...TICKS, stepSize: 20 };
  const range = { min: 0, max: 100, stacked: false };
  return { type: 'linear', ...range, title: axisTitle(title), ticks, grid: GRID, border: BORDER };
}

/**
 * Which axis do reductions have?
 *
 * Input: its title. Output: an axis of points with 0 on it, as long as the bars beside each other need; up is better.
 *
 * Example: `pointsAxis('Mean reduction (points)')` begins at 0 where nobody got worse.
 */
export function pointsAxis(title: string): JsonObject {
  const range = { suggestedMin: 0, suggestedMax: 10, stacked: false };
  return { type: 'linear', ...range, title: axisTitle(title), ticks: TICKS, grid: GRID, border: BORDER };
}

/**
 * Which axis do counts have?
 *
 * Input: its title. Output: an axis from 0 in whole numbers.
 *
 * Example: `countAxis('Courses')` starts at 0.
 */
export function countAxis(title: string): JsonObject {
  const ticks = { ...TICKS, precision: 0 };
  return { type: 'linear', min: 0, title: axisTitle(title), ticks, grid: GRID, border: BORDER };
}

/**
 * Which axis do infusions, bands or quarters have?
 *
 * Input: its title; none where that of the chart says it. Output: a category axis without lines of its own; points are amid
 * their category.
 *
 * Example: `categoryAxis('Infusion')` has the title `Infusion`.
 */
export function categoryAxis(title = ''): JsonObject {
  return {
    type: 'category',
    offset: true,
    title: { ...axisTitle(title), display: title !== '' },
    ticks: TICKS,
    grid: { display: false },
    border: BORDER,
  };
}
