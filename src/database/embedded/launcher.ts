import { realpath } from 'node:fs/promises';
import { chooseAccount } from './account.js';
import { archiveSettings, endArchive } from './archive.js';
import { prepareBinaries } from './binaries.js';
import { clusterPath } from './cluster.js';
import { OWNER, SERVICE_ROLE, socketUrl } from './connection.js';
import { checkOwner, hasCluster, openDataDirectory } from './data-directory.js';
import { createCluster } from './first-start.js';
import { clearLeftovers } from './leftovers.js';
import { openLog } from './log-file.js';
import { untilAlone } from './others.js';
import { ageWarning } from './platform-package.js';
import { runningSocket } from './running.js';
import { startServer, stopServer, type Server } from './server.js';
import { takeLock } from './service-lock.js';
import type { Durability } from './settings.js';
import { asStartError, codeOf } from './start-error.js';

/** A PostgreSQL of this process's own; it stops when this process ends in whatever way. */
export interface EmbeddedDatabase {
  /** The owner's address, a superuser's: for migrations. */
  url: string;
  /** The address the service works with: its role can't get round row-level security. */
  serviceUrl: string;
  /** Of PostgreSQL, for example 18.4. */
  version: string;
  /** Waits until nobody else is connected. */
  untilAlone(): Promise<void>;
  /** Stops PostgreSQL and frees the data directory; close pools before. */
  stop(): Promise<void>;
  /** Says why PostgreSQL ended when nobody asked it to. */
  onExit(listener: (reason: string) => void): void;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** The account PostgreSQL runs as when this process is root's. */
  runAs?: string | undefined;
  durability?: Durability | undefined;
  /** Whether each file of the write-ahead log is put aside once it is full, for backups up to the minute. */
  archive?: boolean | undefined;
  log?: ((line: string) => void) | undefined;
}

/** Starts PostgreSQL on a data directory, which it makes at the first start; refuses with a DatabaseStartError. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    const dataDir = await openDataDirectory(options.dataDir);
    const unlock = await takeLock(dataDir);
    return await startLocked(dataDir, unlock, options).catch(async (error: unknown) => {
      await unlock();
      throw error;
    });
  } catch (error) {
    throw asStartError(error, options.dataDir);
  }
}

async function startLocked(
  dataDir: string,
  unlock: () => Promise<void>,
  { runAs, durability = 'full', archive = false, log: say }: EmbeddedOptions,
): Promise<EmbeddedDatabase> {
  const cluster = clusterPath(dataDir);
  const account = await chooseAccount(runAs);
  const binaries = await prepareBinaries(account, dataDir);
  const warning = ageWarning(new Date());
  if (warning) say?.(warning);
  const old = await hasCluster(dataDir, binaries);
  const log = await openLog(dataDir);
  try {
    if (!old) await createCluster(dataDir, binaries, account, log, durability);
    await checkOwner(cluster, account);
    await clearLeftovers(cluster);
    if (!archive) await endArchive(dataDir);
    const settings = archive ? await archiveSettings(dataDir, account) : {};
    const server = await startServer({ cluster, binaries, account, log, durability, settings });
    return face(server, binaries.version, async () => {
      await stopServer(server, cluster);
      await log.close();
      await unlock();
    });
  } catch (error) {
    await log.close();
    throw error;
  }
}

function face(server: Server, version: string, putAway: () => Promise<void>): EmbeddedDatabase {
  let stopped: Promise<void> | null = null;
  return {
    url: socketUrl(server.socketDirectory, OWNER),
    serviceUrl: socketUrl(server.socketDirectory, SERVICE_ROLE),
    version,
    untilAlone: () => untilAlone(server.socketDirectory),
    stop: () => (stopped ??= putAway()),
    onExit: (listener) => {
      void server.ended.then(({ reason }) => {
        if (stopped === null) listener(`PostgreSQL has stopped: ${reason}`);
      });
    },
  };
}

/**
 * The database of a service that runs on the data directory now, for a command beside it; null when none runs. A
 * service that is still starting is waited for.
 */
export async function findRunning(dataDir: string): Promise<{ url: string; serviceUrl: string } | null> {
  try {
    const socket = await runningSocket(await realpath(dataDir));
    if (socket === null) return null;
    return { url: socketUrl(socket, OWNER), serviceUrl: socketUrl(socket, SERVICE_ROLE) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw asStartError(error, dataDir);
  }
}
