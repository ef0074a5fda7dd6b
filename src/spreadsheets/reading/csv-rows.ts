import { unprotectCell } from '../../domain/spreadsheet/csv-cell.js';
import { LONGEST_ROW, type RowFault, type TableRow } from './table.js';

/** Quotation marks that don't close: after so many the file is taken for something else, so that time stays linear. */
const MOST_BROKEN = 1000;

interface Cells {
  cells: string[];
  /** Where the next row begins. */
  next: number;
  fault?: RowFault;
}

/**
 * Takes a CSV text piece by piece and gives its rows: which rows does it have?
 *
 * Input: the character between cells; then the text in pieces. A quotation mark opens a quoted cell only at its
 * beginning, and closes it only at its end. One that doesn't close so is read as a plain character, the rows after it are read as rows, and its own
 * row has the fault `quote-open`. A quoted cell that seems to contain whole rows has the fault
 * `rows-in-quotes`, which a person may accept. Linear time; keeps one row in memory.
 *
 * @example new CsvRows(',').push('a,"b, c"\n') // [{ row: 1, cells: ['a', 'b, c'] }]
 */
export class CsvRows {
  /** How many lines have been read. */
  lines = 0;
  private text = '';
  private row = 0;
  private width = 0;
  private broken = 0;

  constructor(private readonly delimiter: string) {}

  /** The rows that are whole with this piece, those without anything in them left out. */
  push(text: string): TableRow[] {
    this.text += text;
    return this.take(false);
  }

  /** The rest, once the text is at its end. */
  end(): TableRow[] {
    return this.take(true);
  }

  private take(ended: boolean): TableRow[] {
    const rows: TableRow[] = [];
    let at = 0;
    while (at < this.text.length) {
      const read = this.rowAt(at, ended);
      if (read === null) break;
      this.row += 1;
      const line = this.lines + 1;
      this.lines += linesIn(this.text, at, read.next);
      at = read.next;
      this.width = Math.max(this.width, read.cells.length);
      if (read.cells.every((cell) => cell.trim() === '')) continue;
      const fault = read.fault && { ...read.fault, message: read.fault.message.replace('LINE', String(line)) };
      rows.push({ row: this.row, cells: read.cells.map(meantCell), ...(fault ? { fault } : {}) });
    }
    this.text = this.text.slice(at);
    return rows;
  }

  /** The row that begins here; null where more text is needed to know its end. */
  private rowAt(start: number, ended: boolean): Cells | null {
    const end = lineEnd(this.text, start, ended);
    if (end !== null && !this.text.slice(start, end.at).includes('"')) {
      return { cells: this.text.slice(start, end.at).split(this.delimiter), next: end.next };
    }
    if (end === null && this.text.length - start <= LONGEST_ROW && !ended) return null;
    const quoted = this.broken < MOST_BROKEN ? this.quotedRow(start, ended) : 'broken';
    if (quoted === null && this.text.length - start <= LONGEST_ROW && !ended) return null;
    if (quoted !== null && quoted !== 'broken') return quoted;
    if (end === null && !ended) return { cells: [this.text.slice(start)], next: this.text.length, fault: TOO_LONG };
    const { at, next } = end ?? { at: this.text.length, next: this.text.length };
    this.broken += 1;
    const cells = this.text.slice(start, at).split(this.delimiter);
    return { cells: cells.map(withoutQuotes), next, fault: QUOTE_OPEN };
  }

  private quotedRow(start: number, ended: boolean): Cells | 'broken' | null {
    const cells: string[] = [];
    const spans: number[] = [];
    let at = start;
    for (;;) {
      if (this.text[at] === '"') {
        const close = closingQuote(this.text, at + 1, start + LONGEST_ROW);
        if (close === null) return ended || this.text.length - start > LONGEST_ROW ? 'broken' : null;
        const cell = this.text.slice(at + 1, close).replaceAll('""', '"');
        if (close + 1 >= this.text.length && !ended) return null;
        if (/[\r\n]/.test(cell)) spans.push(cells.length);
        cells.push(cell);
        at = close + 1;
      } else {
        const end = cellEnd(this.text, at, this.delimiter);
        if (end === null && !ended) return null;
        cells.push(this.text.slice(at, end ?? this.text.length));
        at = end ?? this.text.length;
      }
      if (at >= this.text.length) return ended ? this.wholeRow(cells, at, spans) : null;
      if (this.text.startsWith(this.delimiter, at)) at += this.delimiter.length;
      else if (this.text[at] === '\n' || this.text[at] === '\r') {
        if (this.text[at] === '\r' && at + 1 >= this.text.length && !ended) return null;
        return this.wholeRow(cells, this.text.startsWith('\r\n', at) ? at + 2 : at + 1, spans);
      } else return 'broken';
    }
  }

  private wholeRow(cells: string[], next: number, spans: number[]): Cells {
    const swallowed = spans.some((at) => this.holdsRows(cells[at] ?? '', cells.length - 1 - at));
    return { cells, next, ...(swallowed ? { fault: ROWS_IN_QUOTES } : {}) };
  }

  /** Does a line of the cell have as many cells as a row, those after the closing mark counted for the last line? */
  private holdsRows(cell: string, after: number): boolean {
    if (this.width < 4) return false;
    const [, ...inner] = cell.split(/\r\n|[\r\n]/);
    return inner.some((line, at) => {
      const delimiters = line.split(this.delimiter).length - 1;
      const more = at === inner.length - 1 ? after : 0;
      return delimiters > 0 && delimiters + more >= this.width - 1;
    });
  }
}

const QUOTE_OPEN: RowFault = {
  rule: 'quote-open',
  message:
    'In line LINE of the file a quotation mark opens and does not close. Take it out, or close it, and check the cells of this row.',
  acceptable: false,
};
const TOO_LONG: RowFault = {
  rule: 'row-too-long',
  message: `Line LINE of the file is longer than ${LONGEST_ROW} characters, so it is no row of scores. Take it out.`,
  acceptable: false,
};
const ROWS_IN_QUOTES: RowFault = {
  rule: 'rows-in-quotes',
  message:
    'From line LINE of the file on, whole rows seem to be inside the quotation marks of one cell. Close the mark where the text ends, or accept that they are text.',
  acceptable: true,
};

/** Some programs write `="00041"`, so that Excel keeps the zeros. */
function meantCell(cell: string): string {
  return /^="[^"]*"$/.test(cell) ? cell.slice(2, -1) : unprotectCell(cell);
}

function withoutQuotes(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** Where the line ends, and the next begins. */
function lineEnd(text: string, start: number, ended: boolean): { at: number; next: number } | null {
  LINE_END.lastIndex = start;
  const at = LINE_END.exec(text)?.index;
  if (at === undefined) return ended ? { at: text.length, next: text.length } : null;
  if (text[at] === '\n') return { at, next: at + 1 };
  if (at + 1 >= text.length && !ended) return null;
  return { at, next: text[at + 1] === '\n' ? at + 2 : at + 1 };
}

const LINE_END = /[\r\n]/g;

function cellEnd(text: string, start: number, delimiter: string): number | null {
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') return at;
  }
  return null;
}

/** The mark that closes a quoted cell: one that isn't doubled. */
function closingQuote(text: string, start: number, limit: number): number | null {
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote > limit) return null;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const character = text[at];
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) lines += 1;
  }
  const last = text[to - 1];
  return last === '\n' || last === '\r' ? lines : lines + 1;
}
