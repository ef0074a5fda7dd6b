import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import pg from 'pg';
import request from 'supertest';
import { configureApp } from '../../src/configure-app.js';
import { dataSourceFor } from '../../src/database/data-source.js';
import { Environment } from '../../src/environment.js';
import { answer } from '../support/answer.js';
import { setting, testDatabase, type TestDatabase } from '../support/test-database.js';

/** A cable to the database that a test can pull out and put back. */
class Cable {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private port = 0;

  constructor(databaseUrl: string) {
    const { host, port } = new pg.Client({ connectionString: databaseUrl });
    const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
    this.server = createServer((near) => {
      const far = connect(target as { host: string; port: number });
      for (const socket of [near, far]) this.sockets.add(socket.on('error', () => undefined));
      near.pipe(far).pipe(near);
    });
  }

  async plugIn(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    ({ port: this.port } = this.server.address() as AddressInfo);
  }

  async pullOut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** The address of the same database at this end of the cable. */
  address(databaseUrl: string): string {
    const { user, password, database } = new pg.Client({ connectionString: databaseUrl });
    const who = `${user ?? ''}${password ? `:${password}` : ''}`;
    return `postgres://${who}@127.0.0.1:${this.port}/${database ?? ''}?sslmode=disable`;
  }
}

let database: TestDatabase;
let cable: Cable;
let app: NestFastifyApplication;
let url: string;
beforeAll(async () => {
  database = await testDatabase();
  cable = new Cable(database.url);
  await cable.plugIn();
  const role = setting('TEST_ROLE') || null;
  const source = dataSourceFor({ url: cable.address(database.url), role, poolSize: 3 });
  await source.initialize();
  app = await configureApp(new Environment({ LOG_LEVEL: 'silent' }), source);
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
  await get('/readyz').expect(200, { status: 'ok' });
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

test('a sign-in without the database says to try again, and does not promise what was saved', async () => {
  await cable.pullOut();
  const person = { email: 'dana@example.org', password: 'a long sentence' };
  const { body } = await answer(request(url).post('/v1/session').send(person).expect(503));
  expect((body as { detail: string }).detail).toBe(
    'The database does not answer at the moment. What was sent may not have been saved; look, and try again in a few seconds.',
  );
  await cable.plugIn();
  await request(url).post('/v1/session').send(person).expect(401);
});
