import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { configureApp } from '../../src/configure-app.js';
import { DatabaseNotUsable } from '../../src/database/not-usable.js';
import { Environment } from '../../src/environment.js';
import { answer } from '../support/answer.js';
import { Cable } from '../support/cable.js';
import { setting, testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let cable: Cable;
let app: NestFastifyApplication;
let url: string;
beforeAll(async () => {
  database = await testDatabase();
  cable = new Cable(database.url);
  await cable.plugIn();
  const role = setting('TEST_ROLE') || null;
  const connection = { url: cable.address(database.url), role, poolSize: 3 };
  app = await configureApp(new Environment({ LOG_LEVEL: 'silent' }), connection);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await cable.pullOut();
  await database.close();
});

const get = (path: string) => request(url).get(path);

test('a service with its database is alive and ready', async () => {
  await get('/livez').expect(200, { status: 'ok' });
  await get('/readyz').expect(200, { status: 'ok', backup: null });
});

test('without its database it is alive but not ready, until the database is back', async () => {
  await cable.pullOut();
  await get('/livez').expect(200);
  for (let asked = 1; asked <= 2; asked += 1) {
    const { status, headers, body } = await answer(get('/readyz'));
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('5');
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      type: '/problems/unavailable',
      requestId: headers['x-request-id'],
    });
  }
  await cable.plugIn();
  await get('/readyz').expect(200);
});

test('without the database a sign-in says to try again, and what saves does not promise what was saved', async () => {
  await cable.pullOut();
  const person = { email: 'dana@example.org', password: 'a long sentence' };
  const signIn = await answer(request(url).post('/v1/session').send(person).expect(503));
  expect(signIn.body).toMatchObject({
    detail: 'The database does not answer at the moment. Try again in a few seconds.',
  });
  const link = { token: 'a'.repeat(43), password: person.password };
  const saving = await answer(request(url).post('/v1/one-time-links/redemption').send(link).expect(503));
  expect(saving.body).toMatchObject({
    detail:
      'The database does not answer at the moment. What was sent may not have been saved; look, and try again in a few seconds.',
  });
  await cable.plugIn();
  await request(url).post('/v1/session').send(person).expect(401);
});

describe('where row-level security does not bind the service', () => {
  const person = { email: 'dana@example.org', password: 'a long sentence' };

  test('it is not ready, and refuses to read or write until it does again', async () => {
    await database.owner.query('ALTER TABLE course DISABLE ROW LEVEL SECURITY');
    const { status, body } = await answer(get('/readyz'));
    expect(status).toBe(503);
    const refused = await request(url).post('/v1/session').send(person).expect(503);
    for (const problem of [body, refused.body] as object[]) {
      expect(problem).toMatchObject({
        type: '/problems/unavailable',
        detail:
          'The database would not keep clinics apart at the moment, so nothing is read or written. Tell the person who ' +
          'runs this service.',
      });
    }
    await database.owner.query('ALTER TABLE course ENABLE ROW LEVEL SECURITY');
    await get('/readyz').expect(200);
    await request(url).post('/v1/session').send(person).expect(401);
  });

  test('it does not start', async () => {
    const asSuperuser = { url: database.url, role: null, poolSize: 2 };
    const unbound = await configureApp(new Environment({ LOG_LEVEL: 'silent' }), asSuperuser);
    const start = unbound.init();
    await expect(start).rejects.toBeInstanceOf(DatabaseNotUsable);
    await expect(start).rejects.toThrow(
      /^Row-level security does not bind the role \w+ on access_grant, api_token, assessment, .*\.$/,
    );
    await unbound.close();
  });
});
