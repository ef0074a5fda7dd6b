import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import request from 'supertest';
import type { ClinicTransaction } from '../../src/database/transaction.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { SigningKeyService } from '../../src/signing/signing-key.service.js';
import { approve, draftBy } from '../publications/drafts.js';
import { closedYear } from '../publications/series.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { command } from '../support/command.js';
import { scratchFolder, type Ended } from '../support/process.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let folder: Awaited<ReturnType<typeof scratchFolder>>;
let id: string;
let snapshot: string;
let document: string;
let keys: string;
beforeAll(async () => {
  app = await testApp();
  folder = await scratchFolder();
  clinic = await testClinic(app);
  await closedYear(app, clinic);
  id = await draftBy(clinic.marketing);
  await approve(clinic.director, id);
  snapshot = `${app.url}/v1/published/snapshots/${id}`;
  document = await downloaded('document.json', snapshot);
  keys = await downloaded('keys.json', `${app.url}/.well-known/cudos-signing-keys`);
});
afterAll(async () => {
  await folder.remove();
  await app.close();
});

async function downloaded(name: string, address: string): Promise<string> {
  const { text } = await request(address).get('').expect(200);
  return file(name, text);
}
async function file(name: string, text: string): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
}
// A data directory that can't be: verifying needs no database.
const verify = (...words: string[]): Promise<Ended> => command(['verify', ...words], { DATA_DIR: '/dev/null' });

test('without the keys of the clinic a file is not proven, whoever signed it, and that is said', async () => {
  const { code, output } = await verify(document);
  expect(code).toBe(2);
  expect(output).toContain('yes  The signature is that of the key');
  expect(output).toContain('not checked: whose key it is');
  expect(output).not.toContain('is as it was signed');
});

test('with the keys of the clinic it says that the key is one of them', async () => {
  const { code, output } = await verify(document, '--keys', keys);
  expect([code, output]).toEqual([0, expect.stringContaining('yes  The key is one of those')]);
  expect(output).not.toContain('not checked');
});

test('with keys of somebody else it fails', async () => {
  const foreign = await file('foreign.json', '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AA"}]}');
  const { code, output } = await verify(document, '--keys', foreign);
  expect([code, output]).toEqual([1, expect.stringContaining('NO   The key is one of those')]);
});

test('a changed digit fails', async () => {
  const text = (await readFile(document, 'utf8')).replace('"value":58', '"value":59');
  const { code, output } = await verify(await file('changed.json', text));
  expect([code, output]).toEqual([1, expect.stringContaining('NO   The hash')]);
  expect(output).toContain('not a document as it was signed');
});

test('an address is verified with the keys of the same origin', async () => {
  const { code, output } = await verify(snapshot);
  expect([code, output]).toEqual([0, expect.stringContaining('yes  The key is one of those')]);
  expect(output).toContain('/.well-known/cudos-signing-keys');
});

test('what can not be verified as it was typed says what to correct', async () => {
  expect(await verify(join(folder.path, 'none.json'))).toMatchObject({ code: 2 });
  expect(await verify(document, '--keys', document)).toMatchObject({ code: 2 });
  expect(await verify('http://')).toMatchObject({ code: 2 });
});

test('an address that does not answer fails: nothing was typed wrongly', async () => {
  const { code, errors } = await verify('http://127.0.0.1:1/x');
  expect([code, errors]).toEqual([1, expect.stringContaining('does not answer')]);
});

test('one signed by a key that was retired since is valid, and said to be', async () => {
  const { keys: published } = JSON.parse(await readFile(keys, 'utf8')) as { keys: object[] };
  const retired = published.map((key) => ({ ...key, retiredAt: '2026-05-04T17:00:00.000Z' }));
  const list = await file('retired.json', JSON.stringify({ keys: retired }));
  const { code, output } = await verify(document, '--keys', list);
  expect([code, output]).toEqual([0, expect.stringContaining('signed by a key that was retired later, on 2026-05-04')]);
  expect(output).toContain(`${id} is as it was signed.`);
});

test('with a list of keys that names no clinics it is not proven whose the key is', async () => {
  const { keys: published } = JSON.parse(await readFile(keys, 'utf8')) as { keys: Record<string, unknown>[] };
  const older = published.map(({ kty, crv, x, kid }) => ({ kty, crv, x, kid }));
  const { code, output } = await verify(document, '--keys', await file('older.json', JSON.stringify({ keys: older })));
  expect([code, output]).toEqual([2, expect.stringContaining('not checked: of which clinic the key is')]);
});

test('another clinic of the same server proves nothing of this one', async () => {
  const other = await testClinic(app);
  await closedYear(app, other);
  const theirs = await draftBy(other.marketing);
  await approve(other.director, theirs);
  await downloaded('theirs.json', `${app.url}/v1/published/snapshots/${theirs}`);
  const all = await downloaded('all-keys.json', `${app.url}/.well-known/cudos-signing-keys`);
  const { keys: published } = JSON.parse(await readFile(all, 'utf8')) as { keys: { clinics: string[] }[] };
  const swapped = published.map((key) => ({
    ...key,
    clinics: key.clinics[0] === clinic.name ? [other.name] : [clinic.name],
  }));
  expect(await verify(document, '--keys', all)).toMatchObject({ code: 0 });
  const { code, output } = await verify(
    document,
    '--keys',
    await file('swapped.json', JSON.stringify({ keys: swapped })),
  );
  expect([code, output]).toEqual([1, expect.stringContaining('NO   The key is of the clinic that the document names')]);
});

