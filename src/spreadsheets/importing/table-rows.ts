import type { FileHandle } from 'node:fs/promises';
import type { TableRow } from '../reading/table.js';

/** A row, and how far into the file of rows the reading has come. */
export interface ReadLine {
  line: TableRow;
  bytesRead: number;
}

const CHUNK = 65_536;
const NEWLINE = 10;

/** Every row of a table that was written a JSON text a line; can be read more than once. */
export async function* tableRows(handle: FileHandle): AsyncGenerator<ReadLine> {
  let rest = Buffer.alloc(0);
  for (let bytesRead = 0; ;) {
    // A buffer for each part: texts of the part before may still be cut out of it.
    const part = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, bytesRead);
    if (part.bytesRead === 0) return;
    bytesRead += part.bytesRead;
    const text = Buffer.concat([rest, part.buffer.subarray(0, part.bytesRead)]);
    let start = 0;
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE, start)) {
      yield { line: JSON.parse(text.toString('utf8', start, end)) as TableRow, bytesRead };
      start = end + 1;
    }
    rest = text.subarray(start);
  }
}

/** The rows under the header in groups, so that each group asks the database once. */
export async function* inBatches(handle: FileHandle, headerRow: number, size: number): AsyncGenerator<ReadLine[]> {
  let batch: ReadLine[] = [];
  for await (const read of tableRows(handle)) {
    if (read.line.row <= headerRow) continue;
    batch.push(read);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
