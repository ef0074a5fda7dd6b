import type { ClinicTransaction } from '../../database/transaction.js';

/**
 * What is done to the clinic as a whole takes turns until the transaction ends: imports, approvals, changes of its settings. What belongs
 * to it can still be added. It locks a row of the clinic's own, not that of `clinic`: where tables are spread over nodes, each node
 * has all of those, and one that is lost would stop every clinic.
 */
export async function lockClinic({ pipeline, clinicId }: ClinicTransaction): Promise<void> {
  await pipeline.query(LOCK, [clinicId]);
}

const LOCK = `
  INSERT INTO clinic_lock AS l (clinic_id, turns) VALUES ($1, 1)
  ON CONFLICT (clinic_id) DO UPDATE SET turns = l.turns + 1`;
