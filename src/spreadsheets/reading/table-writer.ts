import { writeSync } from 'node:fs';
import { counted } from '../../domain/numbers/words.js';
import { hasInvisible } from '../../domain/spreadsheet/plain-text.js';
import { assumptions } from './assumed-columns.js';
import { coursesOfVisits } from './visits/courses-of-visits.js';
import { visitFaults } from './visits/visit-faults.js';
import { MixedDates } from './mixed-dates.js';
import { statesDelimiter } from './csv-dialect.js';
import { holdsDates, type Field } from './fields.js';
import { findHeader, headerIn, HEADER_WITHIN, isTransposed, isWhole, type Header } from './find-header.js';
import { fieldsOf, isVisitLayout } from './header-mapping.js';
import { leftOutColumns, leftOverFaults } from './left-over-columns.js';
import type { TableFacts, TableJob } from './table-facts.js';
import type { TableRow } from './table.js';
import { UnreadableFile } from './unreadable-file.js';

const CHUNK = 65_536;

/** Takes the rows of a table as they come, finds the header among the first, and writes them. */
export class TableWriter {
  private first: TableRow[] | null = [];
  private header: Header = { rows: [1], headers: [] };
  private fields: (Field | null)[] = [];
  private layout: TableFacts['layout'] = 'courses';
  private meaningsBy: TableFacts['meaningsBy'] = 'understood';
  private visits: TableRow[] = [];
  private lines: string[] = [];
  private length = 0;
  private readonly filled: number[] = [];
  private readonly hidden: number[] = [];
  private rows = 0;
  private lastRow = 0;
  private invisible = 0;
  private repeated = 0;
  private transposed = false;
  private readonly dates = new MixedDates();

  constructor(
    private readonly job: TableJob,
    private readonly about: Pick<TableFacts, 'format' | 'delimiter' | 'sheet' | 'sheets' | 'dayCount'>,
  ) {}

  take(row: TableRow): boolean {
    if (statesDelimiter(row) && this.about.format === 'csv') return true;
    this.lastRow = row.row;
    if (this.first) {
      this.first.push(row);
      if (this.first.length >= HEADER_WITHIN) this.begin();
    } else this.put(row);
    return true;
  }

  end(lines: number | null): TableFacts {
    if (this.first) this.begin();
    const { headers, rows: headerRows } = this.header;
    const columns = headers.map((header, at) => ({ header, field: this.fields[at] ?? null }));
    const row = headerRows.at(-1) ?? 1;
    const facts: TableFacts = {
      ...this.about,
      header: this.header,
      columns,
      rowColumns: columns,
      leftOut: leftOutColumns(columns, this.filled),
      filled: headers.map((_, at) => this.filled[at] ?? 0),
      rows: this.rows,
      lines: lines ?? this.lastRow,
      layout: this.layout,
      meaningsBy: this.meaningsBy,
      faults:
        this.meaningsBy !== 'understood'
          ? []
          : [...assumptions(columns, row, this.job.firstNumber), ...leftOverFaults(columns, this.filled, row)],
      warnings: [],
    };
    this.sayWhatWasSeen(facts, row);
    if (this.layout === 'visits' && this.job.layOut) this.layOut(facts, row);
    this.flush();
    return facts;
  }

  private sayWhatWasSeen(facts: TableFacts, row: number): void {
    const about = { row, column: null, columnNumber: null, value: null };
    if (this.hidden.length > 0) {
      const numbers = listed(this.hidden);
      const message = `${counted(this.hidden.length, 'row')} hidden in the sheet (${numbers}), e.g. by a filter. Accept that they are imported, or delete them.`;
      facts.faults.push({ ...about, rule: 'rows-hidden', message, acceptable: true });
    }
    if (this.transposed)
      facts.faults.unshift({ ...about, rule: 'table-transposed', message: TRANSPOSED, acceptable: false });
    const mixed = this.dates.message();
    if (mixed !== null) facts.faults.push({ ...about, rule: 'dates-mixed', message: mixed, acceptable: true });
    if (this.invisible > 0) {
      const message = `Characters that nobody sees were left out of ${counted(this.invisible, 'cell')}.`;
      facts.warnings.push({ ...about, rule: 'invisible-characters', message, acceptable: false });
    }
  }

