import { chmod, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { TransactionService } from '../../src/database/transaction.service.js';
import { checkSeal } from '../../src/signing/seal-check.js';
import { SigningKeyService } from '../../src/signing/signing-key.service.js';
import { approve, detailOf, draftBy } from '../publications/drafts.js';
import { closedYear } from '../publications/series.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let draft: string;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
  await closedYear(app, clinic);
  draft = await draftBy(clinic.marketing);
});

async function keysOf(): Promise<{ kid: string; publicKey: string; retired: boolean }[]> {
  return app.database.owner.query(
    `SELECT kid, public_key AS "publicKey", retired_at IS NOT NULL AS retired FROM signing_key
     WHERE clinic_id = $1 ORDER BY created_at, retired DESC`,
    [clinic.id],
  );
}
async function keyFile(): Promise<string> {
  const current = (await keysOf()).find(({ retired }) => !retired);
  return join(app.environment.signingKeysDir, `${current?.kid}.pem`);
}
const rotate = () =>
  app.app
    .get(TransactionService)
    .run(clinic.id, (transaction) =>
      app.app.get(SigningKeyService, { strict: false }).rotate(transaction, app.clock.now()),
    );
async function kidOf(id: string): Promise<string | undefined> {
  const { document } = await detailOf(clinic.director, id);
  return checkSeal(Buffer.from(JSON.stringify(document))).document?.signature.kid;
}

test('a clinic has its key from its set-up on, in a file for the service alone', async () => {
  expect(await keysOf()).toHaveLength(1);
  const { mode } = await stat(await keyFile());
  expect(mode & 0o777).toBe(0o600);
  expect((await stat(app.environment.signingKeysDir)).mode & 0o777).toBe(0o700);
  const files = await readdir(app.environment.signingKeysDir);
  expect(files.filter((name) => !name.endsWith('.pem'))).toEqual([]);
});

test.each([
  ['is missing', (path: string) => rename(path, `${path}.away`), /no file .*SIGNING_KEYS_DIR/],
  ['can be read by others', (path: string) => chmod(path, 0o640), /Other accounts/],
  [
    'is another key',
    (path: string) => {
      const { privateKey } = generateKeyPairSync('ed25519');
      return writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    },
    /not the private key of that name/,
  ],
  ['is no key', (path: string) => writeFile(path, 'nothing'), /not the private key of that name/],
])('where its file %s nothing is published, and the director reads what to do', async (_what, spoil, says) => {
  await spoil(await keyFile());
  const { status, body } = await approve(clinic.director, draft);
  expect([status, body]).toMatchObject([409, { type: '/problems/cannot-sign' }]);
  expect((body as { detail: string }).detail).toMatch(says);
  expect((body as { detail: string }).detail).not.toContain(app.environment.signingKeysDir);
  expect((await detailOf(clinic.director, draft)).state).toBe('draft');
});

test('a new key signs from its rotation on, and the old one stays published', async () => {
  await approve(clinic.director, draft);
  const old = await kidOf(draft);
  await rotate();
  const keys = await keysOf();
  expect(keys.map(({ retired }) => retired).sort()).toEqual([false, true]);
  expect(keys.find(({ retired }) => retired)?.kid).toBe(old);
  const next = await draftBy(clinic.marketing);
  expect((await approve(clinic.director, next)).status).toBe(200);
  expect(await kidOf(next)).toBe(keys.find(({ retired }) => !retired)?.kid);
  expect(await kidOf(draft)).toBe(old);
});

test('a clinic of before there were keys gets one when it first publishes', async () => {
  await rm(await keyFile());
  await app.database.owner.query('DELETE FROM signing_key WHERE clinic_id = $1', [clinic.id]);
  expect((await approve(clinic.director, draft)).status).toBe(200);
  expect(await keysOf()).toHaveLength(1);
});
