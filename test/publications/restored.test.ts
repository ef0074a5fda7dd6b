import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { checkSeal } from '../../src/signing/seal-check.js';
import { testClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { approve, draftBy } from './drafts.js';
import { closedYear } from './series.js';

let app: TestApp;
let restored: TestApp;
beforeAll(async () => {
  [app, restored] = [await testApp(), await testApp()];
});
afterAll(async () => {
  await app.close();
  await restored.close();
});

async function bytesFrom({ url }: TestApp, path: string): Promise<Buffer> {
  const answered = await request(url).get(path).buffer(true).parse(asBuffer).expect(200);
  return answered.body as Buffer;
}

function asBuffer(response: request.Response, done: (error: Error | null, body: Buffer) => void) {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}

/** What a backup of the rows keeps of a table, taken into another database. */
async function restore(table: string): Promise<void> {
  const rows = await app.database.owner.query<{ row: object }[]>(`SELECT to_jsonb(kept) AS row FROM ${table} kept`);
  for (const { row } of rows) {
    await restored.database.owner.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`,
      [JSON.stringify(row)],
    );
  }
}

test('a publication is the same bytes, and still verifies, in a database restored from its rows', async () => {
  const clinic = await testClinic(app);
  await closedYear(app, clinic);
  const id = await draftBy(clinic.marketing);
  expect((await approve(clinic.director, id)).status).toBe(200);
  const path = `/v1/published/snapshots/${id}`;
  const before = await bytesFrom(app, path);
  for (const table of ['published_document', 'signing_key']) await restore(table);
  const after = await bytesFrom(restored, path);
  expect(after.equals(before)).toBe(true);
  expect(checkSeal(after).checks.map(({ holds }) => holds)).toEqual([true, true, true, true]);
  const keys = '/.well-known/cudos-signing-keys';
  expect((await bytesFrom(restored, keys)).equals(await bytesFrom(app, keys))).toBe(true);
});
