import { chmod, chown, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import { clusterPath } from './cluster.js';

/** Where PostgreSQL puts each finished file of its write-ahead log, until it is taken to the backups. */
const FOLDER = 'wal-archive';
const NAME_FILE = 'wal-archive.json';
/** A minute of work at most is in a file that is not finished. */
const TIMEOUT_IN_SECONDS = 60;
/** Files of older clusters are sixteen times as large, and each is archived whole. */
const TIMEOUT_OF_LARGE_FILES_IN_SECONDS = 600;
const LARGE_IN_BYTES = 2 * 1024 * 1024;

export function archiveFolder(dataDir: string): string {
  return join(dataDir, FOLDER);
}

/** PostgreSQL's settings for keeping its write-ahead log; makes the folder for it. */
export async function archiveSettings(dataDir: string, account: Account | null): Promise<Record<string, string>> {
  const folder = archiveFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
  const large = (await walFileSize(dataDir)) > LARGE_IN_BYTES;
  return {
    archive_mode: 'on',
    archive_library: 'basic_archive',
    // PostgreSQL works inside its cluster, and may not be able to enter the folders above the data directory.
    'basic_archive.archive_directory': `../${FOLDER}`,
    archive_timeout: String(large ? TIMEOUT_OF_LARGE_FILES_IN_SECONDS : TIMEOUT_IN_SECONDS),
  };
}

/**
 * The name of this cluster's archive. A copy of a data directory gets another one, because its write-ahead log goes another way
 * from then on.
 */
export async function archiveName(dataDir: string): Promise<string> {
  const path = join(dataDir, NAME_FILE);
  const { ino } = await stat(clusterPath(dataDir), { bigint: true });
  const written = await readArchiveName(dataDir);
  if (written?.inode === String(ino)) return written.name;
  const name = crypto.randomUUID();
  await writeFile(path, JSON.stringify({ name, inode: String(ino) }), { mode: 0o600 });
  return name;
}

/** What is written from now on is in no archive: the next one is another, and begins with a backup of its own. */
export async function endArchive(dataDir: string): Promise<void> {
  await rm(join(dataDir, NAME_FILE), { force: true });
}

/** The name of a cluster's archive, null where its write-ahead log is not kept. */
export async function knownArchive(dataDir: string): Promise<string | null> {
  return (await readArchiveName(dataDir))?.name ?? null;
}

async function readArchiveName(dataDir: string): Promise<{ name: string; inode: string } | null> {
  try {
    return JSON.parse(await readFile(join(dataDir, NAME_FILE), 'utf8')) as { name: string; inode: string };
  } catch {
    return null;
  }
}

async function walFileSize(dataDir: string): Promise<number> {
  const folder = join(clusterPath(dataDir), 'pg_wal');
  const name = (await readdir(folder)).find((each) => /^[0-9A-F]{24}$/.test(each));
  return name === undefined ? 0 : (await stat(join(folder, name))).size;
}
