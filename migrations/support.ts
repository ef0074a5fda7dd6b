import type { QueryRunner } from 'typeorm';

/** Role under which the service runs; it can't bypass row-level security. Frozen, as the migrations are. */
export const SERVICE_ROLE = 'cudos_service';

/**
 * Gives the service's role exactly these rights on a table. On a server where that role could not be made, the
 * service runs as the owner of the tables and keeps the owner's rights; row-level security is forced on it too.
 */
export async function allow(runner: QueryRunner, table: string, rights: string): Promise<void> {
  if (await hasServiceRole(runner)) {
    await runner.query(`GRANT ${rights} ON ${table} TO ${SERVICE_ROLE}`);
  }
}

/** Takes rights on a table from the service's role again. */
export async function disallow(runner: QueryRunner, table: string, rights: string): Promise<void> {
  if (await hasServiceRole(runner)) {
    await runner.query(`REVOKE ${rights} ON ${table} FROM ${SERVICE_ROLE}`);
  }
}

async function hasServiceRole(runner: QueryRunner): Promise<boolean> {
  const found = (await runner.query(`SELECT 1 FROM pg_roles WHERE rolname = '${SERVICE_ROLE}'`)) as unknown[];
  return found.length > 0;
}

/**
 * Turns on row-level security: without a clinic set in the transaction a table shows and takes no row. Where the tables of clinics are
 * spread over nodes, this one is too, empty as it still is.
 */
export async function tenantTable(runner: QueryRunner, table: string): Promise<void> {
  const own = `clinic_id = nullif(current_setting('app.clinic_id', true), '')::uuid`;
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(`CREATE POLICY ${table}_own_clinic ON ${table} USING (${own}) WITH CHECK (${own})`);
  if (await isSpread(runner)) {
    await runner.query(`SELECT create_distributed_table('${table}', 'clinic_id', colocate_with => 'staff')`);
  }
}

/** Whether `cudos distribute` was run on this database. */
async function isSpread(runner: QueryRunner): Promise<boolean> {
  const [citus] = (await runner.query(`SELECT FROM pg_extension WHERE extname = 'citus'`)) as unknown[];
  if (citus === undefined) return false;
  const staff = `SELECT FROM pg_dist_partition WHERE logicalrelid = 'staff'::regclass AND partmethod = 'h'`;
  return ((await runner.query(staff)) as unknown[]).length > 0;
}

/** Writes meaning, unit and range of columns into the database itself. */
export async function describe(
  runner: QueryRunner,
  table: string,
  meaning: string,
  columns: Record<string, string>,
): Promise<void> {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  await runner.query(`COMMENT ON TABLE ${table} IS ${quoted(meaning)}`);
  for (const [column, comment] of Object.entries(columns)) {
    await runner.query(`COMMENT ON COLUMN ${table}.${column} IS ${quoted(comment)}`);
  }
}
