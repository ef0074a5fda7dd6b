import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

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

/** Puts an upload on disk. */
export async function spool(source: Readable): Promise<SpooledFile> {
  const handle = await openNamelessFile();
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of source) {
      const chunk = Buffer.isBuffer(part) ? part : Buffer.from(part as string);
      hash.update(chunk);
      bytes += (await handle.write(chunk, 0, chunk.length, bytes)).bytesWritten;
    }
    return { handle, bytes, sha256: hash.digest() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
