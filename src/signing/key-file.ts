import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { capital } from '../domain/numbers/words.js';
import { SettingsError } from '../environment.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ANYBODY = 0o007;
const FORM = '32 random bytes in base64, as "head -c 32 /dev/urandom | base64" writes them';

/** A file outside of the database that encrypts what is kept in it. */
export interface KeyFile {
  /** Says which file it is, and nothing of what is in it. */
  name: string;
  /** @param belongsTo What it is kept for; it opens for nothing else. */
  seal(secret: Buffer, belongsTo: string): Buffer;
  /** Null where it was sealed with another file or for something else, or was changed. */
  unseal(sealed: Buffer, belongsTo: string): Buffer | null;
}

/** Reads a key file. @param what How people know it. @throws SettingsError saying what is wrong with it. */
export function readKeyFile(path: string, what = 'the file of SIGNING_KEY_FILE'): KeyFile {
  const key = keyIn(textOf(path, what), what);
  const name = createHash('sha256').update('cudos key file').update(key).digest('hex').slice(0, 16);
  return {
    name,
    seal: (secret, belongsTo) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(belongsTo));
      const encrypted = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
    },
    unseal: (sealed, belongsTo) => {
      const [nonce, rest] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES)];
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(
        Buffer.from(belongsTo),
      );
      try {
        decipher.setAuthTag(rest.subarray(0, TAG_BYTES));
        return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

function textOf(path: string, what: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      if (!fstatSync(file).isFile()) throw new SettingsError(`${capital(what)} must be a file.`);
      if ((fstatSync(file).mode & ANYBODY) === 0) return readFileSync(file, 'utf8');
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    const { code = 'unknown' } = error as { code?: string };
    throw new SettingsError(`${capital(what)} can't be read (${code}). It holds ${FORM}.`);
  }
  throw new SettingsError(`Any account of this machine may read ${what}: run "chmod o= FILE".`);
}

function keyIn(text: string, what: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES && key.toString('base64') === text.trim()) return key;
  throw new SettingsError(`${capital(what)} must hold ${FORM}.`);
}

/** What a new key file holds. */
export function newKeyText(): string {
  return `${randomBytes(KEY_BYTES).toString('base64')}\n`;
}
