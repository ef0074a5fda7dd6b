import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { FactorKind } from './required.js';
import { SecondFactor } from './second-factor.entity.js';

type Key = Pick<SecondFactor, 'clinicId' | 'staffId'>;

/** The authenticator apps of people, in use or about to be, and which kinds of second factors they have. */
@Injectable()
export class SecondFactorRepository {
  async find({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<SecondFactor | null> {
    return manager.findOneBy(SecondFactor, { clinicId, staffId });
  }

  /** What a person has in use. */
  async kindsOf({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<FactorKind[]> {
    const rows = await manager.query<{ kind: FactorKind }[]>(KINDS, [clinicId, staffId]);
    return rows.map(({ kind }) => kind);
  }

  /** The one of a person, kept from changing until the transaction ends: of two tries with one code, one is the first. */
  async findLocked({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<SecondFactor | null> {
    return manager.findOne(SecondFactor, { where: { clinicId, staffId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Writes one that is not in use yet, over another such one. @returns Whether it was written: none is in use. */
  async begin({ manager }: ClinicTransaction, factor: SecondFactor): Promise<boolean> {
    const { clinicId, staffId, sealed, keyFile, createdAt } = factor;
    const written = await manager.query<object[]>(
      `INSERT INTO second_factor AS f (clinic_id, staff_id, sealed, key_file, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (clinic_id, staff_id) DO UPDATE SET sealed = $3, key_file = $4, created_at = $5
       WHERE f.confirmed_at IS NULL RETURNING 1`,
      [clinicId, staffId, sealed, keyFile, createdAt],
    );
    return written.length === 1;
  }

  /** Gives a person these recovery codes in place of those of before, with an app or without. */
  async putCodes(
    { manager, clinicId }: ClinicTransaction,
    { staffId, hashes, at }: { staffId: string; hashes: readonly Buffer[]; at: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO second_factor (clinic_id, staff_id, created_at, recovery_codes) VALUES ($1, $2, $3, $4)
       ON CONFLICT (clinic_id, staff_id) DO UPDATE SET recovery_codes = $4`,
      [clinicId, staffId, at, hashes],
    );
  }

  /** Writes what changes of one that was locked before. */
  async update({ manager }: ClinicTransaction, { clinicId, staffId, ...change }: Key & Partial<SecondFactor>) {
    await manager.update(SecondFactor, { clinicId, staffId }, change);
  }

  /** Takes the app away; the codes stay with who has a passkey. */
  async deleteApp({ manager }: ClinicTransaction, { clinicId, staffId }: Key): Promise<void> {
    await manager.query(
      `UPDATE second_factor SET sealed = NULL, key_file = NULL, confirmed_at = NULL, last_time_step = NULL
       WHERE clinic_id = $1 AND staff_id = $2`,
      [clinicId, staffId],
    );
    await manager.query(WITHOUT_PASSKEY, [clinicId, staffId]);
  }

  /** Takes the codes away from who has neither an app nor a passkey any more. */
  async deleteIdleCodes({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<void> {
    await manager.query(WITHOUT_PASSKEY, [clinicId, staffId]);
  }

  /** @returns Whether there was one in use. */
  async delete({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<boolean> {
    const deleted = await manager.query<[{ used: boolean }[], number]>(
      `DELETE FROM second_factor WHERE clinic_id = $1 AND staff_id = $2 RETURNING confirmed_at IS NOT NULL AS used`,
      [clinicId, staffId],
    );
    return deleted[0].some(({ used }) => used);
  }
}

const WITHOUT_PASSKEY = `
  DELETE FROM second_factor f WHERE clinic_id = $1 AND staff_id = $2 AND confirmed_at IS NULL
    AND NOT EXISTS (SELECT FROM passkey p WHERE p.clinic_id = $1 AND p.staff_id = f.staff_id)`;

const KINDS = `
  SELECT 'app' AS kind FROM second_factor WHERE clinic_id = $1 AND staff_id = $2 AND confirmed_at IS NOT NULL
  UNION SELECT 'passkey' FROM passkey WHERE clinic_id = $1 AND staff_id = $2
  UNION SELECT 'recovery-code' FROM second_factor f JOIN passkey p ON p.staff_id = f.staff_id
    WHERE f.clinic_id = $1 AND p.clinic_id = $1 AND f.staff_id = $2
      AND f.confirmed_at IS NULL AND cardinality(f.recovery_codes) > 0
  ORDER BY kind`;
