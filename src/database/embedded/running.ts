import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUnavailable } from '../sql-state.js';
import { clusterPath, readPostmasterFile, serverProcesses } from './cluster.js';
import { asOwner } from './connection.js';
import { hasRolesAndDatabase } from './roles.js';
import { lockHolder } from './service-lock.js';
import { DatabaseStartError } from './start-error.js';

const PATIENCE_IN_MS = 30_000;

/** The socket directory of the service that holds the data directory, once it is ready; null when none does. */
export async function runningSocket(dataDir: string): Promise<string | null> {
  const deadline = Date.now() + PATIENCE_IN_MS;
  let holder = await lockHolder(dataDir);
  for (; holder !== null; holder = await lockHolder(dataDir)) {
    const socket = await readySocket(clusterPath(dataDir));
    if (socket) return socket;
    if (Date.now() > deadline) {
      throw new DatabaseStartError(
        `The service (process ${holder.pid}) on ${dataDir} is not ready: try again once it has started.`,
      );
    }
    await sleep(50);
  }
  return null;
}

async function readySocket(cluster: string): Promise<string | null> {
  const file = await readPostmasterFile(cluster);
  if (!file?.ready || !(await serverProcesses(cluster)).includes(file.pid)) return null;
  try {
    return (await asOwner(file.socketDirectory, hasRolesAndDatabase)) ? file.socketDirectory : null;
  } catch (error) {
    if (databaseUnavailable(error)) return null;
    throw error;
  }
}
