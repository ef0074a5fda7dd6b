import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';

/** What an account is, or what an event says it became; null where the event does not say. */
export interface AccountState {
  id: string;
  role: string | null;
  status: string | null;
}

export interface AccountRow extends AccountState {
  name: string;
  email: string;
}

export type AccountEvent = AccountState & { position: number };

/** Accounts of a clinic beside what was recorded of them. */
@Injectable()
export class AccountCheckRepository {
  async accounts({ pipeline, clinicId }: ClinicTransaction): Promise<AccountRow[]> {
    return pipeline.query(`SELECT id, name, email, role, status FROM staff WHERE clinic_id = $1 ORDER BY email`, [
      clinicId,
    ]);
  }

  /** Who is signed in, as what. */
  async sessions({ pipeline, clinicId }: ClinicTransaction): Promise<Pick<AccountState, 'id' | 'role'>[]> {
    return pipeline.query(`SELECT DISTINCT staff_id AS id, role FROM session WHERE clinic_id = $1`, [clinicId]);
  }

  /** In their order. */
  async events({ pipeline, clinicId }: ClinicTransaction): Promise<AccountEvent[]> {
    return pipeline.query<AccountEvent>(EVENTS, [clinicId]);
  }
}

// Its detail says what an account became, as in 'name, role director, status active'.
const EVENTS = `
  SELECT position,
    CASE WHEN action IN ('clinic.set-up', 'account.password-chosen', 'sso.linked') THEN staff_id ELSE subject_id END AS id,
    CASE action WHEN 'clinic.set-up' THEN 'director' WHEN 'staff.invited' THEN detail WHEN 'system-account.added' THEN 'system'
      ELSE substring(detail FROM '\\mrole ([a-z]+)') END AS role,
    CASE action WHEN 'staff.invited' THEN 'invited' WHEN 'staff.changed' THEN substring(detail FROM '\\mstatus ([a-z]+)')
      WHEN 'system-account.changed' THEN substring(detail FROM '\\mstatus ([a-z]+)') ELSE 'active' END AS status
  FROM audit_event
  WHERE clinic_id = $1 AND (
    action IN ('clinic.set-up', 'staff.invited', 'staff.changed', 'account.password-chosen', 'system-account.added', 'system-account.changed')
    OR (action = 'sso.linked' AND detail = 'invitation'))
  ORDER BY position`;
