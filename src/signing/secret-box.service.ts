import { existsSync } from 'node:fs';
import { link, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../database/embedded/make-folder.js';
import { Injectable } from '@nestjs/common';
import { Environment, SettingsError } from '../environment.js';
import { newId } from '../http/ids.js';
import { Problem } from '../http/problem.js';
import { newKeyText, readKeyFile, type KeyFile } from './key-file.js';

export const SECRETS_FILE = 'secrets.key';
const WHAT = `the file ${SECRETS_FILE} in the folder of SIGNING_KEYS_DIR`;

/** A secret as it is stored. */
export interface SealedSecret {
  sealed: Buffer;
  /** Which key file opens it. */
  keyFile: string;
}

/**
 * Encrypts secrets of people under a file outside of the database: that of SIGNING_KEY_FILE, or one beside the signing keys, which is
 * made when it is first needed.
 */
@Injectable()
export class SecretBoxService {
  private readonly shared: KeyFile | null;
  private own: KeyFile | null = null;

  /** @throws SettingsError where there is a SIGNING_KEY_FILE that can't be used, which ends the start. */
  constructor(private readonly environment: Environment) {
    const { signingKeyFile } = environment;
    this.shared = signingKeyFile === null ? null : readKeyFile(signingKeyFile);
  }

  /** @param belongsTo What it is kept for; it opens for nothing else. @throws Problem 409 where the file can't be used. */
  async seal(secret: string, belongsTo: string): Promise<SealedSecret> {
    const file = this.shared ?? this.ownFile() ?? (await this.makeOwnFile());
    return { sealed: file.seal(Buffer.from(secret), belongsTo), keyFile: file.name };
  }

  /** @throws Problem 409 where the file that sealed it is not here, or what is stored was changed. */
  open({ sealed, keyFile }: SealedSecret, belongsTo: string): string {
    const file = this.shared?.name === keyFile ? this.shared : this.ownFile();
    const secret = file?.name === keyFile ? file.unseal(sealed, belongsTo) : null;
    if (secret === null) throw unusable('This server does not have the key file that the secret was encrypted with.');
    return secret.toString();
  }

  private ownFile(): KeyFile | null {
    if (this.own === null && !existsSync(this.pathOfOwn())) return null;
    try {
      this.own ??= readKeyFile(this.pathOfOwn(), WHAT);
      return this.own;
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      throw unusable(error.message);
    }
  }

  /** Another process may make it at the same time: the first one counts. */
  private async makeOwnFile(): Promise<KeyFile> {
    const folder = this.environment.signingKeysDir;
    const part = join(folder, `${newId()}.part`);
    try {
      await makeFolder(folder, 0o700);
      await writeFile(part, newKeyText(), { flag: 'wx', mode: 0o600, flush: true });
      await link(part, this.pathOfOwn());
    } catch (error) {
      const { code = 'unknown' } = error as { code?: string };
      if (code !== 'EEXIST') throw unusable(`The folder of SIGNING_KEYS_DIR can't be written (${code}).`);
    } finally {
      await rm(part, { force: true }).catch(() => undefined);
    }
    const made = this.ownFile();
    if (made === null) throw unusable(`There is no file ${SECRETS_FILE} in the folder of SIGNING_KEYS_DIR.`);
    return made;
  }

  private pathOfOwn(): string {
    return join(this.environment.signingKeysDir, SECRETS_FILE);
  }
}

function unusable(why: string): Problem {
  return new Problem(
    'conflict',
    `Codes of authenticator apps can't be used at the moment. ${why} A recovery code is taken all the same; tell the ` +
      'person who runs this service.',
  );
}
