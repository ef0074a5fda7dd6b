import type { Environment } from '../environment.js';
import type { Connection } from './connection.js';
import { ownerDataSource } from './data-source.js';
import { findRunning, startEmbedded, type EmbeddedDatabase } from './embedded/launcher.js';
import { DataDirectoryInUse } from './embedded/start-error.js';
import { migrate } from './migrate.js';
import { DatabaseNotUsable } from './not-usable.js';
import { sqlStateOf } from './sql-state.js';

/** A migrated database, and how the service reaches it. */
export interface OpenDatabase {
  connection: Connection;
  /** The address of the owner of the tables. */
  ownerUrl: string;
  /** Whether it is PostgreSQL of the service's own. */
  embedded: boolean;
  /** What it is, for the person at the terminal; no password. */
  description: string;
  /** Names of the migrations that this start applied. */
  applied: string[];
  /** Resolves when an embedded PostgreSQL ends on its own. */
  onLost(listener: (reason: string) => void): void;
  /** Ends the database if it is ours; the application, which holds connections, is closed before. */
  close(): Promise<void>;
}

/** A database with tables of an older version, which are about to be changed. */
export interface OlderDatabase {
  ownerUrl: string;
  embedded: boolean;
}

interface How {
  /** Whether an embedded database that a running service holds may be joined (the command line does). */
  beside?: boolean;
  throwaway?: boolean;
  log?: (line: string) => void;
  /** What is done before the tables of an older version are changed; where it fails they are not. */
  beforeMigrating?: (older: OlderDatabase) => Promise<void>;
}

interface Addresses {
  url: string;
  serviceUrl: string;
  embedded: EmbeddedDatabase | null;
}

/**
 * Opens the database of the settings: `DATABASE_URL`, or the embedded PostgreSQL in `DATA_DIR`.
 * @throws DatabaseNotUsable or DatabaseStartError with one sentence.
 */
export async function openDatabase(
  environment: Environment,
  { beside = false, throwaway = false, log = (_line) => {}, beforeMigrating = async () => {} }: How = {},
): Promise<OpenDatabase> {
  const addresses = await addressesOf(environment, { beside, throwaway, log });
  try {
    const older = { ownerUrl: addresses.url, embedded: environment.databaseUrl === null };
    const { role, applied } = await migrateAt(addresses.url, () => beforeMigrating(older));
    return {
      connection: {
        url: addresses.serviceUrl,
        role: addresses.serviceUrl === addresses.url ? role : null,
        poolSize: environment.databasePool,
        patience: environment.databaseTimeout,
        replica: environment.replica,
      },
      ownerUrl: addresses.url,
      embedded: environment.databaseUrl === null,
      description: environment.databaseUrl
        ? 'PostgreSQL of DATABASE_URL'
        : `embedded PostgreSQL in ${environment.dataDir}`,
      applied,
      onLost: (listener) => addresses.embedded?.onExit(listener),
      close: async () => {
        if (beside) await addresses.embedded?.untilAlone().catch(() => undefined);
        await addresses.embedded?.stop();
      },
    };
  } catch (error) {
    await addresses.embedded?.stop();
    throw error;
  }
}

async function addressesOf(
  environment: Environment,
  how: { beside: boolean; throwaway: boolean; log: (line: string) => void },
): Promise<Addresses> {
  if (environment.databaseUrl !== null) {
    const url = environment.databaseUrl;
    return { url, serviceUrl: url, embedded: null };
  }
  const running = how.beside ? await findRunning(environment.dataDir) : null;
  if (running) return { ...running, embedded: null };
  try {
    const embedded = await startEmbedded({
      dataDir: environment.dataDir,
      runAs: environment.databaseAccount ?? undefined,
      durability: how.throwaway ? 'throwaway' : 'full',
      archive: environment.backupDir !== null && !how.throwaway,
      log: how.log,
    });
    return { url: embedded.url, serviceUrl: embedded.serviceUrl, embedded };
  } catch (error) {
    // Somebody else took the data directory since findRunning looked.
    if (how.beside && error instanceof DataDirectoryInUse) return addressesOf(environment, how);
    throw error;
  }
}

async function migrateAt(
  url: string,
  beforeMigrating: () => Promise<void>,
): Promise<{ role: string | null; applied: string[] }> {
  const owner = ownerDataSource(url);
  try {
    await owner.initialize();
    return await migrate(owner, beforeMigrating);
  } catch (error) {
    throw explain(error);
  } finally {
    if (owner.isInitialized) await owner.destroy();
  }
}

/** Turns what a person can mend at a terminal into one sentence. */
function explain(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  const said = error instanceof Error ? error.message : '';
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ENOENT'].includes(code)) {
    return new DatabaseNotUsable(`No database server answers at the address of DATABASE_URL (${code}).`);
  }
  const state = sqlStateOf(error) ?? '';
  const [, parameter] = /unsupported startup parameter: (\w+)/.exec(said) ?? [];
  if (parameter !== undefined) {
    return new DatabaseNotUsable(
      `The pooler at DATABASE_URL refuses the start-up parameter "${parameter}". The service itself sends none: take it out of ` +
        `DATABASE_URL (and out of PGOPTIONS), or set ignore_startup_parameters = ${parameter} in pgbouncer.ini.`,
    );
  }
  if (state.startsWith('28') || ['08P01', '3D000', '42501', '57P03', '53300'].includes(state)) {
    return new DatabaseNotUsable(`The database of DATABASE_URL can't be used: ${said} (${state}).`);
  }
  return error;
}
