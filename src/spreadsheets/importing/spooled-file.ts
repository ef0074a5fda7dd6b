import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '../../http/problem.js';

/** An upload on disk, to be read more than once. */
export interface SpooledFile {
  handle: FileHandle;
  bytes: number;
  sha256: Buffer;
}

/**
 * A file without a name: only this process can read it, and it is gone when the process ends in whatever way.
 */
export async function openNamelessFile(): Promise<FileHandle> {
  const directory = await mkdtemp(join(tmpdir(), 'cudos-spreadsheet-'));
  try {
    return await open(join(directory, 'file'), 'wx+', 0o600);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Puts an upload on disk, and checks on the way that it is text.
 * @throws Problem 400 in words on how to save the file, where it is not UTF-8.
 */
export async function spool(source: Readable): Promise<SpooledFile> {
  const handle = await openNamelessFile();
  try {
    return { handle, ...(await fill(handle, source)) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function fill(handle: FileHandle, source: Readable) {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const part of source) {
    const chunk = Buffer.isBuffer(part) ? part : Buffer.from(part as string);
    if (chunk.includes(0)) throw notText();
    decode(() => decoder.decode(chunk, { stream: true }));
    hash.update(chunk);
    bytes += (await handle.write(chunk, 0, chunk.length, bytes)).bytesWritten;
  }
  decode(() => decoder.decode());
  return { bytes, sha256: hash.digest() };
}

function decode(step: () => string): void {
  try {
    step();
  } catch {
    throw notText();
  }
}

function notText(): Problem {
  return new Problem(
    'malformed',
    'The file is not UTF-8 text. In Excel save it as "CSV UTF-8 (comma delimited)", in LibreOffice as "Text CSV" ' +
      'with the character set UTF-8, and send it again.',
  );
}
