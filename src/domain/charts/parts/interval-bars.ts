import type { Interval } from '../../statistics/intervals.js';
import type { ChartDataset } from './chart.js';
import { whiskers } from './interval-datasets.js';
import { COLORS, faded, weighted } from './palette.js';

const STACK = 'bars';

/** What a bar shows, in the unit of its axis, and of how many courses. */
interface Bar {
  value: number | null;
  ci95: Interval;
  n: number;
}

/**
 * How is a series of estimates with intervals drawn?
 *
 * Input: the label of the series, and its bars. Output: two datasets, bars from 0 and a thin line amid each from end to end
 * of its interval; a bar of fewer than ten courses is gray, one without a value is missing. They need an x axis that is
 * stacked, and a y axis that is not.
 *
 * Example: a mean of 35 with the interval 33.8 to 36.2 is a bar of 35 with a line from 33.8 to 36.2.
 */
export function intervalBars(label: string, bars: readonly Bar[]): [ChartDataset, ChartDataset] {
  return [
    {
      label,
      data: bars.map(({ value }) => value),
      backgroundColor: bars.map(({ n }) => weighted(faded(COLORS.blue, 0.6), n)),
      borderColor: COLORS.blue,
      borderWidth: 1,
      pointStyle: 'rect',
      stack: STACK,
      maxBarThickness: 80,
    },
    whiskers(
      '95 % interval',
      bars.map(({ ci95 }) => ci95),
      STACK,
    ),
  ];
}
