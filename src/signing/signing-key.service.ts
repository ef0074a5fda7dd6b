import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { PrivateKeyFileService } from './private-key-file.service.js';
import { publicKeyOf, thumbprintOf } from './public-key.js';
import type { SigningKey } from './signing-key.entity.js';
import { SigningKeyRepository } from './signing-key.repository.js';

/** The key with which a clinic signs what it publishes, and those with which it did before. */
@Injectable()
export class SigningKeyService {
  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly files: PrivateKeyFileService,
  ) {}

  /** Makes the first key of a clinic. */
  async make(transaction: ClinicTransaction, at: Date): Promise<SigningKey> {
    const { clinicId } = transaction;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { x } = publicKeyOf(publicKey);
    const kid = thumbprintOf(publicKeyOf(publicKey));
    const key = { kid, clinicId, publicKey: x, createdAt: at, retiredAt: null };
    await this.keys.insert(transaction, key);
    // Before the commit: a public key without its private half would stop the clinic from publishing.
    await this.files.write(privateKey);
    return key;
  }

  /**
   * The private key that signs for a clinic now; made where there is none yet. The clinic must be locked.
   * @throws Problem 409 where its file can't be used.
   */
  async current(transaction: ClinicTransaction, at: Date): Promise<KeyObject> {
    const found = await this.keys.findCurrentLocked(transaction);
    const { kid } = found ?? (await this.make(transaction, at));
    return this.files.read(kid);
  }

  /** Makes a new key and retires the one before, whose public half stays published. The clinic must be locked. */
  async rotate(transaction: ClinicTransaction, at: Date): Promise<{ key: SigningKey; retired: SigningKey | null }> {
    const retired = await this.keys.findCurrentLocked(transaction);
    if (retired) await this.keys.retire(transaction, retired.kid, at);
    return { key: await this.make(transaction, at), retired };
  }
}
