import { DataSource } from 'typeorm';
import type { Connection } from '../../src/database/connection.js';
import { dataSourceOptions, ownerDataSource } from '../../src/database/data-source.js';
import { nodes, runAt } from './nodes.js';
import { databaseAt } from './test-server.js';

/** A migrated database of this test file's own. */
export interface TestDatabase {
  url: string;
  /** How the service reaches it: through a pooler, where the run has one. */
  connection: Connection;
  /** As the service sees it: under the role that row-level security binds. */
  service: DataSource;
  /** As its owner, a superuser, sees it. */
  owner: DataSource;
  close(): Promise<void>;
}

let made = 0;

export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`Jest's global setup makes the database, and sets ${name}.`);
  return value;
}

/** Runs one statement on the server the tests use, outside of any test's database. */
export async function onServer(text: string): Promise<void> {
  await runAt(setting('TEST_SERVER'), text);
}

/** The same on each node as well, where the tables of tests are spread over some. */
async function onEach(text: string): Promise<void> {
  for (const server of [setting('TEST_SERVER'), ...nodes()]) await runAt(server, text);
}

/** The address of another database on the server the tests use. */
export function addressOf(name: string): string {
  return databaseAt(setting('TEST_SERVER'), name);
}

/** A clone of the migrated template, or an empty database. */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `${setting('TEST_TEMPLATE')}_${process.pid}_${(made += 1)}`;
  const source = empty ? '' : ` TEMPLATE ${setting('TEST_TEMPLATE')} STRATEGY FILE_COPY`;
  await onEach(`CREATE DATABASE ${name}${source}`);
  const url = addressOf(name);
  const role = setting('TEST_ROLE') || null;
  const connection = { url: databaseAt(setting('TEST_SERVICE'), name), role, poolSize: 10 };
  const options = dataSourceOptions({ ...connection, url });
  const extra = { ...options.extra, ...(role === null ? {} : { options: `-c role=${role}` }) };
  const service = await new DataSource({ ...options, extra }).initialize();
  const owner = await ownerDataSource(url).initialize();
  const close = async () => {
    for (const source of [service, owner]) if (source.isInitialized) await source.destroy();
    await onEach(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url, connection, service, owner, close };
}
