import type { Chart, Json } from './chart.js';

/**
 * How does a chart carry a line that stays with its picture?
 *
 * Input: a chart, and a line such as the day and the filter it was computed for. Output: the chart with that
 * line at the end of its subtitle and of its text alternative.
 *
 * @example captioned(chart, 'As of 20 Mar 2026.').options.plugins.subtitle.text // […, 'As of 20 Mar 2026.']
 */
export function captioned<Some extends Pick<Chart, 'options' | 'textAlternative'>>(chart: Some, line: string): Some {
  const plugins = objectOr(chart.options['plugins']);
  const subtitle = objectOr(plugins['subtitle']);
  const text = [subtitle['text'] ?? []].flat().concat(line);
  const options = { plugins: { ...plugins, subtitle: { ...subtitle, display: true, text } } };
  return {
    ...chart,
    options: { ...chart.options, ...options },
    textAlternative: `${chart.textAlternative} ${line}`,
  };
}

function objectOr(value: Json | undefined): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