describe('a hostile file gets one sentence, no stack, and nothing that a terminal carries out', () => {
  const one = /^[^\n]+\n$/;
  test.each([
    ['a folder', () => folder.path, 2],
    ['a device without end', () => '/dev/zero', 2],
    ['a pipe that nobody writes to', () => pipe('pipe'), 2],
    ['five megabytes', () => file('huge.json', ' '.repeat(5 * 1024 * 1024)), 2],
    ['a name that writes to the terminal', () => join(folder.path, 'a\u001b[2J.json'), 2],
  ])('%s', async (_what, made, expected) => {
    const { code, output, errors } = await verify(await made());
    expect([code, output]).toEqual([expected, '']);
    expect(errors).toMatch(one);
    expect(errors).not.toContain('\u001b');
  });

  test.each([
    ['nothing', ''],
    ['lists in lists, a million deep', '['.repeat(1_000_000)],
    ['keys twice', '{"format":"cudos-publication/1","format":"cudos-publication/1"}'],
    ['a text that writes to the terminal', '{"format":"cudos-publication/1","slug":"\u001b[2J"}'],
  ])('%s', async (_what, text) => {
    const { code, output, errors } = await verify(await file('hostile.json', text), '--keys', keys);
    expect([code, errors]).toEqual([1, '']);
    expect(output).toBe('NO   The bytes are a published document\nThis is not a document as it was signed.\n');
  });

  test('bytes that are not UTF-8', async () => {
    const path = join(folder.path, 'bytes.json');
    await writeFile(path, Buffer.from([0xff, 0xfe, 0x00, 0x1b]));
    expect(await verify(path, '--keys', keys)).toMatchObject({ code: 1, errors: '' });
  });

  test('keys that are none, or a date that writes to the terminal', async () => {
    const { keys: published } = JSON.parse(await readFile(keys, 'utf8')) as { keys: object[] };
    const dated = JSON.stringify({ keys: published.map((key) => ({ ...key, retiredAt: '\u001b[31m' })) });
    for (const [text, code] of [
      ['null', 2],
      ['['.repeat(100_000), 2],
      [dated, 1],
    ] as const) {
      const ended = await verify(document, '--keys', await file('hostile-keys.json', text));
      expect(ended.code).toBe(code);
      expect(ended.errors + ended.output).not.toMatch(/\u001b|\n {4}at /);
    }
  });

  async function pipe(name: string): Promise<string> {
    const path = join(folder.path, name);
    await promisify(execFile)('mkfifo', [path]);
    return path;
  }
});

describe('a rotation', () => {
  const rotated = () => app.app.get(SigningKeyService, { strict: false });
  const inClinic = <T>(run: (transaction: ClinicTransaction) => Promise<T>) =>
    app.app.get(TransactionService).run(clinic.id, run);

  test('deletes the private half of the key that was retired, and what it signed verifies', async () => {
    const { key } = await inClinic((transaction) => rotated().rotate(transaction, app.clock.now()));
    await rotated().deleteRetired(await inClinic((transaction) => rotated().retired(transaction)));
    const files = await readdir(app.environment.signingKeysDir);
    expect(files).toContain(`${key.kid}.pem`);
    const { signature } = JSON.parse(await readFile(document, 'utf8')) as { signature: { kid: string } };
    expect(files).not.toContain(`${signature.kid}.pem`);
    expect(await verify(snapshot)).toMatchObject({ code: 0 });
  });

  test('of a revoked key leaves what the clinic published, and proves nothing else', async () => {
    const { signature, hash } = JSON.parse(await readFile(document, 'utf8')) as {
      hash: string;
      signature: { kid: string };
    };
    await inClinic((transaction) => rotated().revoke(transaction, signature.kid, app.clock.now()));
    app.clock.advance(60_000);
    const list = await downloaded('revoked.json', `${app.url}/.well-known/cudos-signing-keys`);
    expect(await verify(document, '--keys', list)).toMatchObject({ code: 0 });
    const unknown = (await readFile(list, 'utf8')).replace(hash, 'b'.repeat(64));
    const { code, output } = await verify(document, '--keys', await file('unknown.json', unknown));
    expect([code, output]).toEqual([1, expect.stringContaining('NO   The key was revoked')]);
  });
});

test('a withdrawn one is shown with its reason', async () => {
  const other = await draftBy(clinic.marketing);
  await approve(clinic.director, other);
  const reason = 'A score was wrong.';
  await clinic.director.post(`/v1/publications/${other}/withdrawal`, { reason }).expect(200);
  const { code, errors } = await verify(`${app.url}/v1/published/snapshots/${other}`);
  expect(code).toBe(1);
  expect(errors).toContain(reason);
});

test('without a document it compares what cohorts are counted from with the entries, clinic by clinic', async () => {
  const { clinicId, courseId } = await scored();
  const records = () => command(['verify'], { DATABASE_URL: app.database.url });
  const before = await records();
  expect(before.code).toBe(0);
  expect(before.output).toContain('every course counts as its entries say');
  await app.database.owner.query(`UPDATE course SET score_1 = 12 WHERE clinic_id = $1 AND id = $2`, [
    clinicId,
    courseId,
  ]);
  const after = await records();
  expect([after.code, after.output]).toEqual([
    1,
    expect.stringContaining(`course ${courseId} has score_1 12; by its entries it is 40`),
  ]);
});

async function scored() {
  const { id: clinicId, clinician } = await testClinic(app);
  const { courseId } = await testCourse(clinician, { startedOn: '2026-03-02' });
  await clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  return { clinicId, courseId };
}
