import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
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

  async find({ manager, clinicId }: ClinicTransaction, kid: string): Promise<SigningKey | null> {
    return manager.findOneBy(SigningKey, { clinicId, kid });
  }

  async listRetired({ manager, clinicId }: ClinicTransaction): Promise<SigningKey[]> {
    return manager.findBy(SigningKey, { clinicId, retiredAt: Not(IsNull()) });
  }

  async insert({ manager }: ClinicTransaction, key: SigningKey): Promise<void> {
    await manager.insert(SigningKey, key);
  }

  async retire({ manager }: ClinicTransaction, kid: string, retiredAt: Date): Promise<void> {
    await manager.update(SigningKey, { kid }, { retiredAt });
  }

  async revoke({ manager }: ClinicTransaction, kid: string, revokedAt: Date): Promise<void> {
    await manager.update(SigningKey, { kid }, { revokedAt });
  }
}
