import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, pack } from 'tar-stream';
import { BackupFault } from './backup-fault.js';

/** Something to put into an archive: bytes, or a file of the disk. */
export interface ArchiveEntry {
  name: string;
  from: Buffer | string;
}

/** An archive of entries, one after the other. */
export function packed(entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>): Readable {
  const archive = pack();
  void (async () => {
    for await (const { name, from } of entries) {
      if (typeof from !== 'string') {
        archive.entry({ name, mode: 0o600 }, from);
        continue;
      }
      const { size } = await stat(from);
      await pipeline(createReadStream(from), archive.entry({ name, mode: 0o600, size }));
    }
    archive.finalize();
  })().catch((error: unknown) => archive.destroy(error as Error));
  return archive as unknown as Readable;
}

/** Writes what an archive holds into a folder, for this account only. @throws BackupFault for what would lie outside. */
export async function unpackTo(folder: string, archive: Readable): Promise<void> {
  const entries = extract();
  const written = (async () => {
    for await (const entry of entries) {
      const { name, type } = entry.header;
      const path = join(folder, normalize(name));
      if (!path.startsWith(folder + sep) && path !== folder)
        throw new BackupFault(`The archive holds ${name}, which leads out of it.`);
      if (type === 'directory') {
        await mkdir(path, { recursive: true, mode: 0o700 });
        entry.resume();
      } else if (type === 'file') {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await pipeline(entry, createWriteStream(path, { mode: 0o600 }));
      } else {
        throw new BackupFault(`The archive holds ${name}, which is neither a file nor a folder.`);
      }
    }
    await chmod(folder, 0o700);
  })();
  written.catch((error: unknown) => entries.destroy(error as Error));
  await Promise.all([pipeline(archive, entries as unknown as NodeJS.WritableStream), written]);
}
