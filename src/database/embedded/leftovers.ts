import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmasterFile, serverProcesses } from './cluster.js';
import { commandLines, isNumberTaken, signalAll } from './processes.js';
import { removeSocketDirectory } from './socket-directory.js';
import { DatabaseStartError } from './start-error.js';

/**
 * Clears away what a killed service left on the cluster, so that PostgreSQL can start and recover: an orphaned
 * server, children of a killed one, a postmaster.pid whose number now belongs to somebody else, a stale socket.
 * The caller holds the service lock.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file === null) return;
  await endServer(cluster, file.pid);
  await refuseStranger(cluster, file.pid);
  // PostgreSQL would take a zombie or a stranger of the same account for itself, and refuses an empty file. Its check
  // of the shared memory does not need the file and stays in force.
  if (!(file.pid > 0) || isNumberTaken(file.pid)) await rm(join(cluster, 'postmaster.pid'), { force: true });
  await removeSocketDirectory(file.socketDirectory);
}

async function endServer(cluster: string, postmaster: number): Promise<void> {
  const found = await serverProcesses(cluster);
  if (found.includes(postmaster)) {
    signalAll([postmaster], 'SIGINT');
    if (await gone(cluster, 20)) return;
  }
  // Children of a dead postmaster leave by themselves, unless they are busy with a query.
  if (await gone(cluster, 0.5)) return;
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    signalAll(await serverProcesses(cluster), signal);
    if (await gone(cluster, 5)) return;
  }
  throw new DatabaseStartError(
    `A PostgreSQL of an earlier start (process ${found.join(', ')}) still runs on ${cluster} and can't be stopped: end it, then start again.`,
  );
}

async function gone(cluster: string, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while ((await serverProcesses(cluster)).length > 0) {
    if (Date.now() >= deadline) return false;
    await sleep(20);
  }
  return true;
}

/** A server that somebody started by hand on this very directory is not ours to stop. */
async function refuseStranger(cluster: string, pid: number): Promise<void> {
  const command = (await commandLines()).find((line) => line.pid === pid)?.command ?? '';
  if (!command.split(' ').includes(cluster)) return;
  throw new DatabaseStartError(`Another PostgreSQL (process ${pid}) runs on ${cluster}: stop it, then start again.`);
}
