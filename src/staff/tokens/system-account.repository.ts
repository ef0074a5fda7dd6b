import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Actor } from '../sessions/actor.js';

/** A program that asks with tokens. It has no password, so nobody signs in as it. */
export interface SystemAccount {
  id: string;
  name: string;
  status: 'active' | 'deactivated';
  version: number;
}

/** System accounts: rows of staff, because what they record has their name beside it as a person's has. */
@Injectable()
export class SystemAccountRepository {
  async insert({ manager, clinicId }: ClinicTransaction, { id, name }: SystemAccount, actor: Actor): Promise<void> {
    await manager.query(INSERT, [clinicId, id, name, randomBytes(32), actor.at, actor.staffId, actor.requestId]);
  }

  async list({ manager, clinicId }: ClinicTransaction): Promise<SystemAccount[]> {
    return manager.query<SystemAccount[]>(LIST, [clinicId]);
  }

  /** The account, kept from changing until the transaction ends. */
  async findLocked({ manager, clinicId }: ClinicTransaction, id: string): Promise<SystemAccount | null> {
    const [found] = await manager.query<SystemAccount[]>(LOCK, [clinicId, id]);
    return found ?? null;
  }

  /** Writes the changed account over the row that was locked before. */
  async update({ manager, clinicId }: ClinicTransaction, account: SystemAccount, actor: Actor): Promise<void> {
    const { id, name, status, version } = account;
    await manager.query(UPDATE, [clinicId, id, name, status, version, actor.at, actor.staffId, actor.requestId]);
  }
}

const LIST = `
  SELECT id, name, status, version FROM staff WHERE clinic_id = $1 AND role = 'system' ORDER BY name, id`;

const LOCK = `
  SELECT id, name, status, version FROM staff WHERE clinic_id = $1 AND id = $2 AND role = 'system' FOR UPDATE`;

const INSERT = `
  INSERT INTO staff (clinic_id, id, name, email, role, status, draft_key, version, changed_at, changed_by, request_id)
  VALUES ($1, $2::uuid, $3, $2::uuid::text, 'system', 'active', $4, 1, $5, $6, $7)`;

const UPDATE = `
  UPDATE staff SET name = $3, status = $4, version = $5, changed_at = $6, changed_by = $7, request_id = $8
  WHERE clinic_id = $1 AND id = $2`;
