import type { DataSource, QueryRunner } from 'typeorm';
import { ownerDataSource } from '../data-source.js';
import { SERVICE_ROLE } from '../embedded/connection.js';
import { DatabaseNotUsable } from '../not-usable.js';
import { addForeignKeys, dropForeignKeys, foreignKeys } from './foreign-keys.js';

/** A table with as many rows as it had before. */
export interface DistributedTable {
  table: string;
  rows: number;
}

/** The one table that all others point to, and that each node has as a whole. */
const REFERENCE = 'clinic';
/** Tables whose clinics lie together, by the name of one of them. */
const TOGETHER_WITH = 'staff';

/**
 * Spreads the tables of clinics over the nodes of Citus, those of one clinic together on one of them. Where they are spread already,
 * it does nothing; where a later version has made a table that is not, it spreads that one.
 * @param ownerUrl Address of a migrated database for a superuser, who owns the tables.
 * @returns What was spread now, in the order in which it was done.
 * @throws DatabaseNotUsable where there is no Citus, no node for shards, or no superuser, and where rows would be lost: then nothing is
 *   changed.
 */
export async function distribute(ownerUrl: string): Promise<DistributedTable[]> {
  const owner = await ownerDataSource(ownerUrl).initialize();
  try {
    await refuseUnfit(owner);
    const runner = owner.createQueryRunner();
    const spread = await inOneTransaction(runner);
    // What was copied to the nodes is still here as well, also where an earlier run was killed at this point.
    for (const table of await distributedTables(runner)) {
      await runner.query(`SELECT truncate_local_data_after_distributing_table('${table}')`);
    }
    await runner.release();
    return spread;
  } finally {
    await owner.destroy();
  }
}

/** Tables of which every row belongs to a clinic: their primary keys begin with it. */
export async function tablesOfClinics(runner: Pick<QueryRunner, 'query'>): Promise<string[]> {
  const rows = (await runner.query(TABLES_OF_CLINICS)) as { name: string }[];
  return rows.map(({ name }) => name);
}

async function inOneTransaction(runner: QueryRunner): Promise<DistributedTable[]> {
  await runner.startTransaction();
  try {
    // One node after the other, or Citus refuses to change what the foreign keys have led it to.
    await runner.query(`SET LOCAL citus.multi_shard_modify_mode = 'sequential'`);
    const before = await distributedTables(runner);
    const tables = (await tablesOfClinics(runner)).filter((table) => !before.has(table));
    const spread = await spreadTables(runner, before, tables);
    await letServiceReachNodes(runner);
    await runner.commitTransaction();
    return spread;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

async function spreadTables(
  runner: QueryRunner,
  before: ReadonlySet<string>,
  tables: readonly string[],
): Promise<DistributedTable[]> {
  if (tables.length === 0) return [];
  const all = before.has(REFERENCE) ? tables : [REFERENCE, ...tables];
  await runner.query(`LOCK TABLE ${all.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  const counted = await counts(runner, all);
  const keys = await foreignKeys(runner);
  await dropForeignKeys(runner, keys);
  if (!before.has(REFERENCE)) await runner.query(`SELECT create_reference_table('${REFERENCE}')`);
  const first = tables.includes(TOGETHER_WITH) ? [TOGETHER_WITH] : [];
  for (const table of [...first, ...tables.filter((name) => name !== TOGETHER_WITH)]) {
    const together = table === TOGETHER_WITH ? 'none' : TOGETHER_WITH;
    await runner.query(`SELECT create_distributed_table('${table}', 'clinic_id', colocate_with => '${together}')`);
  }
  await addForeignKeys(runner, keys);
  const after = await counts(runner, all);
  const lost = after.filter(({ rows }, place) => rows !== counted[place]?.rows);
  if (lost.length === 0) return after;
  const names = lost.map(({ table }) => table).join(', ');
  throw new DatabaseNotUsable(`Not every row of ${names} would have been kept; nothing was changed.`);
}

/**
 * The nodes are reached as the role that the service works under, so it must be able to sign in there: without a password, so only where
 * `pg_hba.conf` lets it. Later migrations change one node after the other, as this does.
 */
async function letServiceReachNodes(runner: QueryRunner): Promise<void> {
  const [database] = (await runner.query(`SELECT quote_ident(current_database()) AS name`)) as { name: string }[];
  await runner.query(`ALTER DATABASE ${database?.name ?? ''} SET citus.multi_shard_modify_mode = 'sequential'`);
  const [role] = (await runner.query(`SELECT rolcanlogin AS "canLogIn" FROM pg_roles WHERE rolname = $1`, [
    SERVICE_ROLE,
  ])) as { canLogIn: boolean }[];
  if (role?.canLogIn === false) await runner.query(`ALTER ROLE ${SERVICE_ROLE} LOGIN`);
}

async function counts(runner: QueryRunner, tables: readonly string[]): Promise<DistributedTable[]> {
  const counted: DistributedTable[] = [];
  for (const table of tables) {
    const [row] = (await runner.query(`SELECT count(*)::int AS rows FROM ${table}`)) as { rows: number }[];
    counted.push({ table, rows: row?.rows ?? 0 });
  }
  return counted;
}

/** Also the one of which each node has the whole. */
async function distributedTables(runner: QueryRunner): Promise<Set<string>> {
  const rows = (await runner.query(DISTRIBUTED)) as { name: string }[];
  return new Set(rows.map(({ name }) => name));
}

async function refuseUnfit(owner: DataSource): Promise<void> {
  const [found] = await owner.query<{ installed: boolean; superuser: boolean }[]>(
    `SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') AS installed,
       current_setting('is_superuser') = 'on' AS superuser`,
  );
  if (!found?.installed) throw new DatabaseNotUsable(NO_CITUS);
  if (!found.superuser) throw new DatabaseNotUsable(NO_SUPERUSER);
  const nodes = await owner.query<unknown[]>(`SELECT FROM pg_dist_node WHERE isactive AND shouldhaveshards`);
  if (nodes.length === 0) throw new DatabaseNotUsable(NO_NODES);
}

const NO_CITUS =
  'Citus is not installed in the database of DATABASE_URL, so there is nothing to spread its tables over; nothing was changed. ' +
  'src/database/GROWING.md says when it is worth it, and how.';
const NO_SUPERUSER =
  'Row-level security would hide the rows that are to be moved: give a superuser in DATABASE_URL. Nothing was changed.';
const NO_NODES =
  "No node takes rows yet; nothing was changed. Add them first, e.g. SELECT citus_add_node('worker-1', 5432).";

const TABLES_OF_CLINICS = `
  SELECT relname::text AS name
  FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
  JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
  WHERE indisprimary AND attname = 'clinic_id' AND NOT relispartition AND relnamespace = 'public'::regnamespace
  ORDER BY 1`;

const DISTRIBUTED = `
  SELECT relname::text AS name FROM pg_dist_partition JOIN pg_class ON pg_class.oid = logicalrelid
  WHERE partmethod = 'h' OR (partmethod = 'n' AND repmodel = 't')`;
