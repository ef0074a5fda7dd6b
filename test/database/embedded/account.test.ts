import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, chooseAccount } from '../../../src/database/embedded/account.js';

const root = process.getuid?.() === 0;
const stranger = { name: 'stranger', uid: 54321, gid: 54321 };
let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'cudos-account-'));
  await mkdir(join(place, 'inner'), { mode: 0o755 });
  await writeFile(join(place, 'inner', 'program'), '', { mode: 0o755 });
});
afterEach(() => rm(place, { recursive: true, force: true }));

test('an account is shut out by any closed folder above a program', async () => {
  await chmod(place, 0o700);
  expect(await canEnter(join(place, 'inner', 'program'), stranger)).toBe(false);
  await chmod(place, 0o711);
  expect(await canEnter(join(place, 'inner', 'program'), stranger)).toBe(true);
});

test('an account is shut out by a program that is not for everybody', async () => {
  await chmod(place, 0o711);
  await chmod(join(place, 'inner', 'program'), 0o750);
  expect(await canEnter(join(place, 'inner', 'program'), stranger)).toBe(false);
});

test('PostgreSQL never runs as root', async () => {
  const account = await chooseAccount(undefined);
  if (root) expect(['postgres', 'node', 'nobody']).toContain(account?.name);
  else expect(account).toBeNull();
});

test.each(['no-such-account', '', '-u', 'a b', '../etc'])('"%s" is no account', async (name) => {
  await expect(chooseAccount(name)).rejects.toThrow('does not exist');
});

(root ? test : test.skip)('root can’t be chosen to run PostgreSQL', async () => {
  await expect(chooseAccount('root')).rejects.toThrow('PostgreSQL does not run as root.');
});
