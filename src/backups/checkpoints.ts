import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeFolder } from '../database/embedded/make-folder.js';
import { CHECKPOINTS_FILE, checkpointsIn } from '../audit/checkpoint.js';
import { readBackupFile } from './backup-file.js';
import { fileOf, hasFile, type Backup } from './manifest.js';

/**
 * The signed checkpoints of the chains of events, to put into a backup; to be read before its moment, as one of a later event would
 * be a fault of the chain that is brought back.
 * @param clinic The one clinic to take; else all.
 */
export async function checkpointsToKeep(dataDir: string, clinic: string | undefined): Promise<string> {
  const all = checkpointsIn(await textOf(join(dataDir, CHECKPOINTS_FILE)));
  return linesOf(all.filter(({ clinicId }) => clinicId === (clinic ?? clinicId)).map((each) => JSON.stringify(each)));
}

/** Puts the checkpoints of a backup beside those of a data directory. Backups of before this version have none. */
export async function addCheckpoints(backup: Backup, dataDir: string, identities: readonly string[]): Promise<void> {
  if (!hasFile(backup, CHECKPOINTS_FILE)) return;
  const kept = await text(await readBackupFile(fileOf(backup, CHECKPOINTS_FILE), identities));
  const path = join(dataDir, CHECKPOINTS_FILE);
  const there = new Set((await textOf(path)).split('\n'));
  const added = kept.split('\n').filter((line) => line !== '' && !there.has(line));
  await makeFolder(dataDir, 0o700);
  await appendFile(path, linesOf(added), { mode: 0o600, flush: true });
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}
