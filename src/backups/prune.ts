import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backupsIn, type Backup } from './manifest.js';
import { removeBefore, walFolder } from './wal-archive.js';

/** How backups are named that the service made; what else lies beside them is nobody's to remove. */
const OWN_NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-before-upgrade)?$/;

/** Removes all but the latest backups of a folder, and the write-ahead log that none of them needs. */
export async function prune(folder: string, keep: number): Promise<void> {
  const own = (await backupsIn(folder)).filter((backup) => OWN_NAME.test(backup.folder.slice(folder.length + 1)));
  for (const { folder: old } of own.slice(0, -keep)) {
    // First what makes it whole: a backup that is half removed must not pass for one.
    await rm(join(old, 'backup.json'), { force: true });
    await rm(old, { recursive: true, force: true });
  }
  for (const [archive, first] of firstNeeded(own.slice(-keep))) await removeBefore(walFolder(folder, archive), first);
}

/** Of each archive the first file of the log that its oldest backup needs. */
function firstNeeded(kept: readonly Backup[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { manifest } of kept) {
    const { archive, firstWal } = manifest;
    if (archive !== null && firstWal && !first.has(archive)) first.set(archive, firstWal);
  }
  return first;
}