  private layOut(facts: TableFacts, row: number): void {
    const { columns, rows, empty, below, others, unclear, pastSix } = coursesOfVisits(this.fields, this.visits, {
      ...this.job,
      dayCount: facts.dayCount,
    });
    for (const each of rows) this.write(each);
    facts.rowColumns = columns;
    const about = { row, column: null, columnNumber: null, value: null, acceptable: true };
    const left = empty === 0 ? '' : ` ${counted(empty, 'row')} without a date, score or reason left out.`;
    const again =
      this.repeated === 0 ? '' : ` ${counted(this.repeated, 'row')} with the names of the columns left out.`;
    const message = `The file has one row a visit: ${counted(this.rows, 'row')} laid out as ${counted(rows.length, 'course')}.${left}${again} Look at them, and accept it.`;
    facts.faults.push({ ...about, rule: 'one-row-a-visit', message });
    if (below > 0) {
      const message = `${counted(below, 'row')} without a chart number, taken for the patient above. Accept that, or fill them in.`;
      facts.faults.push({ ...about, rule: 'chart-number-above', message });
    }
    facts.faults.push(...visitFaults(unclear, pastSix, rows.length > 0).map((fault) => ({ ...about, ...fault })));
    if (others.count > 0) {
      const said = [...others.names].slice(0, 3).join(', ').slice(0, 80);
      const how = rows.length > 0 ? 'Accept that, or leave out' : 'Nothing is left to import. Leave out';
      const message = `${counted(others.count, 'row')} of ${said}, not of CUDOS, left out. ${how} the column that says so.`;
      facts.faults.push({ ...about, rule: 'other-instrument', message, acceptable: rows.length > 0 });
    }
  }

  /** Decides on the header, and hands the first rows on. */
  private begin(): void {
    const first = this.first ?? [];
    this.first = null;
    const { headerRows, columns, firstNumber } = this.job;
    const numbered = first.filter(({ row }) => headerRows?.includes(row));
    const remembered = columns || headerRows || firstNumber === 0 ? null : this.rememberedIn(first);
    if (headerRows) this.header = headerIn(numbered.length > 0 ? numbered : first.slice(0, 1), firstNumber);
    else if (remembered) this.header = remembered.header;
    else this.header = columns ? headerIn(first.slice(0, 1)) : findHeader(first, firstNumber);
    if (columns) this.meaningsBy = 'stated';
    else if (remembered) this.meaningsBy = 'remembered';
    if (!columns && !isWhole(this.header)) this.transposed = isTransposed(first);
    this.fields = [...(columns ?? remembered?.columns ?? fieldsOf(this.header.headers, firstNumber))];
    if (isVisitLayout(this.fields)) this.layout = 'visits';
    for (const row of first) this.put(row);
  }

  /** The row or two with the names of which the clinic has said what they mean. */
  private rememberedIn(first: readonly TableRow[]) {
    for (const { headers, columns } of this.job.remembered ?? []) {
      const isSame = (header: Header) =>
        header.headers.length >= headers.length && header.headers.every((name, at) => name === (headers[at] ?? ''));
      const candidates = first.flatMap((row, at) => [headerIn([row]), headerIn(first.slice(at, at + 2))]);
      const header = candidates.find(isSame);
      if (header) return { header, columns };
    }
    return null;
  }

  private put(row: TableRow): void {
    const isRow = row.row > (this.header.rows.at(-1) ?? 0);
    if (isRow) this.count(row);
    if (this.layout === 'visits' && this.job.layOut) {
      if (isRow && this.repeatsHeader(row)) this.repeated += 1;
      else if (isRow) this.visits.push(row);
    } else this.write(row);
  }

  /** The names of the columns once more, as at the top of each page of a report. */
  private repeatsHeader({ cells }: TableRow): boolean {
    return this.fields.every((field, at) => field === null || cells[at] === this.header.headers[at]);
  }

  private count(row: TableRow): void {
    this.rows += 1;
    if (this.rows > this.job.mostRows) throw tooMany(this.job.mostRows);
    if (row.hidden) this.hidden.push(row.row);
    row.cells.forEach((cell, at) => {
      if (cell === '' || cell.trim() === '') return;
      this.filled[at] = (this.filled[at] ?? 0) + 1;
      const field = this.fields[at];
      if (!field) return;
      if (hasInvisible(cell)) this.invisible += 1;
      if (this.job.layOut && holdsDates(field)) this.dates.take(cell);
    });
  }

  private write(row: TableRow): void {
    const line = JSON.stringify(row);
    this.lines.push(line);
    this.length += line.length;
    if (this.length > CHUNK) this.flush();
  }

  private flush(): void {
    if (this.lines.length === 0) return;
    const bytes = Buffer.from(`${this.lines.join('\n')}\n`);
    for (let at = 0; at < bytes.length;) at += writeSync(this.job.to, bytes, at);
    this.lines = [];
    this.length = 0;
  }
}

const TRANSPOSED =
  'Each patient has a column here, and needs a row. In Excel copy the table, paste it with Paste Special, Transpose, and send that.';

function listed(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 5).join(', ');
  return numbers.length > 5 ? `${shown} and ${numbers.length - 5} more` : shown;
}

function tooMany(most: number): UnreadableFile {
  const message = `A spreadsheet may have ${most.toLocaleString('en-US')} rows, and this one has more. Send it in parts.`;
  return new UnreadableFile(message, 'too-large');
}
