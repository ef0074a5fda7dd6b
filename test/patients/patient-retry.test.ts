import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IdempotencyService } from '../../src/idempotency/idempotency.service.js';
import { invite, signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Body {
  id: string;
  items: unknown[];
}
const bodyOf = (answer: { body: unknown }) => answer.body as Body;

const admit = (key: string, body: object, person: SignedIn = clinic.clinician) =>
  person.post('/v1/patients', body).set('Idempotency-Key', key);

const admitted = async (beginning: string) => {
  const body = bodyOf(await clinic.clinician.get(`/v1/patients?chartNumber=${beginning}`).expect(200));
  return body.items;
};

test('a request sent again with its key makes one patient and gets the same answer', async () => {
  const first = await admit('key-1', { chartNumber: 'K-1', sex: 'male' }).expect(201);
  const again = await admit('key-1', { chartNumber: 'K-1', sex: 'male' }).expect(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers).toMatchObject({ etag: '"1"', location: first.headers.location });
  expect(await admitted('K-1')).toHaveLength(1);
});

test('ten of the same request at once make one patient and get one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => admit('key-2', { chartNumber: 'K-2' })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map((answer) => bodyOf(answer).id)).size).toBe(1);
  expect(await admitted('K-2')).toHaveLength(1);
});

test('a key that comes again with another body is refused, and nothing is saved', async () => {
  await admit('key-3', { chartNumber: 'K-3' }).expect(201);
  const body = bodyOf(await admit('key-3', { chartNumber: 'K-4' }).expect(422));
  expect(body).toMatchObject({ type: '/problems/key-reused' });
  expect(await admitted('K-4')).toEqual([]);
});

test('a refused request does not use up its key', async () => {
  await admit('key-4', { chartNumber: 'K-1' }).expect(409);
  await admit('key-4', { chartNumber: 'K-5' }).expect(201);
});

test('two people, and two clinics, may use the same key', async () => {
  const colleague = await invite(app, clinic.director, 'clinician', 'colleague@example.org');
  const elsewhere = await testClinic(app);
  await admit('key-5', { chartNumber: 'K-6' }).expect(201);
  await admit('key-5', { chartNumber: 'K-7' }, colleague).expect(201);
  await admit('key-5', { chartNumber: 'K-8' }, elsewhere.clinician).expect(201);
});

test('the key of a patient can’t be the key of a course', async () => {
  const body = bodyOf(await admit('key-6', { chartNumber: 'K-9' }).expect(201));
  const { id } = body;
  await clinic.clinician
    .post(`/v1/patients/${id}/courses`, { kind: 'induction', startedOn: '2026-03-02' })
    .set('Idempotency-Key', 'key-6')
    .expect(422);
});

test('a key over 200 characters, or none in the header, is refused', async () => {
  await admit('k'.repeat(201), { chartNumber: 'K-10' }).expect(400);
  await admit('', { chartNumber: 'K-10' }).expect(400);
  await admit('k'.repeat(200), { chartNumber: 'K-10' }).expect(201);
});

test('after a day a key is forgotten, and the chart number still guards the patient', async () => {
  await admit('key-7', { chartNumber: 'K-11' }).expect(201);
  app.clock.advance(25 * 60 * 60_000);
  const nextDay = await signIn(app, clinic.clinician.email);
  await admit('key-7', { chartNumber: 'K-11' }, nextDay).expect(409);
  await admit('key-7', { chartNumber: 'K-12' }, nextDay).expect(201);
});

test('what was kept for a retry is gone after a day, though nobody sends another key', async () => {
  const { clinician } = await testClinic(app);
  await admit('key-of-a-day', { chartNumber: 'K-OLD' }, clinician).expect(201);
  const kept = async () => {
    const rows = await app.database.owner.query<object[]>(`SELECT key FROM idempotency_key WHERE key = 'key-of-a-day'`);
    return rows.length;
  };
  const idempotency = app.app.get(IdempotencyService, { strict: false });
  app.clock.advance(23 * 60 * 60_000);
  await idempotency.forgetOld(app.clock.now());
  expect(await kept()).toBe(1);
  app.clock.advance(2 * 60 * 60_000);
  await idempotency.forgetOld(app.clock.now());
  expect(await kept()).toBe(0);
});
