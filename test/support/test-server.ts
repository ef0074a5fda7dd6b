import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ownerDataSource } from '../../src/database/data-source.js';
import { identify } from '../../src/database/embedded/processes.js';
import { startEmbedded } from '../../src/database/embedded/launcher.js';
import { migrate } from '../../src/database/migrate.js';
import { closeToAll, nodes, runAt, spreadTemplate } from './nodes.js';
import { startPooler } from './pooler.js';

const PREFIX = 'cudos-test-';
const MEMORY = '/dev/shm';
const PATIENCE_IN_MS = 5000;
const NEEDED_IN_BYTES = 2 * 1024 ** 3;

/** The server of one run of Jest, with the migrated database that each test clones. */
export interface TestServer {
  stop(): Promise<void>;
}

/**
 * Starts a throw-away embedded PostgreSQL, or takes the server of `TEST_DATABASE_URL`, and says in the environment where it
 * is. With `TEST_POOLER=pgbouncer` the service of the tests reaches it through that one, in transaction mode. Nothing of it is left behind: not after Ctrl-C, and after a kill until the next run only.
 */
export async function startTestServer(): Promise<TestServer> {
  const parent = fastFolder();
  await removeLeftFolders(parent);
  const folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  // As /tmp is: the account that PostgreSQL runs under makes folders here too.
  chmodSync(folder, 0o1777);
  // What tests, services and browsers put aside goes with the run.
  process.env.TMPDIR = folder;
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await startEmbedded({ dataDir: join(folder, 'data'), durability: 'throwaway' });
  const databases = await makeDatabases(given ?? embedded?.url ?? '');
  const pooler = process.env.TEST_POOLER ? await startPooler(process.env.TEST_SERVER ?? '') : null;
  process.env.TEST_SERVICE = pooler?.url ?? process.env.TEST_SERVER;
  let stopped: Promise<void> | null = null;
  const stop = () =>
    (stopped ??= (async () => {
      await pooler?.stop();
      await databases.remove();
      await embedded?.stop();
    })());
  // Without this process PostgreSQL stops by itself, so nobody waits long for its own order.
  const leave = () => void Promise.race([stop(), sleep(PATIENCE_IN_MS)]).finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return { stop };
}

/** The memory where it has room, because these databases are copied often and kept never. */
function fastFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > NEEDED_IN_BYTES ? MEMORY : tmpdir();
}

async function removeLeftFolders(parent: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^cudos-test-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || (await identify(Number(pid)))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/**
 * Makes the migrated template of this run. A run lives as long as its one connection to the server: databases of a run
 * that is not connected are nobody's.
 */
async function makeDatabases(url: string): Promise<{ remove(): Promise<void> }> {
  const template = `cudos_test_${crypto.randomUUID().slice(0, 8)}`;
  const client = new pg.Client({ connectionString: url, application_name: template });
  // Without a listener a server that stops first would end the process.
  client.on('error', () => undefined);
  await client.connect();
  await dropWhere(client, `substring(datname FROM '^cudos_test_[0-9a-f]{8}') NOT IN (${RUNS})`);
  for (const server of [url, ...nodes()]) await runAt(server, `CREATE DATABASE ${template}`);
  const owner = await ownerDataSource(databaseAt(url, template)).initialize();
  const { role } = await migrate(owner);
  await owner.destroy();
  if (nodes().length > 0) {
    await spreadTemplate(
      databaseAt(url, template),
      nodes().map((node) => databaseAt(node, template)),
    );
    for (const server of [url, ...nodes()]) await closeToAll(server, template);
  }
  Object.assign(process.env, { TEST_SERVER: url, TEST_TEMPLATE: template, TEST_ROLE: role ?? '' });
  return {
    remove: async () => {
      await dropWhere(client, `datname LIKE '${template}%'`);
      await client.end();
    },
  };
}

const RUNS = 'SELECT application_name FROM pg_stat_activity WHERE application_name IS NOT NULL';

async function dropWhere(client: pg.Client, condition: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE ${condition}`);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

/** The same server, another database: also for `postgres://owner@/name?host=/socket`. */
export function databaseAt(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}
