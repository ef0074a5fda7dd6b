import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintIn, keepShort, openLog } from '../../../src/database/embedded/log-file.js';

let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'cudos-log-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

test('the last complaint is given without its time stamp', () => {
  const log = [
    '2026-11-22 13:52:32.005 UTC [12] LOG:  starting PostgreSQL 18.4',
    '2026-11-22 13:52:32.006 UTC [12] FATAL:  could not write to file: No space left on device',
    '2026-11-22 13:52:32.007 UTC [12] LOG:  database system is shut down',
  ].join('\n');
  expect(complaintIn(log)).toBe('could not write to file: No space left on device');
  expect(complaintIn('initdb: error: could not create directory')).toBe('could not create directory');
  expect(complaintIn('initdb: could not look up effective user ID 12345')).toBe(
    'could not look up effective user ID 12345',
  );
  expect(complaintIn('LOG:  all is well')).toBeNull();
});

test('a connection turned away while PostgreSQL ends is no reason for its end', () => {
  const log = [
    '2026-11-22 13:52:32.006 UTC [12] FATAL:  recovery ended before configured recovery target was reached',
    '2026-11-22 13:52:32.007 UTC [14] FATAL:  the database system is in recovery mode',
    '2026-11-22 13:52:32.008 UTC [15] FATAL:  the database system is shutting down',
  ].join('\n');
  expect(complaintIn(log)).toBe('recovery ended before configured recovery target was reached');
});

test('a long log is put aside once and starts again', async () => {
  const path = join(place, 'postgres.log');
  await writeFile(path, 'x'.repeat(100));
  await keepShort(path, 100);
  expect(await readFile(path, 'utf8')).toHaveLength(100);
  await keepShort(path, 99);
  expect(await readFile(path, 'utf8')).toBe('');
  expect(await readFile(`${path}.1`, 'utf8')).toHaveLength(100);
});

test('a log that is a link to another file is not written through', async () => {
  await writeFile(join(place, 'other'), '');
  await symlink(join(place, 'other'), join(place, 'postgres.log'));
  await expect(openLog(place)).rejects.toThrow('ELOOP');
});
