import { open } from 'node:fs/promises';

/** Has the names in a directory on the disk: a file that was renamed into it is there after a power cut too. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
