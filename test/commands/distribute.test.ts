import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schemaOf } from '../structure/schema.js';
import { command } from '../support/command.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('the embedded database is not spread over nodes', async () => {
  const { code, errors } = await command(['distribute'], {});
  expect(code).toBe(2);
  expect(errors).toMatch(/^The embedded database is of this machine alone\. .*GROWING\.md says how\.$/m);
});

test('where Citus is not installed nothing is changed, and it is said', async () => {
  const before = await schemaOf(database.owner);
  await expect(command(['distribute'], { DATABASE_URL: database.url })).rejects.toThrow(
    /^Citus is not installed in the database of DATABASE_URL, .* nothing was changed/,
  );
  expect(await schemaOf(database.owner)).toEqual(before);
});
