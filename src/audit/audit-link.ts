import { createHash } from 'node:crypto';
import { canonicalJson, hashOfCanonical } from '../signing/canonical.js';
import type { AuditEvent } from './audit-event.entity.js';

/** What an event says, without its place in the chain. */
export type AuditContent = Omit<AuditEvent, 'position' | 'hash'>;

/**
 * The text of an event that its hash is over: canonical JSON, the instant with milliseconds, ids as PostgreSQL writes them. Of what fields
 * were and became, and of the records that were written with it, it has the hash alone.
 */
export function auditText(event: AuditContent): string {
  const { clinicId, at, staffId, action, subjectId, detail, address, requestId, changes, recordHash } = event;
  const subject = subjectId?.toLowerCase() ?? null;
  const content = { clinicId, staffId, action, subjectId: subject, detail, address, requestId };
  // Left out where there are none, as in events of before they were kept.
  const changed = changes === null ? {} : { changes: hashOfCanonical(changes) };
  const record = recordHash === null ? {} : { record: recordHash.toString('hex') };
  return canonicalJson({ ...content, ...changed, ...record, at: at.toISOString() });
}

/** The hash of an event behind the one with this hash: SHA-256 of both. Nothing is before the first. */
export function auditHash(before: Buffer, event: AuditContent): Buffer {
  return createHash('sha256').update(before).update(auditText(event), 'utf8').digest();
}
