import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import type { SealingEvent } from './record-check.js';
import type { AuditChain, AuditEvent } from './audit-event.entity.js';

/** The chain of a clinic, as it is stored. */
@Injectable()
export class AuditChainRepository {
  /** Events behind a position, in their order. */
  async after({ pipeline, clinicId }: ClinicTransaction, position: number, limit: number): Promise<AuditEvent[]> {
    return pipeline.query<AuditEvent>(AFTER, [clinicId, position, limit]);
  }

  /** Those that keep a hash of the records that were written with them, in their order. */
  async sealing({ pipeline, clinicId }: ClinicTransaction): Promise<SealingEvent[]> {
    return pipeline.query<SealingEvent>(SEALING, [clinicId]);
  }

  /** Its end; null where nothing was recorded yet. */
  async end({ pipeline, clinicId }: ClinicTransaction): Promise<AuditChain | null> {
    const text = `SELECT clinic_id AS "clinicId", length, hash FROM audit_chain WHERE clinic_id = $1`;
    return (await pipeline.query<AuditChain>(text, [clinicId]))[0] ?? null;
  }
}

const AFTER = `
  SELECT clinic_id AS "clinicId", position, at, staff_id AS "staffId", action, subject_id AS "subjectId", detail, address,
    request_id AS "requestId", changes, record_hash AS "recordHash", hash
  FROM audit_event WHERE clinic_id = $1 AND position > $2 ORDER BY position LIMIT $3`;

const SEALING = `
  SELECT position, at, action, subject_id AS "subjectId", detail, request_id AS "requestId", record_hash AS "recordHash"
  FROM audit_event WHERE clinic_id = $1 AND record_hash IS NOT NULL ORDER BY position`;
