import type { ChartLabel } from './chart.js';

type Line = readonly (string | undefined)[];

const YEAR = /^\d{4}$/;

/**
 * Which lines of the labels under an axis are not on each other?
 *
 * Input: the labels in their order, how wide each may be (any unit), and how wide a text is. Output: the labels with their
 * first line, and with those lines below it that have room under every label; a year only under the first of its quarters,
 * where that gives it room.
 *
 * Example: with room for 5 letters each, `['1', 'n = 120']` beside `['2', 'n = 9']` are `['1']` and `['2']`.
 */
export function fittingLines(
  labels: readonly ChartLabel[],
  room: number,
  measure: (text: string) => number,
): ChartLabel[] {
  const all = linesOf(labels).map((line, at) => {
    if (at === 0 || hasRoom(line, room, measure)) return line;
    const once = line.map((text, place) => (isYearAgain(line, place) ? undefined : text));
    return hasRoom(once, room, measure) ? once : [];
  });
  return labels.map((label, place) => (Array.isArray(label) ? all.flatMap((line) => line[place] ?? []) : label));
}

/**
 * Are the lines of these labels all beside each other, and none on another?
 *
 * Input: as of `fittingLines`. Output: whether it would leave every line.
 */
export function allLinesFit(labels: readonly ChartLabel[], room: number, measure: (text: string) => number): boolean {
  return linesOf(labels).every((line) => hasRoom(line, room, measure));
}

/** The texts of each line, one a label where it has one. */
function linesOf(labels: readonly ChartLabel[]): Line[] {
  const most = Math.max(0, ...labels.map((label) => [label].flat().length));
  return Array.from({ length: most }, (_, at) => labels.map((label) => [label].flat()[at]));
}

/** The same year as before it; also that of a single quarter at the left, whose next year begins beside it. */
function isYearAgain(line: Line, place: number): boolean {
  const text = line[place] ?? '';
  return YEAR.test(text) && (place === 0 ? line[1] !== text : line[place - 1] === text);
}

/** Where the label beside it has no such line, a text may be wider. */
function hasRoom(line: Line, room: number, measure: (text: string) => number): boolean {
  return line.every((text, at) => {
    if (text === undefined) return true;
    const next = line[at + 1];
    return next === undefined ? measure(text) <= 2 * room : (measure(text) + measure(next)) / 2 <= room;
  });
}
