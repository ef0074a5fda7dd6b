import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { SigningSecret } from './signing-secret.entity.js';

/** The encrypted private keys of clinics. */
@Injectable()
export class SigningSecretRepository {
  async find({ manager, clinicId }: ClinicTransaction, kid: string): Promise<SigningSecret | null> {
    return manager.findOneBy(SigningSecret, { clinicId, kid });
  }

  async insert({ manager }: ClinicTransaction, secret: SigningSecret): Promise<void> {
    await manager.insert(SigningSecret, secret);
  }

  async delete({ manager, clinicId }: ClinicTransaction, kid: string): Promise<void> {
    await manager.delete(SigningSecret, { clinicId, kid });
  }
}
