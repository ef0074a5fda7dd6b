import { open, type FileHandle } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { failedRowsInto, writeFailedRows } from '../../src/spreadsheets/importing/failed-rows.js';

const LARGE = 'A-1042,no date\n'.repeat(10_000);

/** A file of Linux on a disk without room. */
let full: FileHandle;
beforeEach(async () => {
  full = await open('/dev/full', 'a');
});
afterEach(() => full.close());

test('where the disk is full, who writes rows and waits is told, and nothing else ends', async () => {
  await expect(writeFailedRows(failedRowsInto(full), LARGE)).rejects.toThrow('ENOSPC');
});

test('who did not wait is told with the next rows, and at the end', async () => {
  const rows = failedRowsInto(full);
  await writeFailedRows(rows, 'A-1042,no date\n');
  await expect(finished(rows)).rejects.toThrow('ENOSPC');
  await expect(writeFailedRows(rows, LARGE)).rejects.toThrow('ENOSPC');
  rows.end();
  await expect(finished(rows)).rejects.toThrow('ENOSPC');
});
