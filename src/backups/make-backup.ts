import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { makeFolder } from '../database/embedded/make-folder.js';
import { streamBaseBackup } from '../database/backup/base-backup.js';
import { restorePoint, snapshotOf, walFiles, type ConsistentPoint } from '../database/backup/consistent-point.js';
import { streamRows } from '../database/backup/rows.js';
import { knownArchive } from '../database/embedded/archive.js';
import { syncDirectory } from '../database/embedded/sync-directory.js';
import type { Environment } from '../environment.js';
import { software } from '../software.js';
import { CHECKPOINTS_FILE } from '../audit/checkpoint.js';
import { holdFolder, isHeld } from './backup-lock.js';
import { checkRecipients, writeBackupFile, type BackupFile } from './backup-file.js';
import { BackupFault, whyNotWritten } from './backup-fault.js';
import { checkpointsToKeep } from './checkpoints.js';
import { settingsToKeep } from './contents.js';
import type { ClinicFigures } from './figures.service.js';
import { backupIn, writeManifest, type Backup, type Manifest } from './manifest.js';
import { packed, type ArchiveEntry } from './tar.js';

/** What to back up, and where to. */
export interface BackupOrder {
  environment: Environment;
  /** Of the owner of the tables. */
  ownerUrl: string;
  /** Whether it is PostgreSQL of the service's own, whose files can be copied. */
  embedded: boolean;
  /** Id of the one clinic to take; else all. */
  clinic?: string | undefined;
  /** Folder that holds the backups; each is a folder in it. */
  folder: string;
  /** Public keys of age; none leaves the backup readable. */
  recipients: readonly string[];
  now: Date;
  /** What the name of the backup ends in, where it is no ordinary one. */
  suffix?: string | undefined;
  /** Counts every figure as of a moment. */
  figuresAt(point: ConsistentPoint): Promise<ClinicFigures[]>;
}

/** Name that a backup has until it is whole; one that a kill left behind is cleared away by the next. */
const UNFINISHED = '.unfinished';
const OWN_UNFINISHED = /^\d{4}-\d\d-\d\dT[\d-]+Z[a-z-]*\.unfinished$/;
/** Name of the moment in the write-ahead log that a backup is of. */
export const RESTORE_POINT = 'cudos-backup';

/**
 * Makes a backup while the service works: the files of the embedded database or the rows of another, the keys, the settings, and every
 * figure at the moment of which it is.
 * @throws BackupFault where it can't be written.
 */
export async function makeBackup(order: BackupOrder): Promise<Backup> {
  checkRecipients(order.recipients);
  const name = order.now.toISOString().replace(/\.\d+/, '').replaceAll(':', '-') + (order.suffix ?? '');
  const place = join(order.folder, name);
  const folder = await unfinishedFolder(order.folder, name);
  const letGo = await holdFolder(folder);
  try {
    await writeAll(order, folder);
    await letGo();
    await rename(folder, place);
    await syncDirectory(order.folder);
    return await backupIn(place);
  } catch (error) {
    await letGo().catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    throw explained(error, order.folder);
  }
}

async function writeAll(order: BackupOrder, folder: string): Promise<void> {
  const { environment, recipients, now } = order;
  const write: Write = (name, source) => writeBackupFile(folder, name, source, recipients);
  const checkpoints = Buffer.from(await checkpointsToKeep(environment.dataDir, order.clinic));
  const made =
    order.embedded && order.clinic === undefined ? await writeFiles(order, write) : await writeRows(order, write);
  const { point, files, ...kind } = made;
  try {
    const { records, migrations } = made.point;
    files.push(
      await write('signing-keys.tar', packed(await keyEntries(environment.signingKeysDir, await keysOf(order, point)))),
    );
    files.push(await write(CHECKPOINTS_FILE, Readable.from([checkpoints])));
    const clinics = (await order.figuresAt(point)).filter(({ clinicId }) => clinicId === (order.clinic ?? clinicId));
    const contents = JSON.stringify({ records, migrations, clinics, settings: settingsToKeep(environment) });
    files.push(await write('contents.json', Readable.from([Buffer.from(contents)])));
  } finally {
    await point.release();
  }
  await writeManifest(folder, {
    format: 'cudos-backup/1',
    software: software(),
    at: point.at.toISOString(),
    startedAt: now.toISOString(),
    finishedAt: new Date().toISOString(),
    ...kind,
    files,
  });
}

