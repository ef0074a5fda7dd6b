import type { Field } from '../reading/fields.js';

/** One thing that is wrong or unusual in a spreadsheet. */
export interface ImportFault {
  /** Row of the spreadsheet; the header stands in row 1. */
  row: number;
  /** The file's own header; null where it is about the whole row. */
  column: string | null;
  /** Place of that column in the file, from 1; headers may repeat. Null where there is none. */
  columnNumber: number | null;
  /** What stands in the cell. */
  value: string | null;
  rule: string;
  message: string;
}

/** Something wrong or unusual that belongs to the first of these fields that the file has a column for. */
export interface Finding {
  fields: readonly Field[];
  rule: string;
  message: string;
}
