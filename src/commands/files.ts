import { createWriteStream, type ReadStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { UsageError } from './service-context.js';

/** A file to read. @throws UsageError where it can't be read. */
export async function openedFile(path: string): Promise<ReadStream> {
  try {
    const handle = await open(path);
    if (!(await handle.stat()).isDirectory()) return handle.createReadStream();
    await handle.close();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') throw new UsageError(`There is no file ${path}.`);
    throw new UsageError(`The file ${path} can't be read (${code}).`);
  }
  throw new UsageError(`${path} is a folder, not a file.`);
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
