import { fstatSync, readSync } from 'node:fs';
import { delimiterOf } from './csv-dialect.js';
import { CsvRows } from './csv-rows.js';
import { fileKind, NOT_TEXT, type TextEncoding } from './file-kind.js';
import type { SheetFault } from './sheet-fault.js';
import type { TableFacts, TableJob } from './table-facts.js';
import { TableWriter } from './table-writer.js';
import { UnreadableFile } from './unreadable-file.js';
import { chosenSheet } from './workbook/chosen-sheet.js';
import { PackageParts } from './workbook/package-parts.js';
import { readSheet } from './workbook/sheet-rows.js';
import { commentsOf, openWorkbook } from './workbook/workbook.js';
import { counted } from '../../domain/numbers/words.js';

const CHUNK = 65_536;
const BEGINNING = 262_144;

/**
 * Reads a spreadsheet, CSV or workbook, into rows of text.
 *
 * Input: descriptors of the file and of the one that takes the rows, and what was said of how to read it. Output: what the file is
 * as a whole; every row with anything in it is written as one line of JSON, those above the header too unless visits are laid out. Memory
 * does not grow with the rows, but with the different texts of a workbook, and with the visits where they are laid out.
 * @throws UnreadableFile where it can't be read; the message says what to do.
 */
export async function readTable(job: TableJob): Promise<TableFacts> {
  const kind = fileKind(beginningOf(job.from, CHUNK), isLocked(job.from));
  return kind.kind === 'workbook' ? readWorkbook(job) : readText(job, kind.encoding);
}

function readText(job: TableJob, encoding: TextEncoding): TableFacts {
  const beginning = decode(() => new TextDecoder(encoding).decode(beginningOf(job.from, BEGINNING)));
  const delimiter = job.delimiter ?? delimiterOf(beginning.slice(0, beginning.lastIndexOf('\n') + 1) || beginning);
  const rows = new CsvRows(delimiter);
  const table = new TableWriter(job, { format: 'csv', delimiter, sheet: null, sheets: [], dayCount: job.dayCount });
  for (const text of textOf(job.from, encoding)) for (const row of rows.push(text)) table.take(row);
  for (const row of rows.end()) table.take(row);
  return table.end(rows.lines);
}

async function readWorkbook(job: TableJob): Promise<TableFacts> {
  const workbook = await openWorkbook(await PackageParts.open(job.from));
  const { sheet, faults, others } = await chosenSheet(workbook, job);
  const sheets = workbook.sheets.map(({ name, hidden }) => ({ name, hidden }));
  const dayCount = job.dayCount ?? workbook.dayCount;
  const table = new TableWriter(job, { format: 'xlsx', delimiter: ',', sheet: sheet.name, sheets, dayCount });
  const { farOut, hiddenColumns } = await readSheet(workbook, sheet, (row) => table.take(row));
  const facts = table.end(null);
  const about = (rule: string, message: string, acceptable = false): SheetFault => ({
    ...{ row: facts.header.rows[0] ?? 1, column: null, columnNumber: null, value: null },
    ...{ rule, message, acceptable },
  });
  facts.faults.push(...faults.map(({ rule, message }) => about(rule, message)));
  if (farOut) {
    const message = `${counted(farOut.count, 'cell is', 'cells are')} far to the right of the table, the first in ${farOut.first}. Clear ${farOut.count === 1 ? 'it' : 'them'}, and save the file again.`;
    facts.faults.push(about('cells-far-out', message));
  }
  const hidden = [...hiddenColumns].filter((at) => facts.columns[at]?.field && (facts.filled[at] ?? 0) > 0);
  if (hidden.length > 0) {
    const names = hidden.map((at) => `"${facts.columns[at]?.header}"`).join(', ');
    facts.faults.push(
      about('columns-hidden', `Hidden columns are imported too: ${names}. Accept that, or leave them out.`, true),
    );
  }
  if (others.length > 0) {
    const names = others.map(({ name, hidden }) => `"${name}"${hidden ? ' (hidden)' : ''}`);
    const listed = names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
    const message = `Only the sheet "${sheet.name}" is read. Not read: ${listed}; say sheet or --sheet to read another.`;
    facts.warnings.push(about('sheets-left-out', message));
  }
  const comments = await commentsOf(workbook, sheet);
  if (comments > 0)
    facts.warnings.push(about('comments-left-out', `The sheet has ${comments} comments, which are not imported.`));
  return facts;
}

function beginningOf(fd: number, most: number): Buffer {
  const buffer = Buffer.alloc(most);
  return buffer.subarray(0, readSync(fd, buffer, 0, most, 0));
}

/** A workbook with a password names this package in the directory of its container, which may be anywhere. */
function isLocked(fd: number): boolean {
  if (beginningOf(fd, 4).toString('hex') !== 'd0cf11e0') return false;
  const most = Math.min(fstatSync(fd).size, 16 * 1024 ** 2);
  return beginningOf(fd, most).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function* textOf(fd: number, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const buffer = Buffer.alloc(CHUNK);
  for (let at = 0; ;) {
    const read = readSync(fd, buffer, 0, CHUNK, at);
    if (read === 0) break;
    at += read;
    const chunk = buffer.subarray(0, read);
    if (encoding === 'utf-8' && chunk.includes(0)) throw new UnreadableFile(NOT_TEXT);
    yield decode(() => decoder.decode(chunk, { stream: true }));
  }
  yield decode(() => decoder.decode());
}

function decode(step: () => string): string {
  try {
    return step();
  } catch {
    throw new UnreadableFile(NOT_TEXT);
  }
}
