import { compareSlots } from '../../domain/course/record/slots.js';
import { seenText } from '../../domain/spreadsheet/plain-text.js';
import type { CellReading, CellRemark } from '../../domain/spreadsheet/reading.js';
import { isAcceptable } from './accepted-rules.js';
import { slotOfField, visitFields, type Field, type VisitFields } from './fields.js';
import type { Column } from './header-meaning.js';
import type { RowFinding, SheetFault } from './sheet-fault.js';
import { isMarked, type TableRow } from './table.js';

/** What a cell of dates says. */
export type DateReader = (text: string) => CellReading<string>;

/** The place of each field in the rows of one file, and what a person has accepted of it. */
export interface ColumnLayout {
  columns: readonly Column[];
  /** Headers of the file, by which a person finds a cell. */
  headers: readonly string[];
  /** Index of the column of each field that the file has. */
  places: ReadonlyMap<Field, number>;
  accepted: ReadonlySet<string>;
}

export function layoutOf(
  columns: readonly Column[],
  accepted: ReadonlySet<string> = new Set(),
  headers: readonly string[] = columns.map(({ header }) => header),
): ColumnLayout {
  const places = columns.flatMap(({ field }, at): [Field, number][] => (field === null ? [] : [[field, at]]));
  return { columns, headers, places: new Map(places), accepted };
}

/** Every visit that the file has a column for, in the order of time. */
export function visitFieldsOf({ places }: ColumnLayout): VisitFields[] {
  const slots = new Set([...places.keys()].flatMap((field) => slotOfField(field) ?? []));
  return [...slots].sort(compareSlots).map(visitFields);
}

/** Does this finding keep its row out, or has a person accepted it? */
export function isFault({ rule, acceptable }: Pick<SheetFault, 'rule' | 'acceptable'>, accepted: ReadonlySet<string>) {
  return !acceptable || !accepted.has(rule);
}

/** The cells of one row, by what they mean; what can't be read gathers as faults, what should be known as warnings. */
export class CellReader {
  readonly row: number;
  readonly faults: SheetFault[] = [];
  readonly warnings: SheetFault[] = [];

  constructor(
    private readonly layout: ColumnLayout,
    private readonly line: TableRow,
  ) {
    this.row = line.row;
    if (line.fault) this.note({ row: line.row, column: null, columnNumber: null, value: null, ...line.fault });
  }

  has(field: Field): boolean {
    return this.layout.places.has(field);
  }

  /** The text of a cell as a person sees it; empty where there is no such column. */
  text(field: Field): string {
    const { cells, held } = this.line;
    const at = this.layout.places.get(field);
    if (at === undefined) return '';
    const cell = (held && isHeld(field) ? held[at] : undefined) ?? cells[at] ?? '';
    return isFree(field) ? cell.trim() : seenText(cell);
  }

  /** What the cell says; null where it is empty or can't be read. */
  read<T>(field: Field, reader: (text: string) => CellReading<T>): T | null {
    const written = this.text(field);
    if (written === '') return null;
    const broken = brokenCell(written, field);
    if (broken) {
      this.fault([field], broken.rule, briefly(broken.message, written));
      return null;
    }
    const reading = reader(written);
    if (reading.ok) {
      if (reading.remark) {
        const { rule, message } = reading.remark;
        this.warnings.push(
          this.place({ fields: [field], rule, message: briefly(message, written), acceptable: false }),
        );
      }
      return reading.value;
    }
    this.fault([field], reading.rule, briefly(reading.message, written));
    return reading.ifAccepted && this.layout.accepted.has(reading.rule) ? reading.ifAccepted.value : null;
  }

  /** Where in the spreadsheet a finding belongs, and what is in that cell. */
  place({ fields, rule, message, acceptable = isAcceptable(rule) }: RowFinding): SheetFault {
    const { row, from } = this.line;
    const { headers, places } = this.layout;
    const field = fields.find((each) => places.has(each));
    if (field === undefined) return { row, column: null, columnNumber: null, value: null, rule, message, acceptable };
    const at = places.get(field) ?? -1;
    const [placeRow, placeColumn] = from?.[at] ?? [row, from ? null : at];
    const column = placeColumn === null ? null : (headers[placeColumn] ?? '');
    const columnNumber = placeColumn === null ? null : placeColumn + 1;
    return { row: placeRow, column, columnNumber, value: beginningOf(this.text(field)), rule, message, acceptable };
  }

  /** Notes a fault of the row; a warning where a person has accepted it. */
  fault(fields: readonly Field[], rule: string, message: string): void {
    this.note(this.place({ fields, rule, message }));
  }

  private note(found: SheetFault): void {
    (isFault(found, this.layout.accepted) ? this.faults : this.warnings).push(found);
  }
}

/** A person knows a cell by its beginning, and a thousand faults of long cells are one answer. */
const SHOWN = 200;

/** In a sentence the beginning is shorter. */
const QUOTED = 60;

function beginningOf(text: string, most = SHOWN): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

/** The message with no more than the beginning of what is written in the cell. */
function briefly(message: string, written: string): string {
  return written.length <= QUOTED ? message : message.replaceAll(written, beginningOf(written, QUOTED));
}

/** Cells whose number counts, however a format shows it. */
function isHeld(field: Field): boolean {
  return field.startsWith('score:') || field === 'visitScore' || field === 'birthYear' || field === 'courseNumber';
}
/** Cells whose text is a person's own. */
function isFree(field: Field): boolean {
  return field.startsWith('note:') || field === 'stoppedNote';
}
const ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/i;

/** What a cell holds that no field can be read from: a formula without a value, a text in part struck out, an error. */
function brokenCell(text: string, field: Field): CellRemark | null {
  if (!text.includes('[') && !text.startsWith('#')) return null;
  if (text.startsWith('[no value: ')) {
    const message =
      'The cell has a formula, and the file does not hold its value. Open the file in Excel, let it compute, save it, and send it again.';
    return { rule: 'formula-without-value', message };
  }
  if (isMarked(text)) {
    return { rule: 'text-struck-out', message: `Part of the cell is struck out: ${text}. Write only what counts.` };
  }
  if (!ERROR.test(text) || isHeld(field)) return null;
  return {
    rule: 'cell-error',
    message: `"${text}" is the error of a formula. Correct the formula, or clear the cell.`,
  };
}
