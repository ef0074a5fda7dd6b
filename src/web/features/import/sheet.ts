import { protectCell } from '../../../domain/spreadsheet/csv-cell';
import type { Schemas } from '../../api/client';

/** How a file is to be read; what is left open the service decides by its rows. */
export interface ReadAs {
  sheet?: string;
  delimiter?: Schemas['ReadingResponse']['delimiter'];
  headerRow?: string;
  numberFrom?: '0' | '1';
}

/** A file as the service has read it. */
export interface SheetFile {
  name: string;
  /** The file itself, to have it read in another way, and how it was read. */
  source: File;
  megabytes: number;
  how: ReadAs;
  reading: Schemas['ReadingResponse'];
  /** What a person sees in each cell. `rows[0]` is row 1 of the file; empty rows keep their place. */
  rows: string[][];
  /** The numbers behind cells whose format shows something else, by `row:column`. */
  held: ReadonlyMap<string, string>;
  /** Places of the rows that the sheet hides. */
  hidden: number[];
}

export function isEmptyRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** Places of the first rows with anything in them, one of which holds the names of the columns. */
export function likelyHeaders(rows: readonly string[][]): number[] {
  const filled: number[] = [];
  for (let at = 0; at < rows.length && filled.length < 8; at += 1) {
    if (!isEmptyRow(rows[at] ?? [])) filled.push(at);
  }
  return filled;
}

/** Places of the rows under the header that have anything in them. */
export function rowsUnder(rows: readonly string[][], header: number): number[] {
  return rows.flatMap((row, at) => (at > header && !isEmptyRow(row) ? [at] : []));
}

/** The first different texts of a column. */
export function samplesOf(rows: readonly string[][], header: number, column: number): string[] {
  const samples = new Set<string>();
  for (let at = header + 1; at < rows.length && samples.size < 3; at += 1) {
    const text = rows[at]?.[column]?.trim() ?? '';
    if (text !== '') samples.add(text);
  }
  return [...samples];
}

/** What a spreadsheet program calls a column: A, B … Z, AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/** The header of a column, or its letter where it has none. */
export function columnName(header: readonly string[], column: number): string {
  return header[column]?.trim() || `column ${letterOf(column)}`;
}

/**
 * The rows from the header on as CSV; lines above the header are emptied, so that each row keeps its number.
 * @param numberOf The number behind a cell that is imported as a number, where its format shows something else.
 */
export function csvOf(
  rows: readonly string[][],
  header: { at: number; names: readonly string[] },
  numberOf: (row: number, column: number) => string | undefined = () => undefined,
): string {
  const lines = rows.map((row, at) => {
    if (at < header.at) return '';
    if (at === header.at) return lineOf(header.names);
    return lineOf(row.map((cell, column) => numberOf(at, column) ?? cell));
  });
  return lines.join('\n') + '\n';
}

/** Every cell in quotation marks, so that nothing in it can be taken for a delimiter. */
function lineOf(row: readonly string[]): string {
  return row.map((cell) => `"${protectCell(cell).replaceAll('"', '""')}"`).join(',');
}
