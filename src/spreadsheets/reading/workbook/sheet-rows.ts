import { dayNumbered, type DayCount } from '../../../domain/spreadsheet/day-number.js';
import { MARKS, MOST_COLUMNS, type TableRow } from '../table.js';
import { plainNumber, shownNumber } from './number-format.js';
import type { TagHandler } from './package-parts.js';
import { isOn, RichText } from './rich-text.js';
import type { CellStyle, SheetPart, Workbook } from './workbook.js';

/** What is said of a sheet as a whole, once it is read. */
export interface SheetFacts {
  /** Columns from 0 that are hidden. */
  hiddenColumns: Set<number>;
  /** Filled cells further right than a table may reach, the first by its name. */
  farOut: { first: string; count: number } | null;
}

interface Cell {
  column: number;
  type: string;
  style: CellStyle | undefined;
  formula: string | null;
  value: string;
}

/**
 * Goes through the rows of a sheet, those without anything in them left out.
 *
 * Input: a workbook, one of its sheets, and what is done with each row, which says no where it wants no more. Every cell
 * is the text that a person sees; a day is its ISO date, whatever the calendar of the workbook and wherever the service runs.
 */
export async function readSheet(
  workbook: Workbook,
  { path }: SheetPart,
  take: (row: TableRow) => boolean,
): Promise<SheetFacts> {
  const reader = new SheetReader(workbook, take);
  await workbook.parts.read(path, reader);
  return reader.facts;
}

type Attribute = (name: string) => string | undefined;

/** Takes the tags of a sheet as they come. */
class SheetReader implements TagHandler {
  readonly facts: SheetFacts = { hiddenColumns: new Set(), farOut: null };
  private readonly rich = new RichText();
  private row: TableRow = { row: 0, cells: [] };
  private cell: Cell | null = null;
  private collecting: 'formula' | 'value' | null = null;
  private column = -1;
  private wanted = true;

  constructor(
    private readonly workbook: Workbook,
    private readonly take: (row: TableRow) => boolean,
  ) {}

  open = (name: string, attribute: Attribute): void => {
    if (name === 'col') this.openColumn(attribute);
    else if (name === 'row') this.openRow(attribute);
    else if (name === 'c') this.openCell(attribute);
    else if (name === 'v') this.collecting = 'value';
    else if (this.cell && name === 'f') {
      this.cell.formula = '';
      this.collecting = 'formula';
    } else this.rich.open(name, attribute);
  };

  text = (text: string): void => {
    if (this.cell && this.collecting === 'formula') this.cell.formula += text;
    else if (this.cell && this.collecting === 'value') this.cell.value += text;
    else this.rich.text(text);
  };

  close = (name: string): void => {
    if (name === 'f' || name === 'v') this.collecting = null;
    else if (name === 'c' && this.cell) {
      this.put(this.cell);
      this.cell = null;
    } else if (name === 'row') {
      if (this.wanted && this.row.cells.length > 0) this.wanted = this.take(this.row);
    } else this.rich.close(name);
  };

  done = (): boolean => !this.wanted;

  private openColumn(attribute: Attribute): void {
    if (!isOn(attribute('hidden') ?? '0') && Number(attribute('width') ?? 1) > 0) return;
    const last = Math.min(MOST_COLUMNS, Number(attribute('max')));
    for (let at = Number(attribute('min')); at <= last; at += 1) this.facts.hiddenColumns.add(at - 1);
  }

  private openRow(attribute: Attribute): void {
    this.row = { row: Number(attribute('r') ?? this.row.row + 1), cells: [] };
    if (isOn(attribute('hidden') ?? '0') || Number(attribute('ht') ?? 1) === 0) this.row.hidden = true;
    this.column = -1;
  }

  private openCell(attribute: Attribute): void {
    this.column = columnOf(attribute('r')) ?? this.column + 1;
    const style = this.workbook.styles[Number(attribute('s') ?? 0)];
    this.cell = { column: this.column, type: attribute('t') ?? 'n', style, formula: null, value: '' };
  }

  private put(cell: Cell): void {
    const { text, held } = seenCell(cell, this.rich.take(), this.workbook);
    if (text.trim() === '') return;
    const { row, cells } = this.row;
    if (cell.column >= MOST_COLUMNS) {
      const { first, count } = this.facts.farOut ?? { first: `column ${cell.column + 1}, row ${row}`, count: 0 };
      this.facts.farOut = { first, count: count + 1 };
      return;
    }
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = text;
    if (held !== null) this.row.held = { ...this.row.held, [cell.column]: held };
  }
}

/** What a person sees of a cell, and what it holds where that is something else. */
function seenCell(cell: Cell, inline: string, { strings, dayCount }: Workbook): { text: string; held: string | null } {
  const { type, value, formula, style } = cell;
  const plain = (text: string) => ({
    text: style?.struck && text.trim() !== '' ? MARKS.struckOut(text) : text,
    held: null,
  });
  if (type === 's') return plain(strings[Number(value)] ?? '');
  if (type === 'inlineStr') return plain(inline);
  if (type === 'b') return plain(value === '1' || value === 'true' ? 'TRUE' : 'FALSE');
  if (type === 'str' || type === 'e') return plain(value);
  if (value === '') return plain(formula === null ? '' : MARKS.noValue(formula));
  if (type === 'd') return plain(value.slice(0, 'YYYY-MM-DD'.length));
  if (!Number.isFinite(Number(value))) return plain(value);
  if (style?.kind === 'day') return plain(seenDay(value, style, dayCount));
  if (style?.kind === 'time') return plain(timeOf(Number(value)));
  if (style?.kind === 'ratio')
    return plain(
      style.code?.includes('?') || style.code?.includes('/')
        ? plainNumber(value)
        : `${plainNumber(String(Number(value) * 100))}%`,
    );
  const shown = shownNumber(value, style?.code);
  const held = plainNumber(value);
  if (style?.struck) return plain(shown);
  return { text: shown, held: shown === held ? null : held };
}

/** The first of a month that is shown as March 2026 was typed without its day. */
function seenDay(value: string, { showsDay }: CellStyle, dayCount: DayCount): string {
  const day = dayNumbered(Number(value), dayCount) ?? plainNumber(value);
  return !showsDay && day.endsWith('-01') ? day.slice(0, 'YYYY-MM'.length) : day;
}

function timeOf(number: number): string {
  const minutes = Math.round((number % 1) * 24 * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Column from 0 of a place such as AB12; null where none is said. */
function columnOf(place: string | undefined): number | null {
  const letters = /^[A-Z]+/.exec(place ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
