import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Transaction } from '../../database/tenant-transaction.js';
import { OneTimeLink } from './one-time-link.entity.js';

/** Links that were handed out and not used yet. */
@Injectable()
export class OneTimeLinkRepository {
  async insert(transaction: Transaction, link: OneTimeLink): Promise<void> {
    await transaction.insert(OneTimeLink, link);
  }

  async find(transaction: Transaction, tokenHash: Buffer): Promise<OneTimeLink | null> {
    return transaction.findOneBy(OneTimeLink, { tokenHash });
  }

  /** Uses up a link: of two at once only one gets it. Null where it is not valid (any more). */
  async take(transaction: Transaction, tokenHash: Buffer, at: Date): Promise<OneTimeLink | null> {
    const [rows] = await transaction.query<[TakenLink[], number]>(
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
  async listInvitations(transaction: Transaction, clinicId: string, at: Date): Promise<OneTimeLink[]> {
    const where = { clinicId, purpose: 'invitation' as const, expiresAt: MoreThan(at) };
    return transaction.findBy(OneTimeLink, where);
  }

  /** Takes back the links a person has not used, or the unused set-up links. */
  async deleteOf(transaction: Transaction, person: { clinicId: string; staffId: string } | null): Promise<void> {
    if (person === null) await transaction.delete(OneTimeLink, { purpose: 'setup' });
    else await transaction.delete(OneTimeLink, person);
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
