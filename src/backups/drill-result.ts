import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../database/embedded/make-folder.js';

/** How the last trial of a backup went. */
export interface DrillResult {
  /** When it ended, ISO instant. */
  at: string;
  /** The moment of the backup that was restored, ISO instant. */
  backupAt: string;
  /** Why it failed, as directors of every clinic of this server may read it; null where it passed. */
  failure: string | null;
  /** How long it took. */
  seconds: number;
}

const FILE = 'last-drill.json';

/** Where the processes that share a folder of backups see which of them tries one, and how the last try went. */
export function drillPlace(backupDir: string, archive: string | null): string {
  return join(backupDir, 'drills', archive ?? 'tables');
}

/** @returns Null where there was none yet, or it can't be read. */
export async function readDrillResult(place: string): Promise<DrillResult | null> {
  try {
    const found = JSON.parse(await readFile(join(place, FILE), 'utf8')) as Partial<DrillResult> | null;
    return Number.isNaN(Date.parse(found?.at ?? '')) ? null : (found as DrillResult);
  } catch {
    return null;
  }
}

export async function writeDrillResult(place: string, result: DrillResult): Promise<void> {
  await makeFolder(place, 0o700);
  const part = join(place, `${FILE}.part`);
  await writeFile(part, JSON.stringify(result), { mode: 0o600, flush: true });
  await rename(part, join(place, FILE));
}
