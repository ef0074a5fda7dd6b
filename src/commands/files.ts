import { createWriteStream, type ReadStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { open, stat } from 'node:fs/promises';
import { UsageError } from './usage-error.js';

/** A file to read, or what the shell pipes in. @throws UsageError where it can't be read, or might never end. */
export async function openedFile(path: string): Promise<ReadStream> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UsageError(`${path} is a folder, not a file.`);
    // Opening a pipe that nobody writes to waits for ever; the shell's own have a writer.
    const isPiped = found.isFIFO() && /^\/(dev\/(fd\/|stdin$)|proc\/)/.test(path);
    if (!found.isFile() && !isPiped) throw new UsageError(`${path} is a device or a pipe, not a file.`);
    return (await open(path)).createReadStream();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw notReadable(path, error);
  }
}

/** The bytes of a file. @throws UsageError where it can't be read or is too large. */
export async function wholeFile(path: string, mostBytes: number): Promise<Uint8Array> {
  const file = await openedFile(path);
  const chunks: Buffer[] = [];
  let left = mostBytes;
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      left -= chunk.length;
      if (left < 0) break;
    }
  } catch (error) {
    throw notReadable(path, error);
  }
  if (left >= 0) return Buffer.concat(chunks);
  throw new UsageError(`The file ${path} is too large: it has more than ${mostBytes / 1024 / 1024} MB.`);
}

function notReadable(path: string, error: unknown): UsageError {
  const { code } = error as { code?: string };
  if (code === 'ENOENT') return new UsageError(`There is no file ${path}.`);
  return new UsageError(`The file ${path} can't be read (${code}).`);
}

/** A new file, for the eyes of this account only. @throws UsageError where it is there already or can't be made. */
export async function newFile(path: string): Promise<WriteStream> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await once(file, 'open');
    return file;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EEXIST') throw new UsageError(`There is a file ${path} already; name a new one.`);
    throw new UsageError(`The file ${path} can't be made (${code}).`);
  }
}
