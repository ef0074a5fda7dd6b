import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/tenant-transaction.js';
import { SigningKey } from './signing-key.entity.js';

/** The public keys of clinics. */
@Injectable()
export class SigningKeyRepository {
  /** The key that signs for a clinic, kept from being retired until the transaction ends. */
  async findCurrentLocked(transaction: Transaction, clinicId: string): Promise<SigningKey | null> {
    return transaction
      .createQueryBuilder(SigningKey, 'key')
      .setLock('pessimistic_write')
      .where('key.clinicId = :clinicId AND key.retiredAt IS NULL', { clinicId })
      .getOne();
  }

  async insert(transaction: Transaction, key: SigningKey): Promise<void> {
    await transaction.insert(SigningKey, key);
  }

  async retire(transaction: Transaction, kid: string, retiredAt: Date): Promise<void> {
    await transaction.update(SigningKey, { kid }, { retiredAt });
  }
}
