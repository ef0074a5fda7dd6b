import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';

/** Takes failed rows into a file, which stays open after an error, for who opened it to close. */
export function failedRowsInto(handle: FileHandle): Writable {
  const rows = new Writable({
    write: (chunk: Buffer, _encoding, done) => void handle.appendFile(chunk).then(() => done(), done),
  });
  // Who writes next gets the error: a full disk must not end the process.
  return rows.on('error', () => undefined);
}

/** Waits where the stream can't take more. @throws What kept an earlier row from being written. */
export async function writeFailedRows(to: Writable, rows: string): Promise<void> {
  if (to.errored) throw to.errored;
  if (!to.write(rows)) await once(to, 'drain');
}
