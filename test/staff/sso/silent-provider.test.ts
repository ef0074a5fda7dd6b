import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { PASSWORD, testClinic, type TestClinic } from '../../support/clinic.js';
import { IdentityProvider } from '../../support/identity-provider.js';
import { beginSso, sendSso, SITE } from '../../support/sso.js';
import { testApp, type TestApp } from '../../support/test-app.js';

let provider: IdentityProvider;
let app: TestApp;
let clinic: TestClinic;
/** The provider is gone before the service starts. */
beforeAll(async () => {
  provider = (await IdentityProvider.start()).serve(SITE);
  await provider.stop();
  app = await testApp({ PUBLIC_URL: SITE, ...provider.settings });
  clinic = await testClinic(app);
});
afterAll(async () => {
  await app.close();
  await provider.stop();
});
beforeEach(() => {
  provider.instead = null;
});

const JSON_TYPE = { 'content-type': 'application/json' };
const begin = () => request(app.url).post('/v1/session/sso/options').send({});
const SILENT = {
  status: 503,
  headers: { 'retry-after': '10' },
  body: { type: '/problems/unavailable', detail: expect.stringMatching(/^Example ID does not answer as it should/) },
};

test('without the provider the service is there, is ready, and lets people in by their password', async () => {
  await request(app.url).get('/readyz').expect(200);
  expect(await answer(begin())).toMatchObject(SILENT);
  const credentials = { email: clinic.director.email, password: PASSWORD };
  await request(app.url).post('/v1/session').send(credentials).expect(200);
});

describe('a provider', () => {
  beforeAll(() => provider.startAgain());

  test('that is back is asked at once, without a start of the service, and where it is only once', async () => {
    await beginSso(app);
    const before = provider.asked.length;
    await Promise.all([beginSso(app), beginSso(app)]);
    expect(provider.asked.slice(before)).toEqual([]);
    app.clock.advance(60 * 60_000);
    await Promise.all([beginSso(app), beginSso(app)]);
    expect(provider.asked.slice(before)).toEqual(['/.well-known/openid-configuration']);
  });

  test.each([
    ['takes a request and never answers', () => undefined],
    ['begins an answer and never ends it', (response) => response.writeHead(200, JSON_TYPE).write('{')],
    ['answers that it is broken', (response) => response.writeHead(500).end()],
    ['answers with a page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello')],
    ['hangs up', (response) => response.destroy()],
  ] as [string, (response: ServerResponse) => unknown][])(
    'that %s is given up on, before and after',
    async (_what, instead) => {
      const way = await beginSso(app);
      const search = await provider.follow(way.address, SITE);
      provider.instead = (_request, response) => void instead(response);
      expect(await answer(sendSso(app, way, search))).toMatchObject(SILENT);
      app.clock.advance(60 * 60_000);
      expect(await answer(begin())).toMatchObject(SILENT);
      provider.instead = null;
      await beginSso(app);
    },
  );

  test('that says that it is another is not believed', async () => {
    const said = JSON.stringify({ issuer: 'https://login.example.org' });
    provider.instead = (_request, response) => void response.writeHead(200, JSON_TYPE).end(said);
    app.clock.advance(60 * 60_000);
    expect(await answer(begin())).toMatchObject(SILENT);
  });
});

test('without one in the settings there is nothing to press, and nothing to begin', async () => {
  const without = await testApp();
  const { body } = await answer(request(without.url).get('/v1/session/sso').expect(200));
  expect(body).toEqual({ provider: null });
  await request(without.url).post('/v1/session/sso/options').send({}).expect(409);
  await request(without.url).post('/v1/session/sso').send({ search: 'code=c&state=s' }).expect(401);
  await without.close();
  expect((await answer(request(app.url).get('/v1/session/sso'))).body).toEqual({ provider: 'Example ID' });
});
