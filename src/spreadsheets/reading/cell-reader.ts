import { compareSlots } from '../../domain/course/record/slots.js';
import { unprotectCell } from '../../domain/spreadsheet/csv-cell.js';
import { slotOfField, visitFields, type Field, type VisitFields } from './fields.js';
import type { Column } from './header-mapping.js';
import type { Finding, ImportFault } from '../importing/import-fault.js';
import type { CellReading } from '../../domain/spreadsheet/reading.js';

/** Where each field stands in the rows of one file. */
export interface Layout {
  columns: readonly Column[];
  /** Index of the column of each field that the file has. */
  places: ReadonlyMap<Field, number>;
}

/** The cells of one row, by what they mean; what can't be read gathers as faults. */
export interface CellReader {
  row: number;
  faults: ImportFault[];
  has: (field: Field) => boolean;
  /** The trimmed text of a cell; empty where there is no such column. */
  text: (field: Field) => string;
  /** What the cell says; null where it is empty or can't be read. */
  read: <T>(field: Field, reader: (text: string) => CellReading<T>) => T | null;
  /** Where in the spreadsheet a finding belongs, and what stands there. */
  place: (finding: Finding) => ImportFault;
  /** Notes a fault of the row. */
  fault: (fields: readonly Field[], rule: string, message: string) => void;
}

export function layoutOf(columns: readonly Column[]): Layout {
  const places = columns.flatMap(({ field }, at): [Field, number][] => (field === null ? [] : [[field, at]]));
  return { columns, places: new Map(places) };
}

/** Every visit that the file has a column for, in the order of time. */
export function visitsOf({ places }: Layout): VisitFields[] {
  const slots = new Set([...places.keys()].flatMap((field) => slotOfField(field) ?? []));
  return [...slots].sort(compareSlots).map(visitFields);
}

export function cellReader(layout: Layout, row: number, cells: readonly string[]): CellReader {
  const faults: ImportFault[] = [];
  const { columns, places } = layout;
  const text = (field: Field) => unprotectCell(cells[places.get(field) ?? -1] ?? '').trim();
  const place = ({ fields, rule, message }: Finding): ImportFault => {
    const field = fields.find((each) => places.has(each));
    if (field === undefined) {
      return { row, column: null, columnNumber: null, value: null, rule, message };
    }
    const at = places.get(field) ?? -1;
    const column = columns[at]?.header ?? null;
    return { row, column, columnNumber: at + 1, value: text(field), rule, message };
  };
  const fault = (fields: readonly Field[], rule: string, message: string) => {
    faults.push(place({ fields, rule, message }));
  };
  return {
    row,
    faults,
    has: (field) => places.has(field),
    text,
    place,
    fault,
    read: (field, reader) => {
      const written = text(field);
      if (written === '') return null;
      const reading = reader(written);
      if (reading.ok) return reading.value;
      fault([field], reading.rule, reading.message);
      return null;
    },
  };
}
