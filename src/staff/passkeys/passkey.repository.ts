import { Injectable } from '@nestjs/common';
import { violates } from '../../database/sql-state.js';
import type { ClinicTransaction, GlobalTransaction } from '../../database/transaction.js';
import { Passkey, PasskeyChallenge } from './passkey.entity.js';

export class PasskeyTaken extends Error {}

/** The passkeys of people, and what they are asked to sign. */
@Injectable()
export class PasskeyRepository {
  /** @throws PasskeyTaken where the clinic has it already. */
  async insert({ manager }: ClinicTransaction, passkey: Passkey): Promise<void> {
    try {
      await manager.insert(Passkey, passkey);
    } catch (error) {
      if (violates(error, 'passkey_credential_key')) throw new PasskeyTaken();
      throw error;
    }
  }

  /** Those of a person, oldest first. */
  async listOf({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<Passkey[]> {
    return manager.find(Passkey, { where: { clinicId, staffId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** One of a person, kept from changing until the transaction ends: of two signatures at once, one is counted first. */
  async findLocked(
    { manager, clinicId }: ClinicTransaction,
    staffId: string,
    credentialId: Buffer,
  ): Promise<Passkey | null> {
    const where = { clinicId, staffId, credentialId };
    return manager.findOne(Passkey, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** Notes a use of one that was locked before. */
  async noteUse(
    { manager }: ClinicTransaction,
    { clinicId, id }: Passkey,
    use: Pick<Passkey, 'counter' | 'backedUp' | 'lastUsedAt'>,
  ): Promise<void> {
    await manager.update(Passkey, { clinicId, id }, use);
  }

  /** @returns Whether the person had it. */
  async delete({ manager, clinicId }: ClinicTransaction, staffId: string, id: string): Promise<boolean> {
    const { affected } = await manager.delete(Passkey, { clinicId, staffId, id });
    return affected === 1;
  }

  /** @returns Whether the person had any. */
  async deleteOf({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<boolean> {
    const { affected } = await manager.delete(Passkey, { clinicId, staffId });
    return (affected ?? 0) > 0;
  }

  /** Keeps a challenge, and forgets those that nobody answered in time. */
  async insertChallenge({ manager }: GlobalTransaction, challenge: PasskeyChallenge, at: Date): Promise<void> {
    await manager.query(`DELETE FROM passkey_challenge WHERE expires_at < $1`, [at]);
    await manager.insert(PasskeyChallenge, challenge);
  }

  /** Uses a challenge up: of two answers to it only one gets it. Null where it is none (any more). */
  async takeChallenge({ manager }: GlobalTransaction, challengeHash: Buffer): Promise<PasskeyChallenge | null> {
    const [rows] = await manager.query<[PasskeyChallenge[], number]>(TAKE, [challengeHash]);
    return rows[0] ?? null;
  }
}

const TAKE = `
  DELETE FROM passkey_challenge WHERE challenge_hash = $1
  RETURNING challenge_hash AS "challengeHash", purpose, clinic_id AS "clinicId", staff_id AS "staffId",
    expires_at AS "expiresAt"`;
