import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUnavailable } from '../sql-state.js';
import { asOwner } from './connection.js';
import type { LogFile } from './log-file.js';
import { ensureRolesAndDatabase } from './roles.js';
import { DatabaseStartError } from './start-error.js';
import type { Supervised } from './supervisor.js';

/** Recovery replays at most a gigabyte of log; what takes longer than this is stuck. */
const PATIENCE_IN_MS = 5 * 60 * 1000;

/** Waits until PostgreSQL has recovered and has its roles; throws its own last words when it ends instead. */
export async function untilReady(server: Supervised, socketDirectory: string, log: LogFile): Promise<void> {
  const deadline = Date.now() + PATIENCE_IN_MS;
  let end: string | null = null;
  void server.ended.then(({ reason }) => (end = reason));
  while (!(await hasRoles(socketDirectory))) {
    if (end !== null) {
      const why = (await log.lastComplaint()) ?? end;
      throw new DatabaseStartError(`PostgreSQL did not start: ${why} (its log is ${log.path})`);
    }
    if (Date.now() > deadline) {
      throw new DatabaseStartError(`PostgreSQL is not ready in time: its log is ${log.path}`);
    }
    await sleep(20);
  }
}

async function hasRoles(socketDirectory: string): Promise<boolean> {
  try {
    await asOwner(socketDirectory, ensureRolesAndDatabase);
    return true;
  } catch (error) {
    if (databaseUnavailable(error)) return false;
    throw error;
  }
}
