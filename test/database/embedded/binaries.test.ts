import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readFile, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkLibraries, prepareBinaries } from '../../../src/database/embedded/binaries.js';
import { findPackage } from '../../../src/database/embedded/platform-package.js';

let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'cudos-binaries-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

test('library links that no install script made are made from the package’s own list', async () => {
  const native = join(place, 'native');
  await mkdir(join(native, 'lib'), { recursive: true });
  await writeFile(join(native, 'lib', 'libicuuc.so.60.2'), 'library');
  const list = [
    { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so' },
    { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' },
  ];
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(list));
  await linkLibraries(native);
  await linkLibraries(native);
  expect(await readlink(join(native, 'lib', 'libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  expect(await readFile(join(native, 'lib', 'libicuuc.so'), 'utf8')).toBe('library');
});

test('where the account can’t enter, it runs a complete copy in a system folder', async () => {
  // The temporary place is closed to other accounts, and its package came without an install script.
  const stranger = { name: 'stranger', uid: 54321, gid: 54321 };
  const { native, version } = await findPackage();
  const found = { native: join(place, 'package', 'native'), version };
  await cp(native, found.native, {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  const systemFolder = join(place, 'system');
  for (let start = 1; start <= 2; start += 1) {
    const made = await prepareBinaries(stranger, place, { systemFolder, found });
    expect(made.postgres.startsWith(systemFolder)).toBe(true);
    expect((await stat(made.postgres)).mode & 0o005).toBe(0o005);
    expect(execFileSync(made.initdb, ['--version']).toString()).toContain(made.version);
  }
  expect(await readdir(systemFolder)).toEqual([`postgresql-${version}`]);
});
