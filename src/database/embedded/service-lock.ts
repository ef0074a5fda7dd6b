import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isSameProcess, type ProcessIdentity } from './processes.js';
import { DataDirectoryInUse, DatabaseStartError, codeOf } from './start-error.js';

const lockPath = (dataDir: string): string => join(dataDir, 'service.lock');

/** Makes this process the only service on the data directory; returns what gives it back. */
export async function takeLock(dataDir: string): Promise<() => Promise<void>> {
  const me = await identify(process.pid);
  if (!me) throw new DatabaseStartError('This system does not say which processes are running.');
  const text = JSON.stringify(me);
  while (!(await writeNew(lockPath(dataDir), text))) {
    const found = await readLock(dataDir);
    if (found.holder) throw inUse(dataDir, found.holder.pid);
    if (found.text !== null) await removeStale(dataDir, found.text);
  }
  return async () => {
    const now = await readFile(lockPath(dataDir), 'utf8').catch(() => '');
    if (now === text) await rm(lockPath(dataDir), { force: true });
  };
}

/** The service that runs on the data directory now; null when none does. */
export async function lockHolder(dataDir: string): Promise<ProcessIdentity | null> {
  return (await readLock(dataDir)).holder;
}

async function readLock(dataDir: string): Promise<{ text: string | null; holder: ProcessIdentity | null }> {
  let text: string | null = null;
  for (let look = 0; look < 5; look += 1) {
    text = await readFile(lockPath(dataDir), 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return { text, holder: null };
    const written = parse(text);
    if (written) return { text, holder: await stillThere(written) };
    // Made and not yet filled: its maker needs a moment, or died just there.
    await sleep(40);
  }
  return { text, holder: null };
}

async function stillThere(written: ProcessIdentity): Promise<ProcessIdentity | null> {
  return isSameProcess(await identify(written.pid), written) ? written : null;
}

function parse(text: string): ProcessIdentity | null {
  try {
    const lock = JSON.parse(text) as Partial<ProcessIdentity> | null;
    return Number.isInteger(lock?.pid) ? (lock as ProcessIdentity) : null;
  } catch {
    return null;
  }
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two starts may find the same stale lock: only the one whose rename meets that text removes it. */
async function removeStale(dataDir: string, stale: string): Promise<void> {
  const aside = `${lockPath(dataDir)}.stale-${process.pid}`;
  try {
    await rename(lockPath(dataDir), aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) === stale) await rm(aside, { force: true });
  else await rename(aside, lockPath(dataDir));
}

function inUse(dataDir: string, pid: number): DataDirectoryInUse {
  return new DataDirectoryInUse(
    `The data directory ${dataDir} is in use by another running service (process ${pid}): stop that one first, or set DATA_DIR to another directory.`,
  );
}
