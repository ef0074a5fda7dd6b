import type { Field } from './fields.js';

/** One thing that is wrong or unusual in a spreadsheet. */
export interface SheetFault {
  /** Row of the spreadsheet; the header is row 1. */
  row: number;
  /** The file's own header; null where it is about the whole row. */
  column: string | null;
  /** Place of that column in the file, from 1; headers may repeat. Null where there is none. */
  columnNumber: number | null;
  /** The places of all columns that it is about, where they are several for one cause. */
  columnNumbers?: number[];
  /** The text of the cell. */
  value: string | null;
  rule: string;
  message: string;
  /** Whether a person may decide that it is right as it is; it stops a commit until then. */
  acceptable: boolean;
}

/** Something wrong or unusual that belongs to the first of these fields that the file has a column for. */
export interface RowFinding {
  fields: readonly Field[];
  rule: string;
  message: string;
  /** As in `SheetFault`; where it is not said, it has to be corrected. */
  acceptable?: boolean;
}
