import type { Client } from 'pg';

/** Are the tables of clinics spread over the nodes of Citus? */
export async function isSpread(client: Pick<Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>(
    `SELECT to_regclass('pg_dist_partition') IS NOT NULL AS known`,
  );
  if (rows[0]?.known !== true) return false;
  const spread = await client.query(`SELECT FROM pg_dist_partition WHERE partmethod = 'h' LIMIT 1`);
  return spread.rows.length > 0;
}
