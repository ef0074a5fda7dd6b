import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it, where they are missing. The `recursive` of Node tries without end where a file system says that
 * something is missing though all is there, as /proc does, and automounts.
 */
export async function makeFolder(path: string, mode: number): Promise<void> {
  const place = resolve(path);
  if (await isFolder(place)) return;
  const above = dirname(place);
  if (above !== place) await makeFolder(above, mode);
  await mkdir(place, { mode }).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (await isFolder(place)) return;
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw isThere ? Object.assign(new Error(`${place} is no folder.`), { code: 'ENOTDIR', path: place }) : error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
