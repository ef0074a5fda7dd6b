import { chmod, lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterPath } from '../database/embedded/cluster.js';
import { clearLeftovers } from '../database/embedded/leftovers.js';
import { lockHolder, takeLock } from '../database/embedded/service-lock.js';

const NAME = /^cudos-drill-\w{6}$/;

/**
 * Has something done in a new folder among the temporary files (TMPDIR), which is removed in any case: at once, or, where this process is
 * killed, by `removeLeftDrills`.
 */
export async function inDrillFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  // Under another name until it is locked: nobody may take it for one that was left behind.
  const made = await mkdtemp(join(tmpdir(), 'cudos-new-drill-'));
  const folder = made.replace('cudos-new-drill-', 'cudos-drill-');
  // PostgreSQL's account passes through it, where this is root's.
  await chmod(made, 0o711);
  const unlock = await takeLock(made);
  try {
    await rename(made, folder);
    return await work(folder);
  } finally {
    await unlock();
    await rm(folder, { recursive: true, force: true });
    await rm(made, { recursive: true, force: true });
  }
}

/** Removes the folders of drills whose process was killed, and ends a PostgreSQL that it left in one. */
export async function removeLeftDrills(from = tmpdir()): Promise<void> {
  for (const name of await readdir(from)) {
    if (!NAME.test(name)) continue;
    const folder = join(from, name);
    const found = await lstat(folder).catch(() => null);
    // What another account has laid there is not ours to look into.
    if (!found?.isDirectory() || found.uid !== process.getuid?.() || (await lockHolder(folder)) !== null) continue;
    for (const inside of await readdir(folder, { withFileTypes: true })) {
      if (inside.isDirectory()) await clearLeftovers(clusterPath(join(folder, inside.name)));
    }
    await rm(folder, { recursive: true, force: true });
  }
}
