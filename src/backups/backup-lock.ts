import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { lockHolder, takeLock } from '../database/embedded/service-lock.js';

/** Written again and again while a backup is made: says on which machine, and by its age that it still is. */
const SIGN_OF_LIFE = 'being-made';
const EVERY = 10_000;
/** A machine that wrote none for so long is not at it any more. */
const LONGEST_SILENCE = 120_000;

/** Marks a folder as being filled by this process, for those on this machine and on others that share it. @returns What ends that. */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, SIGN_OF_LIFE);
  const sign = () => writeFile(path, hostname(), { mode: 0o600 });
  await sign();
  const unlock = await takeLock(folder);
  let signing = Promise.resolve();
  const timer = setInterval(() => {
    signing = sign().catch(() => undefined);
  }, EVERY).unref();
  return async () => {
    clearInterval(timer);
    await signing;
    await rm(path, { force: true });
    await unlock();
  };
}

/** Whether somebody is filling a folder: on this machine a process that lives, on another one that gave a sign of life of late. */
export async function isHeld(folder: string): Promise<boolean> {
  if ((await lockHolder(folder)) !== null) return true;
  const path = join(folder, SIGN_OF_LIFE);
  const host = await readFile(path, 'utf8').catch(() => null);
  // Half written it says nothing yet; what a process of this machine left behind is nobody's.
  if (host === null || host === hostname()) return false;
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return (await clockOf(dirname(folder))) - mtimeMs < LONGEST_SILENCE;
}

/** The time by the clock of the file system, which may be another machine's than this one's. */
async function clockOf(folder: string): Promise<number> {
  const probe = join(folder, `.clock-${hostname()}-${process.pid}`);
  try {
    await writeFile(probe, '');
    return (await stat(probe)).mtimeMs;
  } catch {
    return Date.now();
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
