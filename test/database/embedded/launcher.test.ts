import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { findRunning, startEmbedded, type EmbeddedDatabase } from '../../../src/database/embedded/launcher.js';
import { makePlace, removePlace } from './child.js';

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

function socketDirectoryOf(url: string): string {
  return decodeURIComponent(/host=([^&]*)/.exec(url)?.[1] ?? '');
}

describe('a database of the service’s own', () => {
  let dataDir: string;
  let database: EmbeddedDatabase;

  beforeAll(async () => {
    dataDir = await makePlace();
    database = await startEmbedded({ dataDir });
  });

  afterAll(async () => {
    await database.stop();
    await removePlace(dataDir);
  });

  test('is PostgreSQL 18 in UTF-8, ordered by PostgreSQL itself, with checksums', async () => {
    const [made] = await ask(
      database.url,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
              current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
              current_setting('dynamic_shared_memory_type') AS memory
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(made).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      checksums: 'on',
      fsync: 'on',
      memory: 'mmap',
    });
    expect(database.version).toMatch(/^18\.\d+$/);
  });

  test('has a service role that row-level security binds, and an owner for migrations', async () => {
    const sql = `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
                 FROM pg_roles WHERE rolname = current_user`;
    expect(await ask(database.serviceUrl, sql)).toEqual([
      {
        rolname: 'cudos_service',
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
      },
    ]);
    expect(await ask(database.url, sql)).toMatchObject([{ rolname: 'cudos_owner', rolsuper: true }]);
  });

  test('listens on no port, only on a socket in a directory closed to others', async () => {
    expect(await ask(database.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    const { mode } = await stat(socketDirectoryOf(database.url));
    expect(mode & 0o777).toBe(0o700);
  });

  test('keeps what a failed statement quotes out of its log', async () => {
    await expect(ask(database.serviceUrl, `SELECT 'Mrs Example'::int`)).rejects.toThrow('invalid');
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('Mrs Example');
  });

  test('refuses a second service on the same directory in one sentence', async () => {
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      `The data directory ${dataDir} is in use by another running service (process ${process.pid}): stop that one first, or set DATA_DIR to another directory.`,
    );
  });

  test('is found by a command beside the running service', async () => {
    expect(await findRunning(dataDir)).toEqual({
      url: database.url,
      serviceUrl: database.serviceUrl,
    });
  });

  test('keeps its rows over a stop and a start, and leaves nothing of a stopped one', async () => {
    await ask(database.url, 'CREATE TABLE kept AS SELECT 40 AS score');
    const socketDirectory = socketDirectoryOf(database.url);
    await database.stop();
    await expect(readdir(socketDirectory)).rejects.toThrow('ENOENT');
    expect(await findRunning(dataDir)).toBeNull();
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);

    database = await startEmbedded({ dataDir });
    expect(await ask(database.url, 'SELECT score FROM kept')).toEqual([{ score: 40 }]);
  });
});

test('nobody runs on a directory that does not exist', async () => {
  expect(await findRunning('/nowhere/at/all')).toBeNull();
});
