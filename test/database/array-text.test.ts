import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arrayText, arrayTexts } from '../../src/database/array-text.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('PostgreSQL reads back what was written, whatever the text', async () => {
  // PostgreSQL's texts hold every character but this one.
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((each) => !each.includes('\u0000'));
  const awkward = fc.constantFrom('', 'NULL', 'null', '{', '}', '"', '\\', ',', ' a ', 'a\nb', "it's", '\\"', '-', 'é');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.oneof(text, awkward)), { maxLength: 20 }), async (values) => {
      const [row] = await database.owner.query<{ read: unknown }[]>('SELECT $1::text[] AS read', [arrayText(values)]);
      expect(row?.read).toEqual(values);
    }),
    { numRuns: 50 },
  );
});

test('numbers, truth values and what is not said are read too', async () => {
  const { n, b, none } = arrayTexts(
    [
      { n: 35, b: true },
      { n: -1, b: false, none: null },
    ],
    ['n', 'b', 'none'],
  );
  const [row] = await database.owner.query<object[]>(
    'SELECT $1::smallint[] AS n, $2::boolean[] AS b, $3::date[] AS none',
    [n, b, none],
  );
  expect(row).toEqual({ n: [35, -1], b: [true, false], none: [null, null] });
});
