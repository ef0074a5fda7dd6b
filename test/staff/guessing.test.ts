import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { delayAfter } from '../../src/staff/sign-in/sign-in-throttle.service.js';
import { answer } from '../support/answer.js';
import { PASSWORD, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

const SECOND = 1000;
let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

const attempt = (email: string, password: string) => request(app.url).post('/v1/session').send({ email, password });

const guess = async (email: string) => (await attempt(email, 'a wrong guess')).status;

/** What a guess and the waiting after it look like from outside. */
async function waitAfterGuess(email: string): Promise<number> {
  await attempt(email, 'a wrong guess').expect(401);
  const { status, headers } = await attempt(email, 'a wrong guess');
  if (status === 401) return 0;
  expect(status).toBe(429);
  return Number(headers['retry-after']);
}

describe('the delay after tries that did not succeed', () => {
  test.each([
    [1, 0],
    [3, 0],
    [4, 2],
    [5, 4],
    [6, 8],
    [12, 512],
    [13, 900],
    [1000, 900],
  ])('after %i tries it is %i seconds', (tries, seconds) => {
    expect(delayAfter(tries)).toBe(seconds * SECOND);
  });
});

test.each([
  ['a known', () => clinic.clinician.email],
  ['an unknown', () => 'guessed@example.org'],
])('for %s name three guesses are free, then the wait doubles from 2 seconds', async (_, name) => {
  for (let tries = 1; tries <= 3; tries += 1) expect(await guess(name())).toBe(401);
  const waits = [];
  for (let tries = 1; tries <= 4; tries += 1) {
    const wait = await waitAfterGuess(name());
    waits.push(wait);
    app.clock.advance(wait * SECOND);
  }
  expect(waits).toEqual([2, 4, 8, 16]);
});

test('while a name has to wait even the right password is refused', async () => {
  const { email } = clinic.marketing;
  for (let tries = 1; tries <= 4; tries += 1) expect(await guess(email)).toBe(401);
  const { body, headers } = await answer(attempt(email, PASSWORD).expect(429));
  expect(body).toMatchObject({ type: '/problems/too-many', status: 429 });
  expect(headers['retry-after']).toBe('2');
  expect(headers['set-cookie']).toBeUndefined();
  app.clock.advance(2 * SECOND);
  await attempt(email, PASSWORD).expect(200);
});

test('a success forgets the guesses before it', async () => {
  const { email } = clinic.marketing;
  for (let round = 1; round <= 2; round += 1) {
    for (let tries = 1; tries <= 3; tries += 1) expect(await guess(email)).toBe(401);
    await attempt(email, PASSWORD).expect(200);
  }
});

test('the wait of one name holds up no other', async () => {
  for (let tries = 1; tries <= 5; tries += 1) await guess('busy@example.org');
  await attempt(clinic.director.email, PASSWORD).expect(200);
});

test('of 50 guesses sent at once four are looked at', async () => {
  const sent = Array.from({ length: 50 }, () => guess('at-once@example.org'));
  const statuses = await Promise.all(sent);
  expect(statuses.filter((status) => status === 401)).toHaveLength(4);
  expect(statuses.filter((status) => status === 429)).toHaveLength(46);
});

test('a new password from a one-time link ends the wait', async () => {
  const { email, id } = clinic.marketing;
  for (let tries = 1; tries <= 4; tries += 1) await guess(email);
  const { body } = await answer(clinic.director.post(`/v1/staff/${id}/one-time-link`).expect(201));
  const token = (body as { link: string }).link.split('#')[1];
  await request(app.url).post('/v1/one-time-links/redemption').send({ token, password: PASSWORD }).expect(200);
  await attempt(email, PASSWORD).expect(200);
});
