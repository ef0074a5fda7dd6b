import type { ChartLabel } from '../domain/charts/parts/chart.js';

/**
 * Labels of several lines with only those lines below the first that fit beside each other under the axis: a line that
 * is too wide in one label is left out of all.
 */
export function fittingLines(
  labels: readonly ChartLabel[],
  room: number,
  measure: (text: string) => number,
): ChartLabel[] {
  const fits = (at: number) => labels.every((label) => !Array.isArray(label) || measure(label[at] ?? '') <= room);
  return labels.map((label) => (Array.isArray(label) ? label.filter((_line, at) => at === 0 || fits(at)) : label));
}
