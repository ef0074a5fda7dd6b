import { access } from 'node:fs/promises';
import { BackupFault } from './backup-fault.js';
import { backupIn, backupsIn, type Backup } from './manifest.js';

/** A backup, or the latest of a folder of them; for an instant, the latest one before it. */
export async function chosenBackup(path: string, at: Date | null = null): Promise<Backup> {
  const own = await backupIn(path).catch((error: unknown) => error as Error);
  if (!(own instanceof Error)) return at === null ? own : before([own], at);
  // One clinic alone is not what a folder of backups is asked for.
  const all = (await backupsIn(path).catch(() => [])).filter(({ manifest }) => (manifest.clinic ?? null) === null);
  const latest = all.at(-1);
  if (!latest) throw (await isThere(path)) ? own : new BackupFault(`There is no folder ${path}.`);
  return at === null ? latest : before(all, at);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function before(backups: readonly Backup[], at: Date): Backup {
  const kept = backups.filter(({ manifest }) => manifest.archive !== null);
  const found = kept.filter(({ manifest }) => Date.parse(manifest.at) <= at.getTime()).at(-1);
  if (found) return found;
  const [first] = kept;
  if (first)
    throw new BackupFault(`There is no backup before ${at.toISOString()}; the first is of ${first.manifest.at}.`);
  throw new BackupFault(
    'These backups are of single moments: the write-ahead log between them is kept only by a service that runs with BACKUP_DIR.',
  );
}
