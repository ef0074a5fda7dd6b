import type { Chart } from './chart.js';
import { chartOptions } from './chart-options.js';

/** Wide and low: there are only words in it. */
const ASPECT_RATIO = 5;

/**
 * What is shown in place of a chart that would be an empty frame?
 *
 * Input: a chart, its title, and sentences that say what is missing. Output: the chart without data and axes, with the sentences
 * below its title and in its text alternative; its table is kept.
 *
 * Example: a funnel plot of one clinician says how many starters each of two needs.
 */
export function withoutAFrame({ type, table }: Pick<Chart, 'type' | 'table'>, sentences: readonly string[]): Chart {
  const { caption: title } = table;
  const hidden = { display: false };
  return {
    type,
    data: { datasets: [] },
    options: { ...chartOptions(title, sentences, { x: hidden, y: hidden }), aspectRatio: ASPECT_RATIO },
    textAlternative: [`${title}.`, ...sentences].join(' '),
    table,
  };
}
