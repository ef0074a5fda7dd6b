import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { obstacleOf } from '../../src/database/sql-state.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function working<T>(
  url: string,
  patience: number,
  work: (service: TransactionService) => Promise<T>,
): Promise<T> {
  const { role, poolSize } = database.connection;
  const source = await new DataSource(dataSourceOptions({ url, poolSize, patience })).initialize();
  try {
    return await work(new TransactionService(source, role, { patience }));
  } finally {
    await source.destroy();
  }
}

test('a statement that takes too long is ended by the server, and the connection goes on working', async () => {
  await working(database.url, 200, async (service) => {
    const long = service.run(v7(), ({ manager }) => manager.query('SELECT pg_sleep(60)'));
    expect(obstacleOf(await long.catch((error: unknown) => error))).toBe('statement-ended');
    expect(await service.run(v7(), ({ manager }) => manager.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });
});

/** The same server behind a wire that can be cut off without a word, as when the machine of the database freezes. */
async function wire(): Promise<{ url: string; freeze: () => void; close: () => void }> {
  const client = new pg.Client({ connectionString: database.url });
  const [host, port] = [client.host, client.port];
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far).pipe(near);
    sockets.push(near, far);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = new URL(database.url.replace('@/', '@localhost/'));
  address.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const name of ['host', 'port']) address.searchParams.delete(name);
  return {
    url: address.href,
    freeze: () => sockets.forEach((socket) => socket.unpipe().pause()),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}

test('a database that hangs without an answer is given up, and the next connection is a new one', async () => {
  const { url, freeze, close } = await wire();
  try {
    await working(url, 300, async (service) => {
      const hanging = service.run(v7(), async ({ manager }) => {
        await manager.query('SELECT 1');
        freeze();
        await manager.query('SELECT 2');
      });
      expect(obstacleOf(await hanging.catch((error: unknown) => error))).toBe('unavailable');
      expect(await service.run(v7(), ({ manager }) => manager.query('SELECT 3 AS three'))).toEqual([{ three: 3 }]);
    });
  } finally {
    close();
  }
});
