import { chown, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { clusterPath } from './cluster.js';
import { OWNER } from './connection.js';
import { pathForServer } from './data-directory.js';
import { syncDirectory } from './sync-directory.js';
import type { LogFile } from './log-file.js';
import { DatabaseStartError } from './start-error.js';
import type { Durability } from './settings.js';
import { supervise } from './supervisor.js';

const UNFINISHED = 'postgres.unfinished-';

/** The builtin locale is PostgreSQL's own: an upgrade of the system can't change the order in an index. */
const INITDB_ARGUMENTS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  // Megabytes: each file of the write-ahead log is archived whole, however little is in it.
  '--wal-segsize=1',
  `--username=${OWNER}`,
  // No password on disk: the socket lies in a directory that only this account can enter.
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
];

/** Makes the cluster beside its place and moves it there when it is whole: a first start may be killed anywhere. */
export async function createCluster(
  dataDir: string,
  binaries: Binaries,
  account: Account | null,
  log: LogFile,
  durability: Durability,
): Promise<void> {
  await removeUnfinished(dataDir);
  const made = await mkdtemp(join(dataDir, UNFINISHED));
  if (account) await chown(made, account.uid, account.gid);
  const path = await pathForServer(made, account);
  const sync = durability === 'throwaway' ? ['--no-sync'] : [];
  const { ended } = supervise([binaries.initdb, '-D', path, ...INITDB_ARGUMENTS, ...sync], {
    workingDirectory: made,
    account,
    log: log.descriptor,
  });
  const { status, reason } = await ended;
  if (status !== 0) {
    await removeUnfinished(dataDir);
    const why = (await log.lastComplaint()) ?? reason;
    throw new DatabaseStartError(`The database can't be created in ${dataDir}: ${why}`);
  }
  await rename(made, clusterPath(dataDir));
  await syncDirectory(dataDir);
}

async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(UNFINISHED)) continue;
    // Its initdb may be alive for another moment and write while this removes.
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
