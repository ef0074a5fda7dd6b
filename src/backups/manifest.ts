import { open, readFile, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { syncDirectory } from '../database/embedded/sync-directory.js';
import { measureFile, type BackupFile } from './backup-file.js';
import { BackupFault } from './backup-fault.js';

/** What a backup is, and the checksum of each of its files. Written last: a backup without it is none. */
export interface Manifest {
  format: 'cudos-backup/1';
  /** Files of the embedded database, or the rows of each table. */
  kind: 'files' | 'tables';
  /** Id of the clinic, where the backup is of one alone. */
  clinic: string | null;
  /** Who made it, e.g. `cudos-outcomes 0.2.0`. */
  software: string;
  /** The moment that the backup is of, ISO instant. */
  at: string;
  startedAt: string;
  finishedAt: string;
  /** Version of PostgreSQL, e.g. `18.4`. */
  postgres: string;
  /** Where the write-ahead log since then is kept, a folder beside the backups; null where it is not. */
  archive: string | null;
  /** The first file of that log that the backup needs; of tables, none. */
  firstWal: string | null;
  files: BackupFile[];
}

export const MANIFEST = 'backup.json';

/** A backup that is whole as far as its manifest says; the bytes are compared by `checkFiles`. */
export interface Backup {
  folder: string;
  manifest: Manifest;
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const part = join(folder, `${MANIFEST}.part`);
  const file = await open(part, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, join(folder, MANIFEST));
  await syncDirectory(folder);
}

/** The backup in a folder. @throws BackupFault where there is none, or one that was never finished. */
export async function backupIn(folder: string): Promise<Backup> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: unknown) => {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new BackupFault(`${folder} is no backup, or one that was never finished: it has no ${MANIFEST}.`);
    }
    throw new BackupFault(`${join(folder, MANIFEST)} can't be read (${code}).`);
  });
  const manifest = parsed(text);
  if (manifest) return { folder, manifest };
  throw new BackupFault(`${join(folder, MANIFEST)} is not the manifest of a backup that this version knows.`);
}

/** The whole backups in a folder, oldest first. */
export async function backupsIn(folder: string): Promise<Backup[]> {
  const found: Backup[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const backup = await backupIn(join(folder, entry.name)).catch(() => null);
    if (backup) found.push(backup);
  }
  return found.sort((one, other) => (one.manifest.at < other.manifest.at ? -1 : 1));
}

/** Compares every file with its checksum. @throws BackupFault naming each that is missing or not as it was written. */
export async function checkFiles({ folder, manifest }: Backup): Promise<void> {
  const faults: string[] = [];
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = await measureFile(join(folder, name)).catch(() => null);
    if (found === null) faults.push(`${name} is missing`);
    else if (found.bytes !== bytes || found.sha256 !== sha256) faults.push(`${name} is not as it was written`);
  }
  if (faults.length > 0)
    throw new BackupFault(`The backup in ${folder} is damaged: ${faults.join('; ')}. Take another one.`);
}

/** Whether nobody removed it meanwhile. */
export async function isStillThere({ folder }: Backup): Promise<boolean> {
  return backupIn(folder).then(
    () => true,
    () => false,
  );
}

/** Whether a backup holds this; one of an older version may not. */
export function hasFile({ manifest }: Backup, name: string): boolean {
  return manifest.files.some((file) => file.name.startsWith(`${name}.gz`));
}

/** The file of a backup that holds this, e.g. `base.tar`. @throws BackupFault where it has none. */
export function fileOf({ folder, manifest }: Backup, name: string): string {
  const found = manifest.files.find((file) => file.name.startsWith(`${name}.gz`));
  if (found && found.name === basename(found.name)) return join(folder, found.name);
  throw new BackupFault(`The backup in ${folder} has no ${name}.`);
}

function parsed(text: string): Manifest | null {
  try {
    const found = JSON.parse(text) as Partial<Manifest> | null;
    const known = found?.format === 'cudos-backup/1' && ['files', 'tables'].includes(found.kind ?? '');
    return known && Array.isArray(found.files) && typeof found.at === 'string' ? (found as Manifest) : null;
  } catch {
    return null;
  }
}
