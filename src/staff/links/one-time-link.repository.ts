import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { ClinicTransaction, GlobalTransaction, Transaction } from '../../database/transaction.js';
import { OneTimeLink, type LinkPurpose } from './one-time-link.entity.js';

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
    const one = `DELETE FROM one_time_link WHERE token_hash = $1 AND ${isUsableAt('$2')} ${TAKEN}`;
    const [rows] = await manager.query<[OneTimeLink[], number]>(one, [tokenHash, at]);
    return rows[0] ?? null;
  }

  /** The same for the one of a person, whichever secret it has. */
  async takeOf(
    { manager, clinicId }: ClinicTransaction,
    staffId: string,
    purpose: LinkPurpose,
    at: Date,
  ): Promise<OneTimeLink | null> {
    const one = `DELETE FROM one_time_link
      WHERE clinic_id = $1 AND staff_id = $2 AND purpose = $3 AND ${isUsableAt('$4')} ${TAKEN}`;
    const [rows] = await manager.query<[OneTimeLink[], number]>(one, [clinicId, staffId, purpose, at]);
    return rows[0] ?? null;
  }

  /**
   * Uses up all links for the first set-up, where this is a valid one of them. They are read in the order in which they
   * are stored, so of two at once, also with different links, only one gets them.
   */
  async takeSetup({ manager }: ClinicTransaction, tokenHash: Buffer, at: Date): Promise<boolean> {
    const all = `DELETE FROM one_time_link WHERE purpose = 'setup' ${TAKEN}`;
    const [rows] = await manager.query<[OneTimeLink[], number]>(all);
    return rows.some((link) => link.tokenHash.equals(tokenHash) && isUsable(link, at));
  }

  /** The invitations of a clinic's people that can still be used. */
  async listInvitations({ manager, clinicId }: ClinicTransaction, at: Date): Promise<OneTimeLink[]> {
    const where = { clinicId, purpose: 'invitation' as const, expiresAt: MoreThan(at) };
    return (await manager.findBy(OneTimeLink, where)).filter((link) => isUsable(link, at));
  }

  async deleteMadeBy({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<void> {
    await manager.delete(OneTimeLink, { clinicId, createdBy: staffId });
  }

  /** Takes back the links a person has not used; who left with one of them for the identity provider does not come back by the next. */
  async deleteOf({ manager }: Transaction, person: { clinicId: string; staffId: string }): Promise<void> {
    await manager.delete(OneTimeLink, person);
    await manager.query(LEFT, [person.clinicId, person.staffId]);
  }
}

const TAKEN = `
  RETURNING token_hash AS "tokenHash", purpose, clinic_id AS "clinicId", staff_id AS "staffId",
    created_at AS "createdAt", created_by AS "createdBy", request_id AS "requestId", expires_at AS "expiresAt"`;

const LEFT = `DELETE FROM sso_attempt WHERE clinic_id = $1 AND staff_id = $2 AND purpose = 'invitation'`;

/** Can it still be used? A clock that was set back makes none last longer. */
export function isUsable({ createdAt, expiresAt }: OneTimeLink, at: Date): boolean {
  return Math.abs(at.getTime() - createdAt.getTime()) < expiresAt.getTime() - createdAt.getTime();
}

/** The same of a row. */
function isUsableAt(at: string): string {
  return `expires_at > ${at} AND created_at - (expires_at - created_at) < ${at}`;
}
