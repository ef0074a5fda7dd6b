import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { Environment } from '../environment.js';
import { Problem } from '../http/problem.js';
import { readKeyFile, type KeyFile } from './key-file.js';
import { PrivateKeyFileService } from './private-key-file.service.js';
import { publicKeyOf, thumbprintOf } from './public-key.js';
import { SigningSecretRepository } from './signing-secret.repository.js';

/**
 * The private keys: files in a folder, or, where there is a key file, rows encrypted under it that every process on this
 * database can use. A key that is still in the folder comes into the database when it signs.
 */
@Injectable()
export class PrivateKeyService {
  private readonly keyFile: KeyFile | null;

  /** @throws SettingsError where there is a key file that can't be used, which ends the start. */
  constructor(
    private readonly files: PrivateKeyFileService,
    private readonly secrets: SigningSecretRepository,
    { signingKeyFile }: Environment,
  ) {
    this.keyFile = signingKeyFile === null ? null : readKeyFile(signingKeyFile);
  }

  /** Keeps a key. @throws Problem 409 where the folder can't be written. */
  async write(transaction: ClinicTransaction, key: KeyObject, createdAt: Date): Promise<void> {
    if (this.keyFile === null) return this.files.write(key);
    const { clinicId } = transaction;
    const kid = thumbprintOf(publicKeyOf(key));
    const sealed = this.keyFile.seal(key.export({ type: 'pkcs8', format: 'der' }), placeOf(clinicId, kid));
    await this.secrets.insert(transaction, { clinicId, kid, sealed, keyFile: this.keyFile.name, createdAt });
  }

  /** @throws Problem 409 where the key is not there, can't be read, or is not the one of that name. */
  async read(transaction: ClinicTransaction, kid: string, at: Date): Promise<KeyObject> {
    const secret = await this.secrets.find(transaction, kid);
    if (this.keyFile === null) {
      if (secret) throw elsewhere('this process has no SIGNING_KEY_FILE');
      return this.files.read(kid);
    }
    if (secret === null) {
      const key = await this.files.read(kid);
      await this.write(transaction, key, at);
      return key;
    }
    const opened = this.keyFile.unseal(secret.sealed, placeOf(secret.clinicId, kid));
    if (opened === null) {
      const otherFile = secret.keyFile !== this.keyFile.name;
      throw elsewhere(otherFile ? 'this process has another one' : 'what is stored was changed');
    }
    return createPrivateKey({ key: opened, type: 'pkcs8', format: 'der' });
  }

  /** Deletes rows at once. */
  async delete(transaction: ClinicTransaction, kid: string): Promise<void> {
    await this.secrets.delete(transaction, kid);
  }

  /** Deletes files, once what made them useless is committed. */
  async deleteFiles(kids: readonly string[]): Promise<void> {
    for (const kid of kids) await this.files.delete(kid);
  }
}

function placeOf(clinicId: string, kid: string): string {
  return `${clinicId} ${kid}`;
}

function elsewhere(why: string): Problem {
  return new Problem(
    'cannot-sign',
    `The private key of this clinic is in the database, encrypted with a SIGNING_KEY_FILE, and ${why}. Nothing was saved. ` +
      'Ask who runs the server to give all processes the same file, or to make a new key with "cudos keys rotate".',
  );
}
