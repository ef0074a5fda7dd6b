/**
 * Anything JSON can hold; a chart holds nothing else, so every Chart.js page can draw it as it is.
 */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One series. Everything beside its label and its data is an option of Chart.js. */
export type ChartDataset = { label: string; data: Json[]; [option: string]: Json };

/** An array as label is drawn as several lines, which is how n gets under every point. */
export type ChartLabel = string | string[];

/** What the chart shows, as a table for readers who can't see it or want the exact values. */
export interface ChartTable {
  /** The title of the chart. */
  caption: string;
  columns: string[];
  /** One cell for each column; null where there is nothing to estimate. */
  rows: (string | number | null)[][];
}

/**
 * A Chart.js 4 configuration as plain JSON (no functions, plugins or date adapters), drawn as it is by
 * `new Chart(canvas, chart)`, with what a person who can't see it needs: Chart.js ignores `textAlternative` and `table`.
 */
export interface Chart {
  /** Chart.js type. */
  type: 'line' | 'bar' | 'bubble' | 'scatter';
  /** Chart.js data. */
  data: {
    /** Left out where both axes are numbers. */
    labels?: ChartLabel[];
    datasets: ChartDataset[];
  };
  /** Chart.js options. */
  options: { [option: string]: Json };
  /** What the chart shows, for people who can't see it. */
  textAlternative: string;
  table: ChartTable;
}
