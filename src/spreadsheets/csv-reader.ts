import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Problem } from '../http/problem.js';

/** One row of a spreadsheet; the first is row 1, and empty rows count. */
export interface SheetRow {
  row: number;
  cells: string[];
  /** How far into the file the reading has come. */
  bytesRead: number;
}

const DELIMITERS = [',', ';', '\t'];
const LONGEST_ROW = 100_000;
const CHUNK = 65_536;

/**
 * Which character stands between the cells?
 *
 * Input: the beginning of a file. Output: the one of comma, semicolon and tab that the first row with anything in it
 * has most of, outside of quotes; a comma where it has none. A first line `sep=;`, as Excel writes it, settles it.
 *
 * @example delimiterOf('Chart #;"Score 1, CUDOS"\n') // ';'
 */
export function delimiterOf(beginning: string): string {
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  const stated = /^sep=([,;\t])/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const unquoted = text.replace(/"[^"]*("|$)/g, '');
  const line = unquoted.split(/[\r\n]/)[0] ?? '';
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The delimiter of a file, by its beginning. */
export async function delimiterOfFile(handle: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, 0);
  return delimiterOf(buffer.subarray(0, bytesRead).toString('utf8'));
}

/**
 * Every row that has anything in it, one after the other, from the header on.
 * @throws Problem 400 where quotes don't close.
 */
export async function* rowsOf(handle: FileHandle, delimiter: string): AsyncGenerator<SheetRow> {
  const progress = { bytesRead: 0 };
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  const text = pipeline(Readable.from(chunksOf(handle, progress)), parser, () => undefined);
  let row = 0;
  try {
    for await (const cells of text as AsyncIterable<string[]>) {
      row += 1;
      if (row === 1 && /^sep=/i.test(cells.join(''))) continue;
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells, ...progress };
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenQuotes(row + 1) : error;
  }
}

// A stream of the handle would close it at its end, and the file is read twice.
async function* chunksOf(handle: FileHandle, progress: { bytesRead: number }) {
  for (;;) {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(CHUNK),
      0,
      CHUNK,
      progress.bytesRead,
    );
    if (bytesRead === 0) return;
    progress.bytesRead += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The rows in groups, so that each group asks the database once. */
export async function* inBatches(
  rows: AsyncIterable<SheetRow>,
  size: number,
): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function brokenQuotes(row: number): Problem {
  return new Problem(
    'malformed',
    `The file can't be read from row ${row} on: a quotation mark opens there and doesn't close, or the row is longer ` +
      `than ${LONGEST_ROW} characters.`,
  );
}
