import { createPrivateKey, type KeyObject } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../database/embedded/make-folder.js';
import { Injectable } from '@nestjs/common';
import { Environment } from '../environment.js';
import { newId } from '../http/ids.js';
import { Problem } from '../http/problem.js';
import { publicKeyOf, thumbprintOf } from './public-key.js';

/** For nobody but the account that runs the service. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;
const OTHERS = 0o077;
const WRITABLE_BY_OTHERS = 0o022;

/** The private keys: a file each, which only the account of the service may read. */
@Injectable()
export class PrivateKeyFileService {
  constructor(private readonly environment: Environment) {}

  /** Writes a key all at once. @throws Problem 409 where the folder can't be written, or others may write there. */
  async write(key: KeyObject): Promise<void> {
    await this.checkFolder();
    const kid = thumbprintOf(publicKeyOf(key));
    const part = join(this.environment.signingKeysDir, `${newId()}.part`);
    try {
      await makeFolder(this.environment.signingKeysDir, OWN_FOLDER);
      await writeWhole(part, key.export({ type: 'pkcs8', format: 'pem' }).toString());
      await rename(part, this.pathOf(kid));
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw cannotSign(
        `The private key of this clinic can't be written to the folder of SIGNING_KEYS_DIR (${codeOf(error)}).`,
        'Ask who runs the server to let the service write there.',
      );
    }
  }

  /** @throws Problem 409 where the file is missing, others may read it, or it is not this key. */
  async read(kid: string): Promise<KeyObject> {
    const text = await this.textOf(kid);
    const key = keyIn(text);
    if (key && thumbprintOf(publicKeyOf(key)) === kid) return key;
    throw cannotSign(
      `The file ${kid}.pem in the folder of SIGNING_KEYS_DIR is not the private key of that name.`,
      RESTORE,
    );
  }

  async delete(kid: string): Promise<void> {
    await rm(this.pathOf(kid), { force: true });
  }

  /** Who may write to the folder can put a key of their own in the place of another. */
  private async checkFolder(): Promise<void> {
    const folder = this.environment.signingKeysDir;
    const found = await stat(folder).catch(() => null);
    if (found === null) return;
    if ((found.mode & WRITABLE_BY_OTHERS) !== 0) {
      throw cannotSign(
        'Other accounts of the server may write to the folder of SIGNING_KEYS_DIR.',
        'Ask who runs the server to look whether its files are the right ones, then to run "chmod 700" on the folder.',
      );
    }
    if (isForeign(found.uid)) throw cannotSign('The folder of SIGNING_KEYS_DIR belongs to another account.', CHOWN);
  }

  private async textOf(kid: string): Promise<string> {
    await this.checkFolder();
    const file = await open(this.pathOf(kid)).catch((error: unknown) => {
      const missing = codeOf(error) === 'ENOENT';
      throw cannotSign(
        missing
          ? `The private key of this clinic is not on the server: there is no file ${kid}.pem in the folder of SIGNING_KEYS_DIR.` +
              ' Several processes need the same folder, or a SIGNING_KEY_FILE.'
          : `The private key of this clinic, ${kid}.pem in the folder of SIGNING_KEYS_DIR, can't be read (${codeOf(error)}).`,
        RESTORE,
      );
    });
    try {
      const { mode, uid } = await file.stat();
      if (isForeign(uid)) {
        throw cannotSign(
          `The private key of this clinic, ${kid}.pem in the folder of SIGNING_KEYS_DIR, belongs to another account.`,
          CHOWN,
        );
      }
      if ((mode & OTHERS) === 0) return await file.readFile('utf8');
      throw cannotSign(
        `Other accounts of the server may read the private key of this clinic, ${kid}.pem in the folder of SIGNING_KEYS_DIR.`,
        'If nobody can have read it, "chmod 600" on it is enough; else make a new one with "cudos keys rotate".',
      );
    } finally {
      await file.close();
    }
  }

  private pathOf(kid: string): string {
    return join(this.environment.signingKeysDir, `${kid}.pem`);
  }
}

const RESTORE =
  'Ask who runs the server to bring it back from a backup, or to make a new one with "cudos keys rotate".';

const CHOWN =
  'Ask who runs the server to "chown" it to the account of the service, or, if others may have read the key, to make a new ' +
  'one with "cudos keys rotate".';

/** Neither this account's nor root's, who may do anything anyway. */
function isForeign(uid: number): boolean {
  return process.getuid !== undefined && uid !== process.getuid() && uid !== 0;
}

function cannotSign(what: string, remedy: string): Problem {
  return new Problem('cannot-sign', `${what} Nothing was saved. ${remedy}`);
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', OWN_FILE);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function keyIn(text: string): KeyObject | null {
  try {
    const key = createPrivateKey(text);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'unknown';
}
