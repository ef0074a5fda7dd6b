import type { DataSource } from 'typeorm';
import { DatabaseNotUsable } from './not-usable.js';
import { serviceRole } from './service-role.js';
import { sqlStateOf } from './sql-state.js';

const OLDEST_SERVER = 150_000;
/** Any constant: the process that migrates this database holds the lock of this number. */
const LOCK = 7_203_641_958;

/**
 * Brings a database to this version: role, then every migration not yet applied, one starter at a time.
 * @param owner Connected data source of the role that owns the tables.
 * @param beforeMigrating What is done before tables of an older version are changed; where it fails they are not.
 * @returns The role under which the service works, and the names of the migrations that were applied.
 * @throws DatabaseNotUsable for a server before PostgreSQL 15, tables of a newer version of the service, or a role
 *   that bypasses row-level security and may not make another.
 */
export async function migrate(
  owner: DataSource,
  beforeMigrating = async (): Promise<void> => {},
): Promise<{ role: string | null; applied: string[] }> {
  await refuseOldServer(owner);
  const holder = owner.createQueryRunner();
  // The lock of a transaction: a pooler between gives each transaction a connection, and a session none.
  await holder.startTransaction();
  try {
    await holder.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const role = await serviceRole(owner);
    const before = await refuseNewerTables(owner);
    if (before > 0 && before < owner.migrations.length) await beforeMigrating();
    const applied = await owner.runMigrations({ transaction: 'each' });
    if (role !== null) await letUseSchema(owner, role);
    return { role, applied: applied.map((migration) => migration.name) };
  } finally {
    await holder.rollbackTransaction().catch(() => undefined);
    await holder.release();
  }
}

/** Not where it may already: a start would need every node of a database that is spread over some, also one that is lost. */
async function letUseSchema(owner: DataSource, role: string): Promise<void> {
  const [may] = await owner.query<{ use: boolean }[]>(
    `SELECT EXISTS (SELECT FROM pg_namespace, aclexplode(nspacl) AS acl
       WHERE nspname = 'public' AND acl.grantee = '${role}'::regrole AND acl.privilege_type = 'USAGE') AS use`,
  );
  if (may?.use !== true) await owner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
}

async function refuseOldServer(owner: DataSource): Promise<void> {
  const [row] = await owner.query<{ number: number; text: string }[]>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text`,
  );
  if (row && row.number >= OLDEST_SERVER) return;
  throw new DatabaseNotUsable(
    `The database server is PostgreSQL ${row?.text ?? 'unknown'}; this service needs version 15 or newer.`,
  );
}

/** @returns How many migrations the database has. */
async function refuseNewerTables(owner: DataSource): Promise<number> {
  let applied: { name: string }[];
  try {
    applied = await owner.query<{ name: string }[]>('SELECT name FROM migration ORDER BY timestamp');
  } catch (error) {
    if (sqlStateOf(error) === '42P01') return 0;
    throw error;
  }
  const known = new Set(owner.migrations.map(({ name, constructor }) => name ?? constructor.name));
  const unknown = applied.filter(({ name }) => name !== undefined && !known.has(name));
  if (unknown.length === 0) return applied.length;
  throw new DatabaseNotUsable(
    `The database was last used by a newer version of this service (it has ${said(unknown.map(({ name }) => name ?? ''))}); ` +
      'start that version or a newer one.',
  );
}

function said([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
