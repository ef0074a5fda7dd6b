import { chmod, chown, stat } from 'node:fs/promises';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Environment } from '../../src/environment.js';
import { PrivateKeyFileService } from '../../src/signing/private-key-file.service.js';
import { publicKeyOf, thumbprintOf } from '../../src/signing/public-key.js';

/** Of the account that a folder is given to: nobody's, on every Linux. */
const SOMEBODY = 65_534;
const { privateKey } = generateKeyPairSync('ed25519');
const kid = thumbprintOf(publicKeyOf(privateKey));
let folder: string;
let files: PrivateKeyFileService;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  files = new PrivateKeyFileService(new Environment({ DATA_DIR: folder, SIGNING_KEYS_DIR: folder }));
  await files.write(privateKey);
});
afterEach(() => rm(folder, { recursive: true }));

test.each([0o777, 0o1777, 0o770, 0o722])('a folder of mode %o is refused, and what to do is said', async (mode) => {
  await chmod(folder, mode);
  for (const work of [() => files.read(kid), () => files.write(privateKey)]) {
    await expect(work()).rejects.toThrow(
      /may write to the folder of SIGNING_KEYS_DIR\. Nothing was saved\. .*chmod 700/,
    );
  }
});

test.each([0o700, 0o755])('a folder of mode %o is taken', async (mode) => {
  await chmod(folder, mode);
  expect((await files.read(kid)).equals(privateKey)).toBe(true);
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;
asRoot('a folder or a key of another account is refused, and what to do is said', async () => {
  const { uid, gid } = await stat(folder);
  await chown(folder, SOMEBODY, gid);
  await expect(files.read(kid)).rejects.toThrow(/folder of SIGNING_KEYS_DIR belongs to another account\. .*chown/);
  await chown(folder, uid, gid);
  await chown(join(folder, `${kid}.pem`), SOMEBODY, gid);
  await expect(files.read(kid)).rejects.toThrow(/\.pem .*belongs to another account\. .*chown/);
});
