import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connected } from './connected.js';
import { isSpread } from '../distribution/spread.js';
import { DatabaseNotUsable } from '../not-usable.js';
import { sqlStateOf } from '../sql-state.js';

/** A moment of a database that can be read at leisure, while others go on writing. */
export interface ConsistentPoint {
  /** Name of the exported snapshot; each transaction that takes it sees the database as it was at the moment. */
  snapshot: string;
  at: Date;
  /** The migrations that the database had, oldest first. */
  migrations: string[];
  /** Rows of each table. */
  records: Record<string, number>;
  /** A connection whose transaction sees the moment. */
  client: pg.Client;
  /** Lets the snapshot go. */
  release(): Promise<void>;
}

/** There is no moment of all rows that one copy could be of. */
export class NoCommonMoment extends DatabaseNotUsable {}

/** Writers wait at most so long, less than PostgreSQL's look for deadlocks, which would end one of them. */
const LONGEST_HOLD_IN_MS = 700;
const ATTEMPTS = 120;
const LOCK_TIMED_OUT = ['57014', '55P03', '40P01'];

/** Takes a snapshot; nobody waits for it. */
export async function snapshotOf(url: string): Promise<ConsistentPoint> {
  const reader = await connected(url);
  try {
    return await takeSnapshot(reader);
  } catch (error) {
    await reader.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Marks a moment in the write-ahead log and takes a snapshot of exactly that moment: all writing rests for some
 * milliseconds. A commit is in the log a little before others see it, so without the rest the two could differ.
 * @param name What recovery is told to stop at.
 */
export async function restorePoint(url: string, name: string): Promise<ConsistentPoint & { position: string }> {
  const holder = await connected(url);
  const reader = await connected(url);
  try {
    const tables = (await tablesOf(holder)).map((table) => `public.${pg.escapeIdentifier(table)}`).join(', ');
    for (let attempt = 1; ; attempt += 1) {
      try {
        await holder.query(
          `BEGIN; SET LOCAL statement_timeout = ${LONGEST_HOLD_IN_MS}; LOCK TABLE ${tables} IN SHARE MODE`,
        );
        await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1');
        const { rows } = await holder.query<{ position: string }>(
          'SELECT pg_create_restore_point($1)::text AS position',
          [name],
        );
        await holder.query('COMMIT');
        // What follows in the log goes to a new file, and this one reaches the disk.
        await holder.query('SELECT pg_switch_wal()');
        return { ...(await exported(reader)), position: rows[0]?.position ?? '' };
      } catch (error) {
        await holder.query('ROLLBACK');
        await reader.query('ROLLBACK');
        if (!LOCK_TIMED_OUT.includes(sqlStateOf(error) ?? '') || attempt === ATTEMPTS) throw error;
        await sleep(100 + Math.random() * 400);
      }
    }
  } catch (error) {
    await reader.end().catch(() => undefined);
    throw error;
  } finally {
    await holder.end().catch(() => undefined);
  }
}

/** The files of the write-ahead log from one position to another. */
export async function* walFiles(
  url: string,
  from: string,
  to: string,
): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const client = await connected(url);
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'
       AND name BETWEEN pg_walfile_name($1::pg_lsn) AND pg_walfile_name($2::pg_lsn) ORDER BY name`,
      [from, to],
    );
    for (const { name } of rows) {
      const read = await client.query<{ bytes: Buffer }>('SELECT pg_read_binary_file($1) AS bytes', [`pg_wal/${name}`]);
      if (read.rows[0]) yield { name, bytes: read.rows[0].bytes };
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws NoCommonMoment where tables are spread over nodes. */
async function takeSnapshot(reader: pg.Client): Promise<ConsistentPoint> {
  if (await isSpread(reader)) throw new NoCommonMoment(SPREAD);
  await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return exported(reader);
}

async function exported(reader: pg.Client): Promise<ConsistentPoint> {
  const { rows } = await reader.query<{ snapshot: string; at: Date }>(
    'SELECT pg_export_snapshot() AS snapshot, clock_timestamp() AS at',
  );
  const [taken] = rows;
  if (!taken) throw new Error('PostgreSQL gave no snapshot.');
  const migrations = await reader.query<{ name: string }>('SELECT name FROM migration ORDER BY timestamp');
  return {
    ...taken,
    migrations: migrations.rows.map(({ name }) => name),
    records: await countRows(reader),
    client: reader,
    release: async () => {
      await reader.end().catch(() => undefined);
    },
  };
}

const SPREAD =
  'The tables of clinics are spread over nodes, which have no moment in common that one copy could be of. Back up each node by the means of ' +
  'PostgreSQL; src/database/GROWING.md says how.';

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
  );
  return rows.map(({ name }) => name);
}

/** Rows of each table that row-level security shows to the login. */
export async function countRows(client: pg.Client): Promise<Record<string, number>> {
  const records: Record<string, number> = {};
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM public.${pg.escapeIdentifier(table)}`,
    );
    records[table] = Number(rows[0]?.n);
  }
  return records;
}
