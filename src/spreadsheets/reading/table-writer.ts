import { writeSync } from 'node:fs';
import { hasInvisible } from '../../domain/spreadsheet/plain-text.js';
import { assumptions } from './assumed-columns.js';
import { coursesOfVisits } from './courses-of-visits.js';
import { statesDelimiter } from './csv-dialect.js';
import type { Field } from './fields.js';
import { findHeader, headerIn, HEADER_WITHIN, type Header } from './find-header.js';
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
          : [...assumptions(columns, row), ...leftOverFaults(columns, this.filled, row)],
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
      const message = `${this.hidden.length} rows are hidden in the sheet (${numbers}), e.g. by a filter. Accept that they are imported, or delete them.`;
      facts.faults.push({ ...about, rule: 'rows-hidden', message, acceptable: true });
    }
    if (this.invisible > 0) {
      const message = `Characters that nobody sees were left out of ${this.invisible} cells.`;
      facts.warnings.push({ ...about, rule: 'invisible-characters', message, acceptable: false });
    }
  }

  private layOut(facts: TableFacts, row: number): void {
    const { columns, rows, empty } = coursesOfVisits(this.fields, this.visits, this.job.dateFormat, facts.dayCount);
    for (const each of rows) this.write(each);
    facts.rowColumns = columns;
    const others = empty === 0 ? '' : ` ${empty} rows without a date, score or reason are left out.`;
    const message = `The file has one row a visit: ${this.rows} rows are laid out as ${rows.length === 1 ? '1 course' : `${rows.length} courses`}.${others} Look at them, and accept it.`;
    facts.faults.push({
      ...{ row, column: null, columnNumber: null, value: null },
      ...{ rule: 'one-row-a-visit', message, acceptable: true },
    });
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
      if (isRow) this.visits.push(row);
    } else this.write(row);
  }

  private count(row: TableRow): void {
    this.rows += 1;
    if (this.rows > this.job.mostRows) throw tooMany(this.job.mostRows);
    if (row.hidden) this.hidden.push(row.row);
    row.cells.forEach((cell, at) => {
      if (cell === '' || cell.trim() === '') return;
      this.filled[at] = (this.filled[at] ?? 0) + 1;
      if (this.fields[at] && hasInvisible(cell)) this.invisible += 1;
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

function listed(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 5).join(', ');
  return numbers.length > 5 ? `${shown} and ${numbers.length - 5} more` : shown;
}

function tooMany(most: number): UnreadableFile {
  const message = `A spreadsheet may have ${most.toLocaleString('en-US')} rows, and this one has more. Send it in parts.`;
  return new UnreadableFile(message, 'too-large');
}
