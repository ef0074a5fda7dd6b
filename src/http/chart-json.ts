import type { Chart } from '../domain/charts/parts/chart.js';

/** For controllers, which don't look into the domain. */
export type ChartJson = Chart;

/** A chart, for the API document. */
export const chartExample: Chart = {
  type: 'line',
  data: { labels: ['1', '2'], datasets: [{ label: 'Mean score', data: [35, 24.6] }] },
  options: { scales: { y: { min: 0, max: 64 } } },
  textAlternative: 'The mean score fell from 35.0 at infusion 1 to 24.6 at infusion 2.',
  table: {
    caption: 'Mean score by infusion',
    columns: ['Infusion', 'n', 'Mean'],
    rows: [
      [1, 120, 35],
      [2, 118, 24.6],
    ],
  },
};
