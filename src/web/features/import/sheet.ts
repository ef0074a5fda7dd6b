import { protectCell } from '../../../domain/spreadsheet/csv-cell';

/** One sheet of a file: what each cell says. `rows[0]` is row 1 of the file; empty rows keep their place. */
export interface Sheet {
  name: string;
  rows: string[][];
}

/** A file that was opened, and the delimiter of its cells as CSV. */
export interface SheetFile {
  name: string;
  delimiter: string;
  sheets: Sheet[];
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

/** The first different values of a column. */
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

/** The rows from the header on as CSV; rows above the header are emptied, so that each row keeps its number. */
export function csvOf(rows: readonly string[][], header: number, delimiter: string): string {
  return rows.map((row, at) => (at < header ? '' : lineOf(row, delimiter))).join('\n') + '\n';
}

/** Every cell in quotation marks, so that nothing in it can be taken for a delimiter. */
function lineOf(row: readonly string[], delimiter: string): string {
  return row.map((cell) => `"${protectCell(cell).replaceAll('"', '""')}"`).join(delimiter);
}
