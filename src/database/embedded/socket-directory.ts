import { chown, mkdtemp, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { canEnter, type Account } from './account.js';
import { DatabaseStartError } from './start-error.js';

const PREFIX = 'cudos-db-';
const SOCKET = '.s.PGSQL.5432';
/** A socket's path holds 103 bytes on macOS, 107 on Linux. */
const LONGEST_PATH = 100;

/** A fresh directory for the socket, which only PostgreSQL's account (and root) may enter. */
export async function makeSocketDirectory(account: Account | null): Promise<string> {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    const path = join(parent, `${PREFIX}XXXXXX`);
    if (Buffer.byteLength(join(path, SOCKET)) > LONGEST_PATH) continue;
    if (!(await canUse(parent, account))) continue;
    const made = await mkdtemp(join(parent, PREFIX));
    if (account) await chown(made, account.uid, account.gid);
    return made;
  }
  throw new DatabaseStartError(
    "No directory for temporary files can hold PostgreSQL's socket: set TMPDIR to a short path that its account can enter.",
  );
}

async function canUse(parent: string, account: Account | null): Promise<boolean> {
  try {
    return (await stat(parent)).isDirectory() && (await canEnter(parent, account));
  } catch {
    return false;
  }
}

/** Removes a socket directory of ours, file by file: its path may come from a file others can write. */
export async function removeSocketDirectory(path: string): Promise<void> {
  if (!basename(path).startsWith(PREFIX)) return;
  try {
    await rm(join(path, SOCKET), { force: true });
    await rm(join(path, `${SOCKET}.lock`), { force: true });
    await rmdir(path);
  } catch {
    // Gone already, or not ours to remove; it is only litter.
  }
}
