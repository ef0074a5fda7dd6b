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

/** Lines of words, none wider than it may be unless it is a single word; a number and its percent are one. */
export function wrappedLines(lines: readonly string[], width: number, measure: (text: string) => number): string[] {
  return lines.flatMap((line) => {
    const wrapped: string[] = [];
    for (const word of line.split(/ (?!%)/)) {
      const last = wrapped.at(-1);
      const longer = last === undefined ? word : `${last} ${word}`;
      if (last !== undefined && measure(longer) > width) wrapped.push(word);
      else wrapped.splice(-1, 1, longer);
    }
    return wrapped;
  });
}
