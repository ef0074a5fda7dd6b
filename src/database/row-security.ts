import type { EntityManager } from 'typeorm';
import { DatabaseNotUsable } from './not-usable.js';

/** Row-level security does not keep the clinics apart, so nothing may be read or written. */
export class RowSecurityOff extends DatabaseNotUsable {}

interface Binding {
  role: string;
  policies: number;
  /** Names of tables; empty where there is none. */
  open: string;
}

/** Why does row-level security not bind who works in this transaction? @returns A sentence, or null where it binds. */
export async function rowSecurityFault(manager: EntityManager): Promise<string | null> {
  const [binding] = await manager.query<Binding[]>(BINDING);
  if (!binding || binding.policies === 0) return 'No table has a policy of row-level security; nothing is served.';
  const { role, open } = binding;
  if (open === '') return null;
  return `Row-level security does not bind the role ${role} on ${open}; nothing is served until an administrator has mended it.`;
}

const BINDING = `
  SELECT current_user::text AS role, count(*)::integer AS policies,
    coalesce(string_agg(tablename, ', ' ORDER BY tablename)
      FILTER (WHERE NOT row_security_active(format('%I.%I', schemaname, tablename))), '') AS open
  FROM pg_policies WHERE schemaname = 'public'`;
