import { chmod, chown, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseAccount, type Account } from '../embedded/account.js';
import { prepareBinaries } from '../embedded/binaries.js';
import { clusterPath } from '../embedded/cluster.js';
import { hasCluster } from '../embedded/data-directory.js';
import { openLog } from '../embedded/log-file.js';
import { startServer, stopServer, type ServerPlace } from '../embedded/server.js';

/** Where recovery ends: at a restore point, at an instant, or where the write-ahead log does. */
export type RecoveryTarget = { restorePoint: string } | { time: Date } | null;

/** Folder of the data directory with the files of the write-ahead log that recovery reads. */
export const WAL_TO_RECOVER = 'wal';

const NOT_REACHED = /recovery ended before configured recovery target was reached/;

/**
 * Makes a cluster out of the files of a base backup and the write-ahead log beside it, and leaves it stopped.
 * @returns Whether the log holds a commit behind the instant; without one all of the log was applied.
 */
export async function recoverCluster(
  dataDir: string,
  target: RecoveryTarget,
  runAs: string | undefined,
): Promise<{ reached: boolean }> {
  const cluster = clusterPath(dataDir);
  const account = await chooseAccount(runAs);
  const binaries = await prepareBinaries(account, dataDir);
  await hasCluster(dataDir, binaries);
  await writeFile(join(cluster, 'recovery.signal'), '');
  if (account) await handOver([cluster, join(dataDir, WAL_TO_RECOVER)], account);
  await chmod(cluster, 0o700);
  const log = await openLog(dataDir);
  const place = { cluster, binaries, account, log, durability: 'full' } as const;
  try {
    return await recoverTo(place, target);
  } finally {
    await log.close();
    await rm(join(dataDir, WAL_TO_RECOVER), { recursive: true, force: true });
  }
}

async function recoverTo(place: ServerPlace, target: RecoveryTarget): Promise<{ reached: boolean }> {
  try {
    await startAndStop(place, target);
    return { reached: true };
  } catch (error) {
    if (target === null || !('time' in target) || !NOT_REACHED.test(String(error))) throw error;
    // Nothing was committed after the instant: all of the log is what it was then.
    await startAndStop(place, null);
    return { reached: false };
  }
}

/** PostgreSQL takes no connection before it has recovered, so a start that is ready has. */
async function startAndStop(place: ServerPlace, target: RecoveryTarget): Promise<void> {
  const settings = {
    hot_standby: 'off',
    // PostgreSQL works inside its cluster.
    restore_command: `test -f "../${WAL_TO_RECOVER}/%f" && cp "../${WAL_TO_RECOVER}/%f" "%p"`,
    recovery_target_action: 'promote',
    ...settingsOf(target),
  };
  await stopServer(await startServer({ ...place, settings }), place.cluster);
}

function settingsOf(target: RecoveryTarget): Record<string, string> {
  if (target === null) return {};
  if ('restorePoint' in target) return { recovery_target_name: target.restorePoint };
  // PostgreSQL takes no instant with T and Z here.
  return { recovery_target_time: target.time.toISOString().replace('T', ' ').replace('Z', '+00') };
}

async function handOver(folders: string[], { uid, gid }: Account): Promise<void> {
  for (const folder of folders) {
    await chown(folder, uid, gid);
    const entries = await readdir(folder, { recursive: true });
    for (const entry of entries) await chown(join(folder, entry), uid, gid);
  }
}
