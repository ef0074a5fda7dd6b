import pg from 'pg';
import { distribute } from '../../src/database/distribution/distribute.js';

/**
 * Addresses of the servers over which Citus spreads the tables of every test, with commas between them in `TEST_NODES`; none where the
 * tests are on one PostgreSQL. The server of `TEST_DATABASE_URL` is their coordinator.
 */
export function nodes(): string[] {
  return process.env.TEST_NODES?.split(',') ?? [];
}

/** Runs a statement on one server. */
export async function runAt(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/**
 * Spreads the tables of the template over the nodes, where it exists empty already.
 * @param coordinator Address of the template on the coordinator. @param workers Addresses of it on the other servers.
 */
export async function spreadTemplate(coordinator: string, workers: readonly string[]): Promise<void> {
  for (const url of [coordinator, ...workers]) await runAt(url, 'CREATE EXTENSION citus');
  const portOf = (url: string) => new URL(url).port;
  await runAt(coordinator, `SELECT citus_set_coordinator_host('127.0.0.1', ${portOf(coordinator)})`);
  for (const url of workers) await runAt(coordinator, `SELECT citus_add_node('127.0.0.1', ${portOf(url)})`);
  await distribute(coordinator);
}

/** Nobody may be connected to what is cloned, and each node has a daemon of Citus that is. */
export async function closeToAll(server: string, template: string): Promise<void> {
  await runAt(server, `ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
  await runAt(server, `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${template}'`);
}
