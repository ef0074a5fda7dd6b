import type { Cue } from './cues.js';
import type { ElsewherePlace } from './elsewhere.js';
import type { TableCell } from './tables.js';

const EVERYBODY = /^(?:all|total|overall|n|number)(?!\p{L})/u;

/**
 * What do the heads of columns say in the cells below them?
 *
 * Input: the rows of tables, and the cue words of the text. Output: for each cell the cue words of its head, at its begin.
 *
 * Example: with `Response` at the head of `57 %` there is a success right before 57.
 */
export function cuesOfHeads(rows: readonly TableCell[][], cues: readonly Cue[]): Cue[] {
  return rows.flat().flatMap(({ head, start }) => {
    if (head === null) return [];
    const above = cues.filter((cue) => cue.start >= head.start && cue.end <= head.end);
    return above.map(({ kind }) => ({ kind, start, end: start }));
  });
}

/**
 * Of whom are the rows whose names say nothing that is known?
 *
 * Input: the text in plain form, the rows of its tables, and its cue words. Output: the name of such a row, at the begin
 * of each of its cells: other people, for all that is known.
 *
 * Example: in the row `Under 40 | 57 %` it is `under 40`.
 */
export function unknownRowNames(plain: string, rows: readonly TableCell[][], cues: readonly Cue[]): ElsewherePlace[] {
  return rows.flatMap(([first, ...others]) => {
    if (first === undefined || others.every(({ head }) => head === null)) return [];
    const words = plain.slice(first.start, first.end).trim();
    const isKnown = cues.some(({ start, end }) => start >= first.start && end <= first.end);
    if (isKnown || EVERYBODY.test(words) || !/\p{L}/u.test(words)) return [];
    return others.map(({ start }) => ({ kind: 'group', cohort: null, words, start, end: start }));
  });
}
