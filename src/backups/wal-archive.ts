import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readBackupFile, writeBackupFile } from './backup-file.js';

const FOLDER = 'wal';
/** A file of the write-ahead log, or what PostgreSQL notes about a timeline or a backup; not what is half written. */
const FINISHED = /^[0-9A-F]{8}(\.history|[0-9A-F]{16}(\.[0-9A-F]{8}\.backup)?)$/;

/** The folder of one cluster's write-ahead log among the backups. */
export function walFolder(backups: string, archive: string): string {
  return join(backups, FOLDER, archive);
}

/**
 * Takes what PostgreSQL has put aside to the backups, compressed and encrypted as they are. A file is removed here only once it
 * is on the disk there.
 * @returns How many files were taken.
 */
export async function takeToBackups(from: string, to: string, recipients: readonly string[]): Promise<number> {
  const names = (await readdir(from)).filter((name) => FINISHED.test(name)).sort();
  if (names.length > 0) await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of names) {
    // What a kill left behind.
    for (const left of [`${name}.gz.part`, `${name}.gz.age.part`]) await rm(join(to, left), { force: true });
    await writeBackupFile(to, name, createReadStream(join(from, name)), recipients);
    await rm(join(from, name));
  }
  return names.length;
}

/**
 * Brings back what was kept from a file of the log on, up to the first that is missing: nothing behind a gap can be applied.
 * @param to A folder that holds the files of the backup already.
 * @returns When the last of them was kept; null where there is none.
 */
export async function bringBack(
  from: string,
  to: string,
  first: string,
  identities: readonly string[],
): Promise<Date | null> {
  let last: Date | null = null;
  let before = (await readdir(to)).filter(isLog).sort().at(-1) ?? first;
  for (const file of (await readdir(from).catch(() => [])).sort()) {
    const name = file.replace(/\.gz(\.age)?$/, '');
    if (!FINISHED.test(name) || (isLog(name) && name < first)) continue;
    if (isSegment(name) && name > before) {
      if (!follows(name, before)) break;
      before = name;
    }
    await pipeline(
      await readBackupFile(join(from, file), identities),
      createWriteStream(join(to, name), { mode: 0o600 }),
    );
    if (isLog(name)) last = (await stat(join(from, file))).mtime;
  }
  return last;
}

/** Removes what no backup needs any more: files of the log before the first that one does, but for what is being written just now. */
export async function removeBefore(folder: string, first: string): Promise<void> {
  for (const file of await readdir(folder).catch(() => [])) {
    if (file.endsWith('.part')) continue;
    if (isLog(file.slice(0, 24)) && file.slice(0, 24) < first) await rm(join(folder, file), { force: true });
  }
}

/** Whether a file of the log comes right after another: its last eight digits count up to FF or, in files of a megabyte, FFF. */
function follows(name: string, before: string): boolean {
  const [one, other] = [before, name].map((each) => ({
    line: each.slice(0, 8),
    high: parseInt(each.slice(8, 16), 16),
    low: parseInt(each.slice(16), 16),
  }));
  if (!one || !other || one.line !== other.line) return false;
  if (one.high === other.high) return other.low === one.low + 1;
  return other.high === one.high + 1 && other.low === 0 && [0xff, 0xfff].includes(one.low);
}

const isSegment = (name: string): boolean => /^[0-9A-F]{24}$/.test(name);
const isLog = (name: string): boolean => /^[0-9A-F]{24}/.test(name);
