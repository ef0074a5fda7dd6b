import type { DataSource } from 'typeorm';
import { SERVICE_ROLE } from './embedded/connection.js';
import { DatabaseNotUsable } from './not-usable.js';
import { sqlStateOf } from './sql-state.js';

interface RoleRights {
  bypasses: boolean;
  member: boolean;
}

/**
 * Makes sure that the service works under a role that row-level security binds, and says which.
 * @returns The role to switch to; null where the role of the URL is bound already and may not make another.
 * @throws DatabaseNotUsable where the role of the URL bypasses row-level security and can't be left.
 */
export async function serviceRole(owner: DataSource): Promise<string | null> {
  const before = await roleRights(owner);
  if (!before.member) await attempt(owner);
  const { bypasses, member } = await roleRights(owner);
  if (member) return SERVICE_ROLE;
  if (!bypasses) return null;
  throw new DatabaseNotUsable(
    `The role of DATABASE_URL bypasses row-level security and may not make another. ` +
      `Ask an administrator to run: CREATE ROLE ${SERVICE_ROLE} NOLOGIN; GRANT ${SERVICE_ROLE} TO CURRENT_USER;`,
  );
}

async function roleRights(owner: DataSource): Promise<RoleRights> {
  const [row] = await owner.query<RoleRights[]>(`
    SELECT me.rolsuper OR me.rolbypassrls AS bypasses,
      EXISTS (SELECT 1 FROM pg_roles service
        WHERE service.rolname = '${SERVICE_ROLE}' AND NOT service.rolsuper AND NOT service.rolbypassrls
          AND pg_has_role(me.oid, service.oid, 'MEMBER')) AS member
    FROM pg_roles me WHERE me.rolname = current_user`);
  return row ?? { bypasses: true, member: false };
}

/** Tries to make the role; another start may be doing the same, and the server may not allow it. */
async function attempt(owner: DataSource): Promise<void> {
  const tolerated = new Set(['42710', '23505', '42501', 'XX000']);
  for (const statement of [
    `CREATE ROLE ${SERVICE_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS`,
    `GRANT ${SERVICE_ROLE} TO CURRENT_USER`,
  ]) {
    try {
      await owner.query(statement);
    } catch (error) {
      if (!tolerated.has(sqlStateOf(error) ?? '')) throw error;
    }
  }
}
