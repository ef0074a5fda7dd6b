import type { ClinicTransaction } from '../../database/transaction.js';
import type { Actor } from '../sessions/actor.js';

/**
 * Was the person deactivated, or given another role, since the session was looked at? For what takes longer than a moment.
 */
export async function isSignedOut(
  { manager, clinicId }: ClinicTransaction,
  { staffId, role }: Pick<Actor, 'staffId' | 'role'>,
): Promise<boolean> {
  const found = await manager.query<object[]>(
    `SELECT 1 FROM staff WHERE clinic_id = $1 AND id = $2 AND (status <> 'active' OR role <> $3)`,
    [clinicId, staffId, role],
  );
  return found.length > 0;
}
