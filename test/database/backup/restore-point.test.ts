import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { streamBaseBackup } from '../../../src/database/backup/base-backup.js';
import { restorePoint, walFiles } from '../../../src/database/backup/consistent-point.js';
import { recoverCluster, WAL_TO_RECOVER } from '../../../src/database/backup/recover.js';
import { startEmbedded, type EmbeddedDatabase } from '../../../src/database/embedded/launcher.js';
import { packed, unpackTo } from '../../../src/backups/tar.js';
import { scratchFolder } from '../../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let database: EmbeddedDatabase;
beforeEach(async () => {
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
  database = await startEmbedded({ dataDir: join(folder.path, 'data') });
});
afterEach(async () => {
  await database.stop();
  await folder.remove();
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Commits one row after the other until it is told to stop. */
async function write(url: string, until: { stopped: boolean }): Promise<void> {
  const client = await connected(url);
  while (!until.stopped) await client.query('INSERT INTO score DEFAULT VALUES');
  await client.end();
}

async function rowsOf(url: string): Promise<number> {
  const client = await connected(url);
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM score');
  await client.end();
  return rows[0]!.n;
}

/** The bytes of each part of a base backup. */
async function baseBackup(url: string): Promise<{ base: Readable; stoppedAt: string }> {
  const parts = new Map<string, Promise<Buffer>>();
  const { stoppedAt } = await streamBaseBackup(url, 'test', (name) => {
    const part = new PassThrough();
    parts.set(name, buffer(part));
    return part;
  });
  expect([...parts.keys()]).toEqual(['base.tar', 'backup_manifest']);
  const base = new PassThrough();
  base.end(await parts.get('base.tar'));
  return { base, stoppedAt };
}

test('what is recovered is what the snapshot of the restore point shows, to the row, however much is written', async () => {
  const { url } = database;
  const client = await connected(url);
  await client.query('CREATE TABLE migration (name text, timestamp bigint); CREATE TABLE score (id serial)');
  await client.end();
  const until = { stopped: false };
  const writers = [1, 2, 3, 4].map(() => write(url, until));
  const { base, stoppedAt } = await baseBackup(url);
  const point = await restorePoint(url, 'here');
  const restored = join(folder.path, 'restored');
  await mkdir(join(restored, WAL_TO_RECOVER), { recursive: true });
  await chmod(restored, 0o711);
  const entries = [];
  for await (const { name, bytes } of walFiles(url, stoppedAt, point.position)) entries.push({ name, from: bytes });
  until.stopped = true;
  await Promise.all(writers);
  await point.release();

  await unpackTo(join(restored, 'postgres'), base);
  await unpackTo(join(restored, WAL_TO_RECOVER), packed(entries));
  expect(await recoverCluster(restored, { restorePoint: 'here' }, undefined)).toEqual({ reached: true });
  const back = await startEmbedded({ dataDir: restored });
  const found = await rowsOf(back.url);
  await back.stop();
  expect(found).toBe(point.records.score);
  expect(found).toBeGreaterThan(0);
  expect(await rowsOf(url)).toBeGreaterThan(found);
  await rm(restored, { recursive: true });
});
