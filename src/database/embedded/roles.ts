import type pg from 'pg';
import { DATABASE, OWNER, SERVICE_ROLE } from './connection.js';

/** Makes the service's role and database where they are missing: a first start may have been killed in between. */
export async function ensureRolesAndDatabase(client: pg.Client): Promise<void> {
  const { role, database } = await present(client);
  if (!role) await client.query(CREATE_SERVICE_ROLE);
  if (!database) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
}

/** Whether the service that started this PostgreSQL has made its role and database. */
export async function hasRolesAndDatabase(client: pg.Client): Promise<boolean> {
  const { role, database } = await present(client);
  return role && database;
}

async function present(client: pg.Client): Promise<{ role: boolean; database: boolean }> {
  const { rows } = await client.query<{ role: boolean; database: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
            EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database`,
    [SERVICE_ROLE, DATABASE],
  );
  return rows[0] ?? { role: false, database: false };
}

/** An error of the service's can quote a value in its message: such errors go to the service, not to the log. */
const CREATE_SERVICE_ROLE = `
  BEGIN;
  CREATE ROLE ${SERVICE_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
  ALTER ROLE ${SERVICE_ROLE} SET log_min_messages = 'log';
  COMMIT`;
