import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { approve, draftBy } from '../publications/drafts.js';
import { closedYear } from '../publications/series.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { scratchFolder, ServiceProcess, type Ended } from '../support/process.js';
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
const verify = (...words: string[]): Promise<Ended> =>
  new ServiceProcess('commands/cudos', ['verify', ...words], { DATA_DIR: '/dev/null' }).ended();

test('a file is verified without network or database, and what was not checked is said', async () => {
  const { code, output } = await verify(document);
  expect(code).toBe(0);
  expect(output).toContain('yes  The signature is that of the key');
  expect(output).toContain('not checked: whose key it is');
  expect(output).toContain(`${id} is as it was signed.`);
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
  expect([code, output]).toEqual([0, expect.stringContaining('signed by a key that was retired on 2026-05-04')]);
  expect(output).toContain(`${id} is as it was signed.`);
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