type Write = (name: string, source: Readable) => Promise<BackupFile>;
type Made = Pick<Manifest, 'kind' | 'clinic' | 'postgres' | 'archive' | 'firstWal' | 'files'> & {
  point: ConsistentPoint;
};

/** The files of the embedded database, and its write-ahead log up to the moment. */
async function writeFiles({ ownerUrl, environment }: BackupOrder, write: Write): Promise<Made> {
  const parts: Promise<BackupFile>[] = [];
  const { stoppedAt, firstWal, version } = await streamBaseBackup(ownerUrl, 'cudos', (name) => {
    const part = new PassThrough();
    const written = write(name, part);
    // Looked at below; until then it must not count as unhandled.
    written.catch(() => undefined);
    parts.push(written);
    return part;
  }).catch(async (error: unknown) => {
    // Where a part could not be written, that is the reason.
    await Promise.all(parts);
    throw error;
  });
  const files = await Promise.all(parts);
  const point = await restorePoint(ownerUrl, RESTORE_POINT);
  try {
    files.push(await write('wal.tar', packed(walEntries(ownerUrl, stoppedAt, point.position))));
  } catch (error) {
    await point.release();
    throw error;
  }
  const archive = await knownArchive(environment.dataDir);
  return { kind: 'files', clinic: null, postgres: version, archive, firstWal, files, point };
}

/** The rows of each table, of all clinics or of one. */
async function writeRows({ ownerUrl, clinic: chosen }: BackupOrder, write: Write): Promise<Made> {
  const clinic = chosen ?? null;
  const point = await snapshotOf(ownerUrl);
  try {
    const records: Record<string, number> = {};
    const counted = (table: string, rows: number): void => {
      records[table] = (records[table] ?? 0) + rows;
    };
    const files = [await write('rows.copy', streamRows(point.client, clinic, counted))];
    const short = Object.keys(point.records).filter((table) => (records[table] ?? 0) < (point.records[table] ?? 0));
    if (clinic === null && short.length > 0)
      throw new BackupFault(`Not every row could be read: of ${short.join(', ')}.`);
    const { rows } = await point.client.query<{ server_version: string }>('SHOW server_version');
    const postgres = rows[0]?.server_version.split(' ')[0] ?? '';
    return { kind: 'tables', clinic, postgres, archive: null, firstWal: null, files, point: { ...point, records } };
  } catch (error) {
    await point.release();
    throw error;
  }
}

/** Names of the signing keys that belong into the backup; null for all. */
async function keysOf({ clinic }: BackupOrder, { client }: ConsistentPoint): Promise<string[] | null> {
  if (clinic === undefined) return null;
  const { rows } = await client.query<{ kid: string }>('SELECT kid FROM signing_key WHERE clinic_id = $1', [clinic]);
  return rows.map(({ kid }) => kid);
}

async function* walEntries(ownerUrl: string, from: string, to: string): AsyncGenerator<ArchiveEntry> {
  for await (const { name, bytes } of walFiles(ownerUrl, from, to)) yield { name, from: bytes };
}

async function keyEntries(folder: string, only: string[] | null): Promise<ArchiveEntry[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  });
  const wanted = names.filter((name) => only?.includes(name.replace(/\.pem$/, '')) ?? /\.(pem|key)$/.test(name));
  return wanted.map((name) => ({ name, from: join(folder, name) }));
}

/** Whether somebody is making a backup there now, on this machine or on another that shares the folder. */
export async function isBeingMade(folder: string): Promise<boolean> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (OWN_UNFINISHED.test(name) && (await isHeld(join(folder, name)))) return true;
  }
  return false;
}

async function unfinishedFolder(parent: string, name: string): Promise<string> {
  try {
    await makeFolder(parent, 0o700);
    const folder = join(parent, `${name}${UNFINISHED}`);
    for (const left of await readdir(parent)) {
      const isDead = OWN_UNFINISHED.test(left) && !(await isHeld(join(parent, left)));
      if (isDead) await rm(join(parent, left), { recursive: true, force: true });
    }
    await mkdir(folder, { mode: 0o700 });
    return folder;
  } catch (error) {
    throw explained(error, parent);
  }
}

function explained(error: unknown, folder: string): unknown {
  const { path = '' } = error as NodeJS.ErrnoException;
  const reason = whyNotWritten(error);
  if (reason === null) return error;
  const where = path && !path.startsWith(folder) && dirname(path) !== folder ? ` (${basename(path)})` : '';
  return new BackupFault(`The backup can't be written to ${folder}: ${reason}${where}. Nothing of it was left.`);
}
