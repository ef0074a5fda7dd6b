import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../database/embedded/make-folder.js';
import { recoverCluster, WAL_TO_RECOVER, type RecoveryTarget } from '../database/backup/recover.js';
import { clusterPath } from '../database/embedded/cluster.js';
import { syncDirectory } from '../database/embedded/sync-directory.js';
import { readBackupFile } from './backup-file.js';
import { BackupFault, whyNotWritten } from './backup-fault.js';
import { addCheckpoints } from './checkpoints.js';
import type { Contents } from './contents.js';
import { RESTORE_POINT } from './make-backup.js';
import { checkFiles, fileOf, type Backup } from './manifest.js';
import { bringBack, walFolder } from './wal-archive.js';
import { addKeys, makeFromRows } from './restore-rows.js';
import { unpackTo } from './tar.js';

/** What to bring back, and where to. */
export interface RestoreOrder {
  backup: Backup;
  contents: Contents;
  /** A data directory that is not there yet, or is empty. */
  to: string;
  identities: readonly string[];
  /** The instant to bring back, out of the write-ahead log kept since the backup; null for that of the backup. */
  at: Date | null;
  /** The account that runs the embedded PostgreSQL where this process is root's. */
  runAs: string | undefined;
}

/** Folder of the private keys in a data directory. */
export const KEYS_FOLDER = 'signing-keys';

/**
 * Makes a data directory as it was at the moment of a backup. It has its name only once all is there, and nothing that is there
 * already is touched.
 * @returns How far the write-ahead log goes, where an instant was asked for and it ends before.
 * @throws BackupFault where the backup is damaged or encrypted to somebody else, or something is at the place.
 */
export async function restoreBackup(order: RestoreOrder): Promise<{ endsAt: Date | null }> {
  const { backup, to } = order;
  const place = resolve(to);
  await refuseTaken(place);
  await checkFiles(backup);
  const work = join(dirname(place), `.${basename(place)}.restoring-${process.pid}`);
  await makeFolder(work, process.getuid?.() === 0 ? 0o711 : 0o700).catch((error: unknown) => {
    throw new BackupFault(`${place} can't be made: ${whyNotWritten(error) ?? (error as Error).message}.`);
  });
  try {
    const made = backup.manifest.kind === 'files' ? await makeFromFiles(work, order) : await fromRows(work, order);
    await addKeys(backup, join(work, KEYS_FOLDER), order.identities);
    await addCheckpoints(backup, work, order.identities);
    await putInPlace(work, place);
    return made;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fromRows(work: string, { at, ...order }: RestoreOrder): Promise<{ endsAt: null }> {
  if (at !== null)
    throw new BackupFault('This backup holds the rows of one moment; there is nothing between it and the next.');
  await makeFromRows(work, order);
  return { endsAt: null };
}

async function makeFromFiles(
  work: string,
  { backup, identities, at, runAs }: RestoreOrder,
): Promise<{ endsAt: Date | null }> {
  const part = async (name: string, folder: string) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await unpackTo(folder, await readBackupFile(fileOf(backup, name), identities));
  };
  await part('base.tar', clusterPath(work));
  await part('wal.tar', join(work, WAL_TO_RECOVER));
  const last = at === null ? null : await bringLog(backup, join(work, WAL_TO_RECOVER), identities);
  const target: RecoveryTarget = at === null ? { restorePoint: RESTORE_POINT } : { time: at };
  const { reached } = await recoverCluster(work, target, runAs);
  if (at === null || reached || (last !== null && last >= at)) return { endsAt: null };
  return { endsAt: last ?? new Date(backup.manifest.at) };
}

/** The log kept since a backup, beside the one that is in it. @returns When the last of it was kept. */
async function bringLog({ folder, manifest }: Backup, to: string, identities: readonly string[]): Promise<Date | null> {
  const { archive, firstWal } = manifest;
  if (archive === null || !/^[\w-]+$/.test(archive)) return null;
  return bringBack(walFolder(dirname(resolve(folder)), archive), to, firstWal ?? '', identities);
}

async function refuseTaken(place: string): Promise<void> {
  const found = await readdir(place).catch((error: unknown) => {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') return [];
    throw new BackupFault(`${place} can't be used (${code}).`);
  });
  if (found.length === 0) return;
  throw new BackupFault(
    `${place} is not empty, and nothing is written over: name a new folder, or move that one away.`,
  );
}

async function putInPlace(work: string, place: string): Promise<void> {
  await rmdir(place).catch(() => undefined);
  await refuseTaken(place);
  await rename(work, place);
  await syncDirectory(dirname(place));
}
