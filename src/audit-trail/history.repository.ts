import { Injectable } from '@nestjs/common';
import type { AuditEvent } from '../audit/audit-event.entity.js';
import type { ClinicTransaction } from '../database/transaction.js';
import type { AuditAction } from '../domain/audit/actions.js';

/** What has earlier states. */
export type WithHistory = 'patient' | 'course' | 'staff' | 'clinic';

/** An event that made or changed something, with the name of who did it. */
export interface StateEvent extends Pick<AuditEvent, 'position' | 'at' | 'staffId' | 'action' | 'detail' | 'changes'> {
  staffName: string | null;
}

const ACTIONS: Record<WithHistory, readonly AuditAction[]> = {
  patient: ['patient.added', 'patient.changed'],
  course: ['course.added', 'course.changed'],
  staff: ['staff.invited', 'staff.changed'],
  clinic: ['clinic.set-up', 'clinic.changed'],
};

/** What was changed of one thing of a clinic. */
@Injectable()
export class HistoryRepository {
  /** Whether the clinic has it. */
  async has(
    { pipeline, clinicId }: ClinicTransaction,
    what: Exclude<WithHistory, 'clinic'>,
    id: string,
  ): Promise<boolean> {
    const rows = await pipeline.query(`SELECT id FROM ${what} WHERE clinic_id = $1 AND id = $2`, [clinicId, id]);
    return rows.length === 1;
  }

  /** Latest first, those before a position. @param id Of the thing; null for the clinic itself. */
  async list(
    { pipeline, clinicId }: ClinicTransaction,
    what: WithHistory,
    id: string | null,
    { before, limit }: { before: number | null; limit: number },
  ): Promise<StateEvent[]> {
    return pipeline.query<StateEvent>(LIST, [clinicId, ACTIONS[what], id, before, limit]);
  }

  /** Names of the people of the clinic, by id. */
  async names({ pipeline, clinicId }: ClinicTransaction): Promise<Map<string, string>> {
    const text = 'SELECT id, name FROM staff WHERE clinic_id = $1';
    const rows = await pipeline.query<{ id: string; name: string }>(text, [clinicId]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const LIST = `
  SELECT e.position, e.at, e.staff_id AS "staffId", who.name AS "staffName", e.action, e.detail, e.changes
  FROM audit_event e
  LEFT JOIN staff who ON who.clinic_id = $1 AND who.id = e.staff_id
  WHERE e.clinic_id = $1 AND e.action = ANY ($2)
    AND (e.subject_id = $3::uuid OR $3::uuid IS NULL AND e.subject_id IS NULL)
    AND ($4::integer IS NULL OR e.position < $4)
  ORDER BY e.position DESC
  LIMIT $5`;
