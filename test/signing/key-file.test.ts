import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { configureApp } from '../../src/configure-app.js';
import { Environment, SettingsError } from '../../src/environment.js';
import { readKeyFile } from '../../src/signing/key-file.js';
import { checkSeal } from '../../src/signing/seal-check.js';
import { approve, detailOf, draftBy } from '../publications/drafts.js';
import { closedYear } from '../publications/series.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { scratchFolder } from '../support/process.js';
import { testApp, type TestApp } from '../support/test-app.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  folder = await scratchFolder();
});
afterAll(() => folder.remove());

async function keyFile(name: string, text: string, mode = 0o600): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
}
const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');

describe('what a key file sealed', () => {
  const secret = Buffer.from('a private key');

  test('opens for what it was sealed for, and for nothing else', async () => {
    const file = readKeyFile(await keyFile('one', keyOf(1)));
    const sealed = file.seal(secret, 'clinic 1');
    expect(file.unseal(sealed, 'clinic 1')).toEqual(secret);
    expect(file.unseal(sealed, 'clinic 2')).toBeNull();
    expect(file.seal(secret, 'clinic 1')).not.toEqual(sealed);
  });

  test('opens neither with another file nor changed nor cut off', async () => {
    const file = readKeyFile(await keyFile('one', keyOf(1)));
    const other = readKeyFile(await keyFile('two', `${keyOf(2)}\n`));
    const sealed = file.seal(secret, 'clinic 1');
    expect(other.name).not.toBe(file.name);
    expect(other.unseal(sealed, 'clinic 1')).toBeNull();
    for (const at of [0, 12, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(file.unseal(changed, 'clinic 1')).toBeNull();
    }
    expect(file.unseal(sealed.subarray(0, 20), 'clinic 1')).toBeNull();
  });
});

test.each([
  ['is not there', () => Promise.resolve(join(folder.path, 'none')), /can't be read \(ENOENT\)/],
  ['is a folder', () => Promise.resolve(folder.path), /must be a file/],
  ['is too short', () => keyFile('short', 'AAAA'), /must hold 32 random bytes in base64/],
  ['is no base64', () => keyFile('text', 'x'.repeat(43) + '!'), /must hold 32 random bytes in base64/],
  ['can be read by anybody', () => keyFile('open', keyOf(1), 0o644), /chmod o=/],
])('a key file that %s is said', async (_what, made, says) => {
  const path = await made();
  expect(() => readKeyFile(path)).toThrow(SettingsError);
  expect(() => readKeyFile(path)).toThrow(says);
});

describe('with a key file', () => {
  let app: TestApp;
  let clinic: TestClinic;
  let draft: string;
  beforeAll(async () => {
    app = await testApp({ SIGNING_KEY_FILE: await keyFile('service', keyOf(7)) });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    clinic = await testClinic(app);
    await closedYear(app, clinic);
    draft = await draftBy(clinic.marketing);
  });

  /** Another process on the same database, with settings of its own, in place of the one before. */
  async function restartWith(settings: object): Promise<void> {
    await app.stop();
    Object.assign(app.environment, settings);
    await app.startAgain();
  }
  const secretsOf = () =>
    app.database.owner.query<{ kid: string }[]>('SELECT kid FROM signing_secret WHERE clinic_id = $1', [clinic.id]);

  test('a process that shares no folder signs with the same key', async () => {
    expect(await secretsOf()).toHaveLength(1);
    await restartWith({ signingKeysDir: join(folder.path, 'elsewhere') });
    expect((await approve(clinic.director, draft)).status).toBe(200);
    const { document } = await detailOf(clinic.director, draft);
    const sealed = checkSeal(Buffer.from(JSON.stringify(document))).document;
    expect(sealed?.signature.kid).toBe((await secretsOf())[0]?.kid);
  });

  test('a key that is still a file comes into the database when it signs', async () => {
    const { signingKeyFile } = app.environment;
    await restartWith({ signingKeyFile: null });
    clinic = await testClinic(app);
    await closedYear(app, clinic);
    draft = await draftBy(clinic.marketing);
    expect(await secretsOf()).toEqual([]);
    await restartWith({ signingKeyFile });
    expect((await approve(clinic.director, draft)).status).toBe(200);
    expect(await secretsOf()).toHaveLength(1);
  });

  test.each([
    ['without the file', () => Promise.resolve(null), /this process has no SIGNING_KEY_FILE/],
    ['with another file', () => keyFile('other', keyOf(8)), /this process has another one/],
  ])('a process %s publishes nothing and says what is wrong', async (_what, made, says) => {
    const { signingKeyFile } = app.environment;
    await restartWith({ signingKeyFile: await made() });
    const { status, body } = await approve(clinic.director, draft);
    expect([status, body]).toMatchObject([409, { type: '/problems/cannot-sign' }]);
    expect((body as { detail: string }).detail).toMatch(says);
    await restartWith({ signingKeyFile });
    expect((await approve(clinic.director, draft)).status).toBe(200);
  });

  test('a process whose file is gone does not start', async () => {
    const path = await keyFile('gone', keyOf(9));
    await rm(path);
    const environment = new Environment({ SIGNING_KEY_FILE: path, LOG_LEVEL: 'silent' });
    await expect(configureApp(environment, app.database.connection)).rejects.toBeInstanceOf(SettingsError);
  });
});
