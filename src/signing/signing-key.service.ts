import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { PrivateKeyService } from './private-key.service.js';
import { publicKeyOf, thumbprintOf } from './public-key.js';
import type { SigningKey } from './signing-key.entity.js';
import { SigningKeyRepository } from './signing-key.repository.js';

/** The key with which a clinic signs what it publishes, and those with which it did before. */
@Injectable()
export class SigningKeyService {
  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly privateKeys: PrivateKeyService,
  ) {}

  /** Makes the first key of a clinic. */
  async make(transaction: ClinicTransaction, at: Date): Promise<SigningKey> {
    const { clinicId } = transaction;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { x } = publicKeyOf(publicKey);
    const kid = thumbprintOf(publicKeyOf(publicKey));
    const key = { kid, clinicId, publicKey: x, createdAt: at, retiredAt: null, revokedAt: null };
    await this.keys.insert(transaction, key);
    // Before the commit: a public key without its private half would stop the clinic from publishing.
    await this.privateKeys.write(transaction, privateKey, at);
    return key;
  }

  /**
   * The private key that signs for a clinic now; made where there is none yet. The clinic must be locked.
   * @throws Problem 409 where its private half can't be used.
   */
  async current(transaction: ClinicTransaction, at: Date): Promise<KeyObject> {
    const found = await this.keys.findCurrentLocked(transaction);
    const { kid } = found ?? (await this.make(transaction, at));
    return this.privateKeys.read(transaction, kid, at);
  }

  /** Makes a new key and retires the one before, whose public half stays published. The clinic must be locked. */
  async rotate(transaction: ClinicTransaction, at: Date): Promise<{ key: SigningKey; retired: SigningKey | null }> {
    const retired = await this.keys.findCurrentLocked(transaction);
    if (retired) {
      await this.keys.retire(transaction, retired.kid, at);
      await this.privateKeys.delete(transaction, retired.kid);
    }
    return { key: await this.make(transaction, at), retired };
  }

  /**
   * Makes a key prove nothing by itself, as somebody else may have it; one that still signs is retired. The clinic must
   * be locked.
   * @returns The key that signs now; null where the clinic has no key of this name.
   */
  async revoke(transaction: ClinicTransaction, kid: string, at: Date): Promise<SigningKey | null> {
    const revoked = await this.keys.find(transaction, kid);
    if (!revoked) return null;
    if (revoked.retiredAt === null) await this.rotate(transaction, at);
    if (revoked.revokedAt === null) await this.keys.revoke(transaction, kid, at);
    return (await this.keys.findCurrentLocked(transaction)) ?? this.make(transaction, at);
  }

  /** A key of the clinic, whether it still signs or not. */
  async find(transaction: ClinicTransaction, kid: string): Promise<SigningKey | null> {
    return this.keys.find(transaction, kid);
  }

  async retired(transaction: ClinicTransaction): Promise<SigningKey[]> {
    return this.keys.listRetired(transaction);
  }

  /** Deletes the files of keys that sign no more, once their retirement is committed. */
  async deleteRetired(keys: readonly SigningKey[]): Promise<void> {
    await this.privateKeys.deleteFiles(keys.map(({ kid }) => kid));
  }
}
