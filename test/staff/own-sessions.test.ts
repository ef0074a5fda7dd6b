import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { describeDevice } from '../../src/staff/sessions/device.js';
import { answer } from '../support/answer.js';
import { PASSWORD, signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

const MINUTE = 60_000;
let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp({ SESSION_IDLE_MINUTES: '15' });
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

interface OwnSession {
  id: string;
  device: string | null;
  current: boolean;
  lastSeenAt: string;
  endsAt: string;
}
const sessionsOf = async (person: SignedIn) =>
  ((await person.get('/v1/account/sessions').expect(200)).body as { items: OwnSession[] }).items;

test('a person sees where they are signed in, the last used first, and nobody else does', async () => {
  const begun = app.clock.now();
  await request(app.url)
    .post('/v1/session')
    .set('User-Agent', 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0')
    .send({ email: clinic.clinician.email, password: PASSWORD })
    .expect(200);
  app.clock.advance(5 * MINUTE);
  const now = app.clock.now();
  const sessions = await sessionsOf(clinic.clinician);
  expect(sessions).toHaveLength(2);
  const createdAt = begun.toISOString();
  expect(sessions[0]).toMatchObject({ current: true, createdAt, lastSeenAt: now.toISOString() });
  expect(sessions[1]).toEqual({
    id: sessions[1]?.id,
    device: 'Firefox on Windows',
    current: false,
    createdAt,
    lastSeenAt: createdAt,
    endsAt: new Date(begun.getTime() + 15 * MINUTE).toISOString(),
  });
  expect(await sessionsOf(clinic.director)).toHaveLength(1);
});

test('a session that has ended is not shown', async () => {
  await signIn(app, clinic.clinician.email);
  app.clock.advance(14 * MINUTE);
  expect(await sessionsOf(clinic.clinician)).toHaveLength(2);
  app.clock.advance(MINUTE);
  expect(await sessionsOf(clinic.clinician)).toMatchObject([{ current: true }]);
});

test('neither the secret of a session nor its hash is shown', async () => {
  const { text } = await answer(clinic.clinician.get('/v1/account/sessions').expect(200));
  const secret = clinic.clinician.cookie.split('=')[1] ?? '';
  const [row] = await app.database.owner.query<{ hash: string }[]>(`SELECT encode(sha256($1::bytea), 'hex') AS hash`, [
    Buffer.from(secret),
  ]);
  const kept = await app.database.owner.query<object[]>(`SELECT 1 FROM session WHERE encode(token_hash, 'hex') = $1`, [
    row?.hash,
  ]);
  expect(kept).toHaveLength(1);
  expect(text).not.toContain(secret);
  expect(text).not.toMatch(/hash|token/i);
  expect(text).not.toContain(row?.hash);
});

test('a person signs out on a device that was lost', async () => {
  const lost = await signIn(app, clinic.clinician.email);
  const id = (await sessionsOf(lost)).find(({ current }) => current)?.id;
  await clinic.clinician.delete(`/v1/account/sessions/${id}`).expect(204);
  await lost.get('/v1/session').expect(401);
  await clinic.clinician.get('/v1/session').expect(200);
  await clinic.clinician.delete(`/v1/account/sessions/${id}`).expect(404);
});

test('nobody ends the session of another person, in the own clinic or elsewhere', async () => {
  const other = await testClinic(app);
  const [session] = await sessionsOf(clinic.clinician);
  for (const stranger of [clinic.director, other.clinician]) {
    await stranger.delete(`/v1/account/sessions/${session?.id}`).expect(404);
  }
  await clinic.clinician.delete('/v1/account/sessions/nonsense').expect(404);
  await clinic.clinician.get('/v1/session').expect(200);
});

test('a person signs out everywhere else', async () => {
  const here = await signIn(app, clinic.clinician.email);
  await here.delete('/v1/account/sessions').expect(204);
  await here.get('/v1/session').expect(200);
  await clinic.clinician.get('/v1/session').expect(401);
  await clinic.director.get('/v1/session').expect(200);
});

describe('a device is named as people call it', () => {
  const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
  test.each([
    [`Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`, 'Chrome on Linux'],
    [`Mozilla/5.0 (Windows NT 10.0) ${chrome} Safari/537.36 Edg/140.0.0.0`, 'Edge on Windows'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.4 Safari/605.1.15`, 'Safari on Mac'],
    [
      `Mozilla/5.0 (iPad; CPU OS 18_4 like Mac OS X) ${webkit} Version/18.4 Mobile/15E148 Safari/604.1`,
      'Safari on iPad',
    ],
    [`Mozilla/5.0 (Linux; Android 15) ${chrome} Mobile Safari/537.36`, 'Chrome on Android'],
    ['curl/8.5.0', 'curl/8.5.0'],
    ['x'.repeat(300), 'x'.repeat(200)],
    ['  ', null],
    [undefined, null],
  ])('%s', (userAgent, device) => {
    expect(describeDevice(userAgent)).toBe(device);
  });
});
