import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupFault } from './backup-fault.js';

/** A file of a backup as it was written: compressed, then encrypted where there are recipients. */
export interface BackupFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** For nobody but the account that made the backup. */
const OWN_FILE = 0o600;

/**
 * Writes a file of a backup. It has its name only once all of it is on the disk.
 * @param recipients Public keys of age, `age1...`; none leaves the file readable.
 */
export async function writeBackupFile(
  folder: string,
  name: string,
  source: Readable,
  recipients: readonly string[],
): Promise<BackupFile> {
  const full = `${name}.gz${recipients.length > 0 ? '.age' : ''}`;
  const part = join(folder, `${full}.part`);
  const measure = new Measure();
  try {
    const target = createWriteStream(part, { flags: 'wx', mode: OWN_FILE, flush: true });
    const packed = source.pipe(createGzip());
    source.once('error', (error) => packed.destroy(error));
    const sealed = recipients.length === 0 ? packed : await encrypted(packed, recipients);
    await pipeline(sealed, measure, target);
  } catch (error) {
    source.destroy();
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
  await rename(part, join(folder, full));
  return { name: full, ...measure.result() };
}

/** What a file of a backup holds, decrypted and unpacked. @param identities Private keys of age, `AGE-SECRET-KEY-1...`. */
export async function readBackupFile(path: string, identities: readonly string[]): Promise<Readable> {
  const file = createReadStream(path);
  if (!path.endsWith('.age')) return unpacked(file);
  return unpacked(await decrypted(file, identities));
}

/** Length and hash of a file. */
export async function measureFile(path: string): Promise<Omit<BackupFile, 'name'>> {
  const measure = new Measure();
  await pipeline(createReadStream(path), measure.resume());
  return measure.result();
}

/** @throws BackupFault for what is no recipient. */
export function checkRecipients(recipients: readonly string[]): void {
  for (const recipient of recipients) {
    try {
      new Encrypter().addRecipient(recipient);
    } catch {
      throw new BackupFault(
        `"${recipient}" is no recipient of age; one looks like age1... and is printed by age-keygen.`,
      );
    }
  }
}

async function encrypted(source: Readable, recipients: readonly string[]): Promise<Readable> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return fromWeb(await encrypter.encrypt(toWeb(source)));
}

async function decrypted(source: Readable, identities: readonly string[]): Promise<Readable> {
  if (identities.length === 0) {
    throw new BackupFault(
      'The backup is encrypted; give the file with the private key of its recipient with --identity.',
    );
  }
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return fromWeb(await decrypter.decrypt(toWeb(source)));
  } catch {
    source.destroy();
    throw new BackupFault('The backup was not encrypted to this identity, or its first bytes are damaged.');
  }
}

function unpacked(source: Readable): Readable {
  const gunzip = createGunzip();
  source.once('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

const toWeb = (stream: Readable) => Readable.toWeb(stream) as globalThis.ReadableStream<Uint8Array>;
const fromWeb = (stream: globalThis.ReadableStream<Uint8Array>) => Readable.fromWeb(stream as ReadableStream);

/** Lets bytes through, and knows afterwards how many they were and their hash. */
class Measure extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  result(): Omit<BackupFile, 'name'> {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
