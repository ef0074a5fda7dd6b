import type { ClinicTransaction } from '../database/transaction.js';
import type { AuditAction } from '../domain/audit/actions.js';
import type { AuditEvent } from './audit-event.entity.js';
import { auditText } from './audit-link.js';

/** Who does something, when, from where and in which request. */
export type AuditedActor = Pick<AuditEvent, 'staffId' | 'at' | 'address' | 'requestId'>;

/**
 * To whom or what it was done, by id, which part of it was meant, and of a correction what its fields were and became
 * (`fieldChanges`): only that is ever what was written. Of records that can't be corrected, only added, the hash (`sealOfAll`).
 */
export type AuditSubject = Partial<Pick<AuditEvent, 'subjectId' | 'detail' | 'changes' | 'recordHash'>>;

/** The names of the fields that a request changes; null where it names none. */
export function changedFields(change: object): string | null {
  const named = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return named.join(', ') || null;
}

/**
 * Adds an event to the chain of the clinic, in the transaction that did what it says. It locks the end of the chain until
 * the transaction is over, so it comes last: whoever waits for that lock holds none that this transaction still needs.
 */
export async function recordEvent(
  { pipeline, clinicId }: ClinicTransaction,
  { staffId, at, address, requestId }: AuditedActor,
  action: AuditAction,
  { subjectId = null, detail = null, changes = null, recordHash = null }: AuditSubject = {},
): Promise<void> {
  const event = { clinicId, at, staffId, action, subjectId, detail, address, requestId, changes, recordHash };
  await pipeline.query(APPEND, [
    clinicId,
    Buffer.from(auditText(event)),
    at,
    staffId,
    action,
    subjectId,
    detail,
    address,
    requestId,
    changes,
    recordHash,
  ]);
}

// The row of the chain is read after its lock: two at once make two links, one behind the other. The text comes as bytes, since
// convert_to() is not IMMUTABLE, as what is set there has to be where tables are spread over nodes.
const APPEND = `
  WITH chain AS (
    INSERT INTO audit_chain AS c (clinic_id, length, hash) VALUES ($1, 1, sha256($2::bytea))
    ON CONFLICT (clinic_id) DO UPDATE SET length = c.length + 1, hash = sha256(c.hash || $2::bytea)
    RETURNING length, hash
  )
  INSERT INTO audit_event (clinic_id, position, at, staff_id, action, subject_id, detail, address, request_id, changes,
    record_hash, hash)
  SELECT $1, length, $3, $4, $5, $6, $7, $8, $9, $10, $11, hash FROM chain
  RETURNING position`;
