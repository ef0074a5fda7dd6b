import { CsvRows } from './csv-rows.js';
import { findHeader, headerWorth } from './find-header.js';
import type { TableRow } from './table.js';

/** What may separate the cells of a CSV file. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a person calls them. */
export const DELIMITER_NAMES = ['comma', 'semicolon', 'tab', 'pipe'] as const;
export type DelimiterName = (typeof DELIMITER_NAMES)[number];

/** @example nameOfDelimiter(';') // 'semicolon' */
export function nameOfDelimiter(delimiter: Delimiter): DelimiterName {
  return DELIMITER_NAMES[DELIMITERS.indexOf(delimiter)] ?? 'comma';
}

/** @example delimiterNamed('tab') // '\t' */
export function delimiterNamed(name: DelimiterName): Delimiter {
  return DELIMITERS[DELIMITER_NAMES.indexOf(name)] ?? ',';
}

/**
 * Which character separates the cells?
 *
 * Input: the beginning of a file. Output: the one that a first line such as `sep=;` names, as Excel writes it; else the
 * one with which most of a header is understood; else the one by which most rows have the same number of cells.
 *
 * @example delimiterOf('Riverside outcomes\nMRN;Date 1;Score 1\n') // ';'
 */
export function delimiterOf(beginning: string): Delimiter {
  const stated = /^\uFEFF?\s*"?sep=([,;\t|])"?\s*$/im.exec(beginning.split(/[\r\n]/, 1)[0] ?? '')?.[1];
  if (isDelimiter(stated)) return stated;
  const tried = DELIMITERS.filter((delimiter, at) => at === 0 || beginning.includes(delimiter)).map((delimiter) => {
    const rows = rowsOf(beginning, delimiter);
    return {
      delimiter,
      understood: headerWorth(findHeader(rows.filter(({ fault }) => !fault))),
      evenness: evennessOf(rows),
    };
  });
  const best = tried.reduce((found, each) => {
    if (each.understood !== found.understood) return each.understood > found.understood ? each : found;
    return each.evenness > found.evenness ? each : found;
  });
  return best.delimiter;
}

/**
 * Is this row Excel's statement of the delimiter, which holds nothing else?
 *
 * @example statesDelimiter({ row: 1, cells: ['sep=', ''] }) // true
 */
export function statesDelimiter({ row, cells }: TableRow): boolean {
  return row === 1 && /^"?sep=[,;\t|]?"?$/i.test(cells.join('').trim());
}

export function isDelimiter(text: string | undefined): text is Delimiter {
  return DELIMITERS.some((each) => each === text);
}

function rowsOf(beginning: string, delimiter: Delimiter): TableRow[] {
  const rows = new CsvRows(delimiter);
  const whole = rows.push(beginning.replace(/^\uFEFF/, ''));
  return (whole.length > 0 ? whole : rows.end()).filter((row) => !statesDelimiter(row)).slice(0, 200);
}

/** How many of the rows have the number of cells that the most have, where that is more than one, times that number. */
function evennessOf(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([width, times]) => times * 1000 + width));
}
