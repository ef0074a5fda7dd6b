import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { ClinicTransaction, GlobalTransaction, Transaction } from '../../database/transaction.js';
import { OneTimeLink } from './one-time-link.entity.js';

/** Links that were handed out and not used yet. */
@Injectable()
export class OneTimeLinkRepository {
  async insert({ manager }: Transaction, link: OneTimeLink): Promise<void> {
    await manager.insert(OneTimeLink, link);
  }

  async find({ manager }: GlobalTransaction, tokenHash: Buffer): Promise<OneTimeLink | null> {
    return manager.findOneBy(OneTimeLink, { tokenHash });
  }

  /** Uses up a link: of two at once only one gets it. Null where it is not valid (any more). */
  async take({ manager }: ClinicTransaction, tokenHash: Buffer, at: Date): Promise<OneTimeLink | null> {
    const [rows] = await manager.query<[TakenLink[], number]>(
      `DELETE FROM one_time_link WHERE token_hash = $1 AND expires_at > $2
       RETURNING purpose, clinic_id, staff_id, created_at, created_by, request_id, expires_at`,
      [tokenHash, at],
    );
    const row = rows[0];
    if (!row) return null;
    return {
      tokenHash,
      purpose: row.purpose,
      clinicId: row.clinic_id,
      staffId: row.staff_id,
      createdAt: row.created_at,
      createdBy: row.created_by,
      requestId: row.request_id,
      expiresAt: row.expires_at,
    };
  }

  /** The invitations of a clinic's people that can still be used. */
  async listInvitations({ manager, clinicId }: ClinicTransaction, at: Date): Promise<OneTimeLink[]> {
    const where = { clinicId, purpose: 'invitation' as const, expiresAt: MoreThan(at) };
    return manager.findBy(OneTimeLink, where);
  }

  /** Takes back the links a person has not used, or the unused set-up links. */
  async deleteOf({ manager }: Transaction, person: { clinicId: string; staffId: string } | null): Promise<void> {
    if (person === null) await manager.delete(OneTimeLink, { purpose: 'setup' });
    else await manager.delete(OneTimeLink, person);
  }
}

interface TakenLink {
  purpose: OneTimeLink['purpose'];
  clinic_id: string | null;
  staff_id: string | null;
  created_at: Date;
  created_by: string | null;
  request_id: string;
  expires_at: Date;
}
