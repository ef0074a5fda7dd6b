import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { lacksNode } from '../../src/database/sql-state.js';
import { isSpread } from '../../src/database/distribution/spread.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

test('tables of one server are not spread', async () => {
  expect(await isSpread(client)).toBe(false);
});

test('a node that is lost is told from a server that does not answer', () => {
  expect(lacksNode({ code: '08006', severity: 'ERROR' })).toBe(true);
  expect(lacksNode({ code: '08006' })).toBe(false);
  expect(lacksNode({ code: 'ECONNREFUSED' })).toBe(false);
  expect(lacksNode({ code: '42501', severity: 'ERROR' })).toBe(false);
});
