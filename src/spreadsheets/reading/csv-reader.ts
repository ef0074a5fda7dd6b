import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CSV_READING, delimiterOf, LONGEST_ROW, statesDelimiter } from '../../domain/spreadsheet/csv-format.js';
import { Problem } from '../../http/problem.js';

/** One row of a spreadsheet; the first is row 1, and empty rows count. */
export interface SheetRow {
  row: number;
  cells: string[];
  /** How far into the file the reading has come. */
  bytesRead: number;
}

const CHUNK = 65_536;

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
  const parser = parse({ ...CSV_READING, delimiter });
  const text = pipeline(Readable.from(chunksOf(handle, progress)), parser, () => undefined);
  let row = 0;
  try {
    for await (const cells of text as AsyncIterable<string[]>) {
      row += 1;
      if (row === 1 && statesDelimiter(cells)) continue;
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells, ...progress };
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenQuotes(row + 1) : error;
  }
}

// A stream of the handle would close it at its end, and the file is read twice.
async function* chunksOf(handle: FileHandle, progress: { bytesRead: number }) {
  for (;;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, progress.bytesRead);
    if (bytesRead === 0) return;
    progress.bytesRead += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The rows in groups, so that each group asks the database once. */
export async function* inBatches(rows: AsyncIterable<SheetRow>, size: number): AsyncGenerator<SheetRow[]> {
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
