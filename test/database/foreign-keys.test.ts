import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { tablesOfClinics } from '../../src/database/distribution/distribute.js';
import { addForeignKeys, dropForeignKeys, foreignKeys } from '../../src/database/distribution/foreign-keys.js';
import { schemaOf } from '../structure/schema.js';
import { insertClinic } from '../structure/rows.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  database = await testDatabase();
  await insertClinic(database.owner);
  runner = database.owner.createQueryRunner();
});
afterAll(async () => {
  await runner.release();
  await database.close();
});

test('foreign keys go and come back in one transaction, as they were, with rows in the tables', async () => {
  const before = await schemaOf(database.owner);
  await runner.startTransaction();
  const keys = await foreignKeys(runner);
  await dropForeignKeys(runner, keys);
  expect(await foreignKeys(runner)).toEqual([]);
  await addForeignKeys(runner, keys);
  await runner.commitTransaction();
  expect(keys.length).toBeGreaterThan(10);
  expect(await schemaOf(database.owner)).toEqual(before);
});

test('the tables that are spread over nodes are those with row-level security', async () => {
  const bound = await database.owner.query<{ name: string }[]>(
    `SELECT tablename::text AS name FROM pg_policies WHERE schemaname = 'public' ORDER BY 1`,
  );
  expect(await tablesOfClinics(runner)).toEqual(bound.map(({ name }) => name));
});
