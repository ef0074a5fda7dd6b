import { Injectable } from '@nestjs/common';
import { violates } from '../../database/sql-state.js';
import type { ClinicTransaction, GlobalTransaction, Transaction } from '../../database/transaction.js';
import { SsoAttempt, SsoIdentity } from './sso.entity.js';

export class IdentityTaken extends Error {}

/** Whose accounts at the identity provider are whose here, and who is on the way there. */
@Injectable()
export class SsoRepository {
  async find({ manager }: Transaction, identityHash: Buffer): Promise<SsoIdentity | null> {
    return manager.findOneBy(SsoIdentity, { identityHash });
  }

  /** @throws IdentityTaken where it is somebody's, in any clinic, or the person has one. */
  async insert({ manager }: ClinicTransaction, identity: SsoIdentity): Promise<void> {
    try {
      await manager.insert(SsoIdentity, identity);
    } catch (error) {
      if (violates(error, 'sso_identity_pkey') || violates(error, 'sso_identity_staff_key')) throw new IdentityTaken();
      throw error;
    }
  }

  /** @returns Whether it is still linked with this person. */
  async noteUse(
    { manager, clinicId }: ClinicTransaction,
    identityHash: Buffer,
    staffId: string,
    lastUsedAt: Date,
  ): Promise<boolean> {
    const { affected } = await manager.update(SsoIdentity, { identityHash, clinicId, staffId }, { lastUsedAt });
    return affected === 1;
  }

  /** The one of a person, at whichever provider; null where there is none. */
  async findOf({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<SsoIdentity | null> {
    return manager.findOneBy(SsoIdentity, { clinicId, staffId });
  }

  /** And what came by it so far: nobody goes on with a second factor. @returns Whether there was one. */
  async deleteOf({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<boolean> {
    await manager.delete(SsoAttempt, { clinicId, staffId });
    const { affected } = await manager.delete(SsoIdentity, { clinicId, staffId });
    return (affected ?? 0) > 0;
  }

  /** Does the person have a password, or a passkey? */
  async hasOtherWay({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<boolean> {
    return (await manager.query<object[]>(OTHER_WAYS, [clinicId, staffId])).length > 0;
  }

  /** Keeps an attempt, and forgets those that nobody came back from in time. */
  async insertAttempt({ manager }: Transaction, attempt: SsoAttempt, at: Date): Promise<void> {
    await manager.query(`DELETE FROM sso_attempt WHERE expires_at < $1`, [at]);
    await manager.insert(SsoAttempt, attempt);
  }

  async findAttempt({ manager }: GlobalTransaction, secretHash: Buffer): Promise<SsoAttempt | null> {
    return manager.findOneBy(SsoAttempt, { secretHash });
  }

  /** Uses an attempt up: of two answers to it only one gets it. Null where it is none (any more). */
  async takeAttempt({ manager }: Transaction, secretHash: Buffer): Promise<SsoAttempt | null> {
    const [rows] = await manager.query<[SsoAttempt[], number]>(TAKE, [secretHash]);
    return rows[0] ?? null;
  }
}

const OTHER_WAYS = `
  SELECT 1 FROM staff WHERE clinic_id = $1 AND id = $2 AND password_hash IS NOT NULL
  UNION ALL SELECT 1 FROM passkey WHERE clinic_id = $1 AND staff_id = $2`;

const TAKE = `
  DELETE FROM sso_attempt WHERE secret_hash = $1
  RETURNING secret_hash AS "secretHash", purpose, clinic_id AS "clinicId", staff_id AS "staffId",
    expires_at AS "expiresAt"`;
