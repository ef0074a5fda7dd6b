import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { clusterName, serverProcesses } from './cluster.js';
import { pathForServer } from './data-directory.js';
import { clearLeftovers } from './leftovers.js';
import type { LogFile } from './log-file.js';
import { signalAll } from './processes.js';
import { untilReady } from './ready.js';
import { serverArguments, type Durability } from './settings.js';
import { makeSocketDirectory, removeSocketDirectory } from './socket-directory.js';
import { supervise, type Supervised } from './supervisor.js';

const STOP_PATIENCE_IN_MS = 60_000;
const SHARED_MEMORY_PATIENCE_IN_MS = 5_000;

/** A PostgreSQL that accepts connections. */
export interface Server extends Supervised {
  socketDirectory: string;
}

export interface ServerPlace {
  cluster: string;
  binaries: Binaries;
  account: Account | null;
  log: LogFile;
  durability: Durability;
  /** Settings of PostgreSQL besides those of every start. */
  settings?: Record<string, string>;
}

/** Starts PostgreSQL on a cluster and waits until it has recovered and its roles are there. */
export async function startServer(place: ServerPlace): Promise<Server> {
  const deadline = Date.now() + SHARED_MEMORY_PATIENCE_IN_MS;
  for (;;) {
    try {
      return await startOnce(place);
    } catch (error) {
      const released = /shared memory block/.test(String(error)) && Date.now() < deadline;
      if (!released) throw error;
      // A killed process leaves the list of processes a moment before its memory is given back.
      await sleep(100);
    }
  }
}

/** Stops PostgreSQL in its own order: open transactions are rolled back, everything else is on disk. */
export async function stopServer(server: Server, cluster: string): Promise<void> {
  server.stop();
  const late = await Promise.race([server.ended.then(() => false), sleep(STOP_PATIENCE_IN_MS, true, { ref: false })]);
  // Nothing acknowledged is lost by this: the next start recovers it from the write-ahead log.
  if (late) signalAll(await serverProcesses(cluster), 'SIGQUIT');
  await server.ended;
  // After a kill of the supervisor or the postmaster alone, others of theirs may still be there.
  await clearLeftovers(cluster);
  await removeSocketDirectory(server.socketDirectory);
}

async function startOnce(place: ServerPlace): Promise<Server> {
  const socketDirectory = await makeSocketDirectory(place.account);
  const server = { ...(await launch(place, socketDirectory)), socketDirectory };
  try {
    await untilReady(server, socketDirectory, place.log);
    return server;
  } catch (error) {
    await stopServer(server, place.cluster);
    throw error;
  }
}

async function launch(place: ServerPlace, socketDirectory: string): Promise<Supervised> {
  const { cluster, binaries, account, log, durability } = place;
  const name = await clusterName(cluster);
  const path = await pathForServer(cluster, account);
  const settings = serverArguments(name, socketDirectory, durability, place.settings);
  return supervise([binaries.postgres, '-D', path, ...settings], {
    workingDirectory: cluster,
    account,
    log: log.descriptor,
    removeAfter: socketDirectory,
  });
}
