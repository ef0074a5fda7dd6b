import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { PASSWORD, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let written = 0;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

const write = (headers: Record<string, string>) =>
  clinic.clinician.post('/v1/patients', { chartNumber: `O-${(written += 1)}` }).set(headers);

describe('a write that a page of another site sends with the session is refused', () => {
  test.each([
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'null' }],
    [{ Origin: 'not an origin' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'http://127.0.0.1' }],
  ])('%j', async (headers) => {
    const { body } = await answer(write(headers).expect(403));
    expect(body).toMatchObject({ type: '/problems/foreign-origin', status: 403 });
    const patients = await answer(clinic.clinician.get(`/v1/patients?chartNumber=O-${written}`));
    expect(patients.body).toMatchObject({ items: [] });
  });

  test('also a sign-in, a sign-out and an address that is none', async () => {
    const foreign = { Origin: 'https://evil.example' };
    const person = { email: clinic.clinician.email, password: PASSWORD };
    await request(app.url).post('/v1/session').set(foreign).send(person).expect(403);
    await clinic.clinician.delete('/v1/session').set(foreign).expect(403);
    await clinic.clinician.delete('/v1/nothing').set(foreign).expect(403);
    await clinic.clinician.get('/v1/session').expect(200);
  });
});

describe('a write is taken', () => {
  test('from a page of the service itself', async () => {
    await write({ Origin: app.url, 'Sec-Fetch-Site': 'same-origin' }).expect(201);
  });

  test('from a program, which names no origin', async () => {
    await write({}).expect(201);
  });

  test('from the address bar', async () => {
    await write({ 'Sec-Fetch-Site': 'none' }).expect(201);
  });
});

test('a page of another site may ask, but is not allowed to see the answer', async () => {
  const { headers } = await answer(
    clinic.clinician.get('/v1/session').set('Origin', 'https://evil.example').expect(200),
  );
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

describe('where PUBLIC_URL says at which address the service is', () => {
  let known: TestApp;
  beforeAll(async () => {
    known = await testApp({ PUBLIC_URL: 'https://outcomes.example.org' });
  });
  afterAll(() => known.close());
  const signIn = (headers: Record<string, string>) =>
    request(known.url).post('/v1/session').set(headers).send({ email: 'a@example.org', password: PASSWORD });

  test.each([
    [{ Origin: 'http://outcomes.example.org' }],
    [{ Origin: 'http://outcomes.example.org', Host: 'outcomes.example.org' }],
    [{ Origin: 'https://outcomes.example.org:8443', Host: 'outcomes.example.org' }],
    [{ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
  ])('a page of another origin is refused: %j', async (headers) => {
    await signIn(headers).expect(403);
  });

  test.each([
    [{ Origin: 'https://outcomes.example.org', Host: 'outcomes.example.org' }],
    [{ Origin: 'https://outcomes.example.org' }],
    [{ Host: 'outcomes.example.org' }],
  ])('its own pages are not: %j', async (headers) => {
    await signIn(headers).expect(401);
  });
});
