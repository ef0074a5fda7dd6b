import type { EntityManager } from 'typeorm';
import { DatabaseNotUsable } from './not-usable.js';

/** Row-level security does not keep the clinics apart, or keeps a clinic from itself, so nothing may be read or written. */
export class RowSecurityOff extends DatabaseNotUsable {}

/**
 * What limits a transaction to the rows of a clinic. Where tables are spread over nodes, Citus hands on to them what is set for the
 * transaction from the first line on; PostgreSQL alone takes that for a setting of nobody's.
 */
export function ofClinic(clinicId: string): string[] {
  return [`SET LOCAL citus.propagate_set_commands = 'local'`, `SET LOCAL app.clinic_id = '${clinicId}'`];
}

interface Binding {
  role: string;
  policies: number;
  /** Names of tables; empty where there is none. */
  open: string;
}

/**
 * Why does row-level security not bind who works in this transaction, or hide from a clinic what is its own? It sets a clinic of the
 * transaction.
 * @returns A sentence, or null where all is as it should be.
 */
export async function rowSecurityFault(manager: EntityManager): Promise<string | null> {
  const [binding] = await manager.query<Binding[]>(BINDING);
  if (!binding || binding.policies === 0) return 'No table has a policy of row-level security; nothing is served.';
  const { role, open } = binding;
  if (open === '') return ownRowsFault(manager);
  return `Row-level security does not bind the role ${role} on ${open}; nothing is served until an administrator has mended it.`;
}

/**
 * A person who signs in is a row of a clinic's. Where tables are spread over nodes, and the setting of the clinic does not reach
 * them, the clinic would see no row at all, and every answer would be empty without an error. It asks for another clinic each
 * time, so that one node that is lost is not taken for all.
 */
async function ownRowsFault(manager: EntityManager): Promise<string | null> {
  const letter = FIRST_LETTERS[Math.floor(Math.random() * FIRST_LETTERS.length)];
  const [person] = await manager.query<{ clinicId: string; staffId: string }[]>(ANYBODY, [letter]);
  if (!person) return null;
  await manager.query(ofClinic(person.clinicId).join('; '));
  const own = await manager.query<unknown[]>(OWN_ROW, [person.clinicId, person.staffId]);
  if (own.length > 0) return null;
  return (
    'The database does not show a clinic its own rows, so every list would be empty; nothing is served until an administrator has mended it. ' +
    'Where tables are spread over nodes, each has to be told of app.clinic_id.'
  );
}

/** Sign-in names are lower case. */
const FIRST_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
// The next in the order of the alphabet; behind the last comes the first.
const ANYBODY = `
  (SELECT clinic_id AS "clinicId", staff_id AS "staffId" FROM sign_in_name WHERE name >= $1 ORDER BY name LIMIT 1)
  UNION ALL (SELECT clinic_id, staff_id FROM sign_in_name ORDER BY name LIMIT 1)
  LIMIT 1`;
const OWN_ROW = `SELECT id FROM staff WHERE clinic_id = $1 AND id = $2`;

const BINDING = `
  SELECT current_user::text AS role, count(*)::integer AS policies,
    coalesce(string_agg(tablename, ', ' ORDER BY tablename)
      FILTER (WHERE NOT row_security_active(format('%I.%I', schemaname, tablename))), '') AS open
  FROM pg_policies WHERE schemaname = 'public'`;
