import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { connected } from '../database/backup/connected.js';
import { loadRows } from '../database/backup/rows.js';
import { ownerDataSource } from '../database/data-source.js';
import { startEmbedded } from '../database/embedded/launcher.js';
import { migrate } from '../database/migrate.js';
import { sqlStateOf } from '../database/sql-state.js';
import { syncDirectory } from '../database/embedded/sync-directory.js';
import { readBackupFile } from './backup-file.js';
import { BackupFault } from './backup-fault.js';
import type { Contents } from './contents.js';
import { fileOf, type Backup } from './manifest.js';
import { unpackTo } from './tar.js';

/** Makes an embedded database of the rows of a backup, with the tables as they were then, and leaves it stopped. */
export async function makeFromRows(
  dataDir: string,
  {
    backup,
    contents,
    identities,
    runAs,
  }: { backup: Backup; contents: Contents; identities: readonly string[]; runAs: string | undefined },
): Promise<void> {
  const embedded = await startEmbedded({ dataDir, runAs });
  try {
    const owner = ownerDataSource(embedded.url, contents.migrations);
    if (Object.keys(owner.options.migrations ?? {}).length < contents.migrations.length) {
      throw new BackupFault(
        `The backup is of a newer version of the service (${backup.manifest.software}); take that one.`,
      );
    }
    await owner.initialize();
    try {
      await migrate(owner);
    } finally {
      await owner.destroy();
    }
    await load(embedded.url, backup, identities);
  } finally {
    await embedded.stop();
  }
}

/**
 * Adds the rows of a backup to a database with tables of the same version: all or none of them.
 * @throws BackupFault where something of it is there already, or the tables are of another version.
 */
export async function addRows(
  ownerUrl: string,
  { backup, contents, identities }: { backup: Backup; contents: Contents; identities: readonly string[] },
): Promise<void> {
  if (backup.manifest.kind !== 'tables') {
    throw new BackupFault(
      'The backup holds the files of a whole database: restore it to a folder of its own, with --to.',
    );
  }
  const here = await migrationsOf(ownerUrl);
  if (here.length !== contents.migrations.length || !contents.migrations.every((name) => here.includes(name))) {
    throw new BackupFault(
      `The backup is of ${backup.manifest.software}, whose tables differ from those here: bring both to the same version first.`,
    );
  }
  await load(ownerUrl, backup, identities);
}

async function migrationsOf(ownerUrl: string): Promise<string[]> {
  const client = await connected(ownerUrl);
  try {
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migration');
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Puts the private keys of a backup into a folder; one that is there stays as it is. */
export async function addKeys(backup: Backup, folder: string, identities: readonly string[]): Promise<void> {
  const part = join(folder, `.restoring-${process.pid}`);
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    await unpackTo(part, await readBackupFile(fileOf(backup, 'signing-keys.tar'), identities));
    const there = await readdir(folder);
    for (const name of await readdir(part))
      if (!there.includes(name)) await rename(join(part, name), join(folder, name));
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  await syncDirectory(folder);
}

async function load(ownerUrl: string, backup: Backup, identities: readonly string[]): Promise<void> {
  const client = await connected(ownerUrl);
  try {
    await client.query('BEGIN');
    await loadRows(client, await readBackupFile(fileOf(backup, 'rows.copy'), identities));
    await client.query('COMMIT');
  } catch (error) {
    if (sqlStateOf(error) !== '23505') throw error;
    const { table = 'a table', detail = '' } = error as pg.DatabaseError;
    // As PostgreSQL says it: Key (name)=(Riverside) already exists.
    const [, columns = '', values = detail] = /^Key \((.*?)\)=\((.*)\) already exists/.exec(detail) ?? [];
    const what = `${table.replaceAll('_', ' ')} with the ${columns} ${values}`;
    throw new BackupFault(`Something of the backup is here already, so nothing was added: a ${what}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
