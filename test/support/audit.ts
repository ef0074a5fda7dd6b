import type { AuditEvent } from '../../src/audit/audit-event.entity.js';
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
