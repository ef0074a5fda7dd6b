import type { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { AuditChainRepository } from '../../src/audit/audit-chain.repository.js';
import { auditHash } from '../../src/audit/audit-link.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import type { TestApp } from './test-app.js';

const EVENT = `position, at, staff_id AS "staffId", action, subject_id AS "subjectId", detail, address, hash`;

/** What is kept of the request with this answer. */
export function auditedOf({ database }: TestApp, headers: unknown): Promise<AuditEvent[]> {
  const { 'x-request-id': id } = headers as Record<string, string>;
  return database.owner.query(`SELECT ${EVENT} FROM audit_event WHERE request_id = $1 ORDER BY position`, [id]);
}

/** What was done to a thing, in its order. */
export async function actionsOn({ database }: TestApp, subjectId: string): Promise<string[]> {
  const rows = await database.owner.query<{ action: string }[]>(
    `SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY position`,
    [subjectId],
  );
  return rows.map(({ action }) => action);
}

/** Writes the chain of a clinic again from its first event, as if one person had done all of it: by itself it holds. */
export async function rewriteChain({ app, database }: TestApp, clinicId: string, staffId: string): Promise<void> {
  const chains = app.get(AuditChainRepository, { strict: false });
  const events = await app.get(TransactionService).run(clinicId, (transaction) => chains.after(transaction, 0, 10_000));
  let hash: Buffer = Buffer.alloc(0);
  await database.owner.transaction(async (manager) => {
    await manager.query(`SET LOCAL app.clinic_id = '${clinicId}'`);
    for (const event of events) {
      hash = auditHash(hash, { ...event, staffId });
      const row = [clinicId, event.position, staffId, hash];
      await manager.query(
        `UPDATE audit_event SET staff_id = $3, hash = $4 WHERE clinic_id = $1 AND position = $2`,
        row,
      );
    }
    await manager.query(`UPDATE audit_chain SET hash = $2 WHERE clinic_id = $1`, [clinicId, hash]);
  });
}
