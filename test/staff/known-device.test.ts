import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { PASSWORD, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

const MINUTE = 60_000;
let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp({ SESSION_IDLE_MINUTES: '1440' });
  clinic = await testClinic(app);
});
afterAll(() => app.close());

const attempt = (email: string, password: string, cookie = '') =>
  request(app.url).post('/v1/session').set('Cookie', cookie).send({ email, password });

/** What the browser keeps of a sign-in for the next one. */
async function deviceOf(email: string): Promise<string> {
  const { headers } = await answer(attempt(email, PASSWORD).expect(200));
  const cookies = headers['set-cookie'] as unknown as string[];
  const device = cookies.find((cookie) => cookie.startsWith('cudos-device=')) ?? '';
  expect(device).toMatch(/; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict/);
  return device.split(';')[0] ?? '';
}

/** Somebody who knows the name tries until it is blocked. */
async function block(email: string): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await attempt(email, 'a wrong guess');
    app.clock.advance(MINUTE);
  }
  await attempt(email, 'a wrong guess').expect(429);
}

test('who signed in on a device before is not held up there by what others try', async () => {
  const { email } = clinic.clinician;
  const device = await deviceOf(email);
  await block(email);
  await attempt(email, PASSWORD).expect(429);
  await attempt(email, PASSWORD, device).expect(200);
  // Others are still held up: the sign-in of the device forgets nothing of theirs.
  await attempt(email, 'a wrong guess').expect(429);
});

test('on a known device guesses are counted too', async () => {
  const { email } = clinic.director;
  const device = await deviceOf(email);
  for (let tries = 0; tries < 4; tries += 1) await attempt(email, 'a wrong guess', device).expect(401);
  await attempt(email, PASSWORD, device).expect(429);
});

test('the device of one person opens nothing for another, and none can be made up', async () => {
  const { clinician, marketing } = await testClinic(app);
  const own = await deviceOf(clinician.email);
  const { email } = marketing;
  await block(email);
  for (const device of [own, 'cudos-device=a.b', 'cudos-device=', `${own.slice(0, -1)}x`]) {
    await attempt(email, PASSWORD, device).expect(429);
  }
});

test('who is signed in can change the own password while others are held up', async () => {
  const { director } = await testClinic(app);
  await block(director.email);
  await director
    .put('/v1/account/password', { currentPassword: PASSWORD, newPassword: 'another sentence altogether' })
    .expect(204);
});

test('a clock that is set back makes no wait longer', async () => {
  const email = 'set-back@example.org';
  for (let tries = 0; tries < 5; tries += 1) {
    await attempt(email, 'a wrong guess');
    app.clock.advance(3000);
  }
  await attempt(email, 'a wrong guess');
  app.clock.advance(-365 * 24 * 60 * MINUTE);
  const { headers } = await answer(attempt(email, 'a wrong guess').expect(429));
  app.clock.advance(Number(headers['retry-after']) * 1000);
  await attempt(email, 'a wrong guess').expect(401);
});
