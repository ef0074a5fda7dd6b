import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { SigningKey } from './signing-key.entity.js';

/** The public keys of clinics. */
@Injectable()
export class SigningKeyRepository {
  /** The key that signs for a clinic, kept from being retired until the transaction ends. */
  async findCurrentLocked({ manager, clinicId }: ClinicTransaction): Promise<SigningKey | null> {
    return manager
      .createQueryBuilder(SigningKey, 'key')
      .setLock('pessimistic_write')
      .where('key.clinicId = :clinicId AND key.retiredAt IS NULL', { clinicId })
      .getOne();
  }

  async insert({ manager }: ClinicTransaction, key: SigningKey): Promise<void> {
    await manager.insert(SigningKey, key);
  }

  async retire({ manager }: ClinicTransaction, kid: string, retiredAt: Date): Promise<void> {
    await manager.update(SigningKey, { kid }, { retiredAt });
  }
}
