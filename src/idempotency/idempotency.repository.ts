import { Injectable } from '@nestjs/common';
import type { ClinicTransaction, GlobalTransaction } from '../database/transaction.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

/** Keys that clients put on creating requests, with what was answered. */
@Injectable()
export class IdempotencyRepository {
  /**
   * Claims a key. A second request with the same key waits here until the first has committed or failed.
   * @returns Whether the key is new.
   */
  async claim({ manager }: ClinicTransaction, key: IdempotencyKey): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO idempotency_key (clinic_id, staff_id, key, request_hash, answer, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (clinic_id, staff_id, key) DO NOTHING RETURNING key`,
      [key.clinicId, key.staffId, key.key, key.requestHash, key.answer, key.createdAt],
    );
    return rows.length > 0;
  }

  async find({ manager, clinicId }: ClinicTransaction, staffId: string, key: string): Promise<IdempotencyKey | null> {
    return manager.findOneBy(IdempotencyKey, { clinicId, staffId, key });
  }

  async keepAnswer({ manager }: ClinicTransaction, row: IdempotencyKey, answer: object): Promise<void> {
    const { clinicId, staffId, key } = row;
    await manager.update(IdempotencyKey, { clinicId, staffId, key }, { answer });
  }

  async listClinics({ manager }: GlobalTransaction): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(`SELECT id FROM clinic`);
    return rows.map(({ id }) => id);
  }

  async deleteBefore({ manager, clinicId }: ClinicTransaction, instant: Date): Promise<void> {
    await manager.query(`DELETE FROM idempotency_key WHERE clinic_id = $1 AND created_at < $2`, [clinicId, instant]);
  }
}
