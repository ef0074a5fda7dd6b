import { Injectable } from '@nestjs/common';
import type { AuditEvent } from '../audit/audit-event.entity.js';
import type { ClinicTransaction } from '../database/transaction.js';

/** An event with what its ids stand for. */
export interface NamedEvent extends Omit<AuditEvent, 'clinicId' | 'hash' | 'changes' | 'recordHash'> {
  staffName: string | null;
  patientId: string | null;
  chartNumber: string | null;
  aboutName: string | null;
}

/** Which events; null where it makes no difference. */
export interface EventFilter {
  staffId: string | null;
  patientId: string | null;
  actions: readonly string[] | null;
  from: string | null;
  to: string | null;
}

/** What was done in a clinic. */
@Injectable()
export class AuditTrailRepository {
  /** Latest first, those before a position. */
  async list(
    { pipeline, clinicId }: ClinicTransaction,
    { staffId, patientId, actions, from, to }: EventFilter,
    before: number | null,
    limit: number,
  ): Promise<NamedEvent[]> {
    return pipeline.query<NamedEvent>(LIST, [clinicId, before, staffId, patientId, actions, from, to, limit]);
  }
}

// What was done to a course was done to its patient. Days begin where the clinic is.
const LIST = `
  SELECT e.position, e.at, e.staff_id AS "staffId", who.name AS "staffName", e.action, e.subject_id AS "subjectId", e.detail,
    e.address, e.request_id AS "requestId", p.id AS "patientId", p.chart_number AS "chartNumber", about.name AS "aboutName"
  FROM audit_event e
  JOIN clinic ON clinic.id = $1
  LEFT JOIN staff who ON who.clinic_id = $1 AND who.id = e.staff_id
  LEFT JOIN staff about ON about.clinic_id = $1 AND about.id = e.subject_id
  LEFT JOIN course c ON c.clinic_id = $1 AND c.id = e.subject_id
  LEFT JOIN patient p ON p.clinic_id = $1 AND p.id = coalesce(c.patient_id, e.subject_id)
  WHERE e.clinic_id = $1
    AND ($2::integer IS NULL OR e.position < $2)
    AND ($3::uuid IS NULL OR e.staff_id = $3)
    AND ($4::uuid IS NULL OR e.subject_id = ANY (
      ARRAY(SELECT id FROM course WHERE clinic_id = $1 AND patient_id = $4 UNION ALL SELECT $4)))
    AND ($5::text[] IS NULL OR e.action = ANY ($5))
    AND ($6::date IS NULL OR e.at >= $6::date::timestamp AT TIME ZONE clinic.time_zone)
    AND ($7::date IS NULL OR e.at < ($7::date + 1)::timestamp AT TIME ZONE clinic.time_zone)
  ORDER BY e.position DESC
  LIMIT $8`;
