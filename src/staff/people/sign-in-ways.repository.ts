import type { ClinicTransaction } from '../../database/transaction.js';

/** Ids of those who sign in with a second factor. */
export async function listSecondFactors({ manager, clinicId }: ClinicTransaction): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT staff_id AS id FROM second_factor WHERE clinic_id = $1 AND confirmed_at IS NOT NULL
     UNION SELECT staff_id FROM passkey WHERE clinic_id = $1`,
    [clinicId],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Who may sign in at the identity provider, by id, and whether nothing else lets them in: they have no password and no passkey, or
 * the clinic wants single sign-on of them.
 */
export async function listSsoLinks({
  manager,
  clinicId,
}: ClinicTransaction): Promise<Map<string, 'linked' | 'only-way'>> {
  const rows = await manager.query<{ id: string; isOnly: boolean }[]>(SSO_LINKS, [clinicId]);
  return new Map(rows.map(({ id, isOnly }) => [id, isOnly ? 'only-way' : 'linked']));
}

const SSO_LINKS = `
  SELECT s.id, coalesce(c.break_glass_director_id <> s.id, false) OR (s.password_hash IS NULL AND NOT EXISTS
    (SELECT 1 FROM passkey p WHERE p.clinic_id = $1 AND p.staff_id = s.id)) AS "isOnly"
  FROM sso_identity i JOIN staff s ON s.clinic_id = $1 AND s.id = i.staff_id JOIN clinic c ON c.id = $1
  WHERE i.clinic_id = $1`;
