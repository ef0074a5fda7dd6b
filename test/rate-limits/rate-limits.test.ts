import { afterEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

async function start(settings: Record<string, string>): Promise<string> {
  app = await testApp(settings);
  return app.url;
}
const guess = (url: string) =>
  request(url).post('/v1/session').send({ email: 'a@example.org', password: 'a wrong guess' });

test('every answer says how many requests an address has left in this minute', async () => {
  const url = await start({ REQUESTS_PER_MINUTE: '10' });
  const { headers } = await answer(request(url).get('/v1/session').expect(401));
  expect(headers).toMatchObject({
    'ratelimit-limit': '10',
    'ratelimit-remaining': '9',
    'ratelimit-reset': '60',
  });
});

test('an address that asks too often waits as long as Retry-After says', async () => {
  const url = await start({ REQUESTS_PER_MINUTE: '10' });
  for (let asked = 0; asked < 10; asked += 1) await request(url).get('/v1/session').expect(401);
  const { headers, body } = await answer(request(url).get('/v1/session').expect(429));
  expect(body).toMatchObject({
    type: '/problems/too-many',
    status: 429,
    requestId: headers['x-request-id'],
  });
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
});

test('parts of the pages have a limit of their own, ten times that of requests', async () => {
  const url = await start({ REQUESTS_PER_MINUTE: '10' });
  const { text } = await request(url).get('/').set('Accept', 'text/html').expect(200);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
  for (let asked = 0; asked < 11; asked += 1) await request(url).get(script).expect(200);
  const { headers } = await answer(request(url).get('/v1/session').expect(401));
  // 10 less the document and this question.
  expect(headers['ratelimit-remaining']).toBe('8');
  const part = await answer(request(url).get(script).expect(200));
  expect(part.headers['ratelimit-limit']).toBe('100');
});

test('who opens a page too often is given a page that says when to try again', async () => {
  const url = await start({ REQUESTS_PER_MINUTE: '10' });
  for (let asked = 0; asked < 10; asked += 1) await request(url).get('/v1/session').expect(401);
  const { headers, text } = await request(url).get('/scores').set('Accept', 'text/html').expect(429);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain(`Try again in ${headers['retry-after']} seconds.`);
  const api = await answer(request(url).get('/v1/session').set('Accept', 'text/html').expect(429));
  expect(api.headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

test('routes that look at a secret have a lower limit of their own', async () => {
  const url = await start({ SIGN_INS_PER_MINUTE: '2', REQUESTS_PER_MINUTE: '1000' });
  const token = 'A'.repeat(43);
  await guess(url).expect(401);
  const redemption = { token, password: 'a long sentence' };
  await request(url).post('/v1/one-time-links/redemption').send(redemption).expect(404);
  await guess(url).expect(429);
  await request(url).post('/v1/setup').send({ token }).expect(429);
  await request(url).get('/v1/session').expect(401);
});

test('an address can’t pass for another by naming one itself', async () => {
  const url = await start({ SIGN_INS_PER_MINUTE: '2' });
  for (const [number, status] of [
    [1, 401],
    [2, 401],
    [3, 429],
  ] as const) {
    await guess(url).set('X-Forwarded-For', `203.0.113.${number}`).expect(status);
  }
});

test('behind a proxy the address the proxy saw counts, not those a client put before it', async () => {
  const url = await start({ SIGN_INS_PER_MINUTE: '2', TRUST_PROXY: 'yes' });
  const from = (chain: string, status: number) => guess(url).set('X-Forwarded-For', chain).expect(status);
  await from('203.0.113.1, 198.51.100.7', 401);
  await from('203.0.113.2, 198.51.100.7', 401);
  await from('203.0.113.3, 198.51.100.7', 429);
  await from('203.0.113.3, 198.51.100.8', 401);
});

test('behind a proxy the addresses of one network of IPv6 count as one, with a port or without, and garbage as the proxy', async () => {
  const url = await start({ SIGN_INS_PER_MINUTE: '2', TRUST_PROXY: 'yes' });
  const from = (address: string, status: number) => guess(url).set('X-Forwarded-For', address).expect(status);
  await from('2001:db8:1:2::1', 401);
  await from('2001:DB8:1:2:ffff::2', 401);
  await from('[2001:db8:1:2::3]:51234', 429);
  await from('2001:db8:1:3::1', 401);
  // The name has to wait too by now; another kind of secret is counted with it.
  const redeem = (address: string, status: number) =>
    request(url)
      .post('/v1/one-time-links/redemption')
      .set('X-Forwarded-For', address)
      .send({ token: 'A'.repeat(43), password: 'a long sentence' })
      .expect(status);
  await redeem('unknown', 404);
  await redeem("'; --", 404);
  await redeem('999.1.1.1', 429);
});
