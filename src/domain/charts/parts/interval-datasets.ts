import type { Interval } from '../../statistics/intervals.js';
import type { ChartDataset, Json } from './chart.js';
import { COLORS, TRANSPARENT, faded } from './palette.js';

/**
 * How is the interval of each point of a line drawn?
 *
 * Input: a label, an interval a point (any unit) and the line's color. Output: three datasets, the
 * first a thin bar from end to end of each interval, then its lower ends and its upper ends with
 * the area between filled. These two are unnamed and next to each other; the bars show the interval of
 * a lonely point, which no area would. A missing interval is a gap.
 *
 * Source: https://www.chartjs.org/docs/latest/charts/area.html.
 *
 * Example: intervals [2, 6] and [3, 5] give the bars [2, 6] and [3, 5] and the lines 2, 3 and 6, 5.
 */
export function intervalBand(
  label: string,
  intervals: readonly Interval[],
  color: string,
): [ChartDataset, ChartDataset, ChartDataset] {
  const bars = {
    type: 'bar',
    label,
    data: floatingBars(intervals),
    grouped: false,
    barThickness: 2,
    backgroundColor: color,
    borderColor: color,
    pointStyle: 'line',
    borderWidth: 1,
  };
  const end = {
    label: '',
    borderColor: TRANSPARENT,
    backgroundColor: TRANSPARENT,
    pointRadius: 0,
    pointHitRadius: 0,
    pointHoverRadius: 0,
    spanGaps: false,
    // Behind the means, and after everything that has a name in the legend.
    order: 1,
  };
  const lower = { ...end, data: intervals.map(([from]) => from), fill: false };
  const area = {
    fill: '-1',
    backgroundColor: faded(color, 0.12),
    pointBackgroundColor: TRANSPARENT,
  };
  const upper = { ...end, ...area, data: intervals.map(([, to]) => to) };
  return [bars, lower, upper];
}

/**
 * How is the interval of each bar drawn?
 *
 * Input: a label, an interval a bar (in the bars' unit), and the name of the stack whose bars they
 * belong to. Output: one dataset of thin floating bars amid that stack. A missing interval is a
 * gap.
 *
 * Source: https://www.chartjs.org/docs/latest/samples/bar/floating.html.
 *
 * Example: the interval [23.1, 88.2] is a bar from 23.1 to 88.2.
 */
export function whiskers(label: string, intervals: readonly Interval[], stack: string): ChartDataset {
  return {
    type: 'bar',
    label,
    data: floatingBars(intervals),
    stack,
    // A fixed thickness would push the whiskers of all stacks to the middle of the category.
    maxBarThickness: 2,
    backgroundColor: COLORS.ink,
    borderColor: COLORS.ink,
    borderWidth: 1,
    pointStyle: 'line',
  };
}

function floatingBars(intervals: readonly Interval[]): Json[] {
  return intervals.map(([from, to]) => (from === null ? null : [from, to]));
}
