import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../../src/database/embedded/make-folder.js';
import { scratchFolder } from '../../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
beforeEach(async () => {
  folder = await scratchFolder();
});
afterEach(() => folder.remove());
const at = (...names: string[]) => join(folder.path, ...names);

test('a folder is made with those above it, and one that is there is left as it is', async () => {
  await makeFolder(at('a', 'b', 'c'), 0o700);
  await writeFile(at('a', 'b', 'c', 'kept'), '');
  await makeFolder(at('a', 'b', 'c'), 0o755);
  expect((await stat(at('a', 'b'))).mode & 0o777).toBe(0o700);
  expect((await stat(at('a', 'b', 'c'))).mode & 0o777).toBe(0o700);
  expect((await stat(at('a', 'b', 'c', 'kept'))).isFile()).toBe(true);
});

test('two at once make one', async () => {
  await Promise.all(Array.from({ length: 5 }, () => makeFolder(at('x', 'y', 'z'), 0o700)));
  expect((await stat(at('x', 'y', 'z'))).isDirectory()).toBe(true);
});

test('what can be no folder is refused at once', async () => {
  await writeFile(at('file'), '');
  await symlink(at('nowhere', 'at all'), at('dangling'));
  await expect(makeFolder(at('file', 'below'), 0o700)).rejects.toMatchObject({ code: 'ENOTDIR' });
  await expect(makeFolder(at('file'), 0o700)).rejects.toMatchObject({ code: 'ENOTDIR' });
  await expect(makeFolder(at('dangling'), 0o700)).rejects.toMatchObject({ code: 'ENOTDIR' });
});

// Node's own recursive mkdir never comes back from there.
(process.platform === 'linux' ? test : test.skip)(
  'a file system that makes no folders is refused at once',
  async () => {
    await expect(makeFolder('/proc/none/below', 0o700)).rejects.toMatchObject({ code: 'ENOENT' });
  },
);
