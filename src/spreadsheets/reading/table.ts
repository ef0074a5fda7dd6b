/** One row of a spreadsheet with anything in it, whatever the file it comes from. */
export interface TableRow {
  /** The first row of the file is 1, and empty rows count. */
  row: number;
  /** What a person sees in each cell. */
  cells: string[];
  /** What a cell holds where its format shows something else, by place from 0: 35 that is shown as `35/64`. */
  held?: Record<number, string>;
  hidden?: true;
  /** What is wrong with the way the row is written. */
  fault?: RowFault;
  /** The place of each cell in the file, where visits of several rows were laid out as one course. */
  from?: (CellPlace | null)[];
}

export interface RowFault {
  rule: string;
  message: string;
  acceptable: boolean;
}

/** Row from 1, column from 0. */
export type CellPlace = [row: number, column: number];

/** Text in a cell in place of something a text can't hold; a cell with it is a fault wherever it is imported. */
export const MARKS = {
  noValue: (formula: string) => `[no value: =${formula}]`,
  struckOut: (text: string) => `[struck out: ${text}]`,
} as const;

export function isMarked(text: string): boolean {
  return /\[(?:no value: =|struck out: )/.test(text);
}

/** A table may have so many columns; anything further right is a fault. */
export const MOST_COLUMNS = 2000;
/** A row may have so many characters; a longer one is a quotation mark that doesn't close. */
export const LONGEST_ROW = 100_000;

/** A column as a spreadsheet program calls it, from 0: A, B … Z, AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
