import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { TransactionService } from '../../src/database/transaction.service.js';
import { RequestCountRepository } from '../../src/rate-limits/request-count.repository.js';
import { RequestCountService } from '../../src/rate-limits/request-count.service.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let processes: RequestCountService[];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  // With the role to take as on a server of one's own: then even a single statement is in a transaction.
  const transactions = new TransactionService(database.service, database.connection.role);
  processes = [1, 2, 3].map(() => new RequestCountService(transactions, new RequestCountRepository()));
});
const process = (number: number) => processes[number] as RequestCountService;

test('tries that might guess a secret are counted one after the other, whichever process they came to', async () => {
  const tries = Array.from({ length: 30 }, (_, number) => process(number % 3).countExactly('guess 192.0.2.1', 60));
  const counts = (await Promise.all(tries)).map(({ current }) => current);
  expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, number) => number + 1));
});

test('the minute of an address begins with its first request, in whichever process that was', async () => {
  const first = await process(0).countExactly('guess 192.0.2.2', 60);
  const second = await process(1).countExactly('guess 192.0.2.2', 60);
  expect(first.ttl).toBeLessThanOrEqual(60_000);
  expect(second.ttl).toBeLessThanOrEqual(first.ttl);
  await database.owner.query(`UPDATE request_count SET ends_at = now() WHERE key = 'guess 192.0.2.2'`);
  expect((await process(2).countExactly('guess 192.0.2.2', 60)).current).toBe(1);
});

test('a clock of the database that was set back keeps nobody out, and neither does one of the process', async () => {
  const key = 'guess 192.0.2.7';
  await process(0).countExactly(key, 60);
  await database.owner.query(`UPDATE request_count SET ends_at = now() + interval '3 hours' WHERE key = $1`, [key]);
  const after = await process(1).countExactly(key, 60);
  expect(after.current).toBe(1);
  expect(after.ttl).toBeLessThanOrEqual(60_000);
  process(2).countHere(key);
  const setBack = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 3 * 60 * 60_000);
  try {
    expect(process(2).countHere(key).ttl).toBeLessThanOrEqual(60_000);
  } finally {
    setBack.mockRestore();
  }
});

test('a process that was told of too many requests does not ask again before the minute is over', async () => {
  for (let made = 0; made < 3; made += 1) await process(0).countExactly('guess 192.0.2.3', 2);
  await database.owner.query(`DELETE FROM request_count`);
  expect((await process(0).countExactly('guess 192.0.2.3', 2)).current).toBe(3);
  expect(await database.owner.query('SELECT key FROM request_count')).toEqual([]);
});

test('of other requests each process learns what the others counted, without waiting for the database', async () => {
  const key = 'other 192.0.2.4';
  // 2 % of 100 are 2, so every second request is told.
  for (let made = 0; made < 40; made += 1) process(made % 2).count(key, 100);
  await told(key, 38);
  process(2).count(key, 100);
  process(2).count(key, 100);
  await told(key, 40);
  // Its own are 2 and those asked here: without the others' it would come to 40 only later.
  let asked = 0;
  await until(async () => {
    asked += 1;
    await countOf(key);
    return process(2).count(key, 100).current >= 40;
  });
  expect(asked).toBeLessThan(30);
});

test('what is over is deleted with the next count', async () => {
  await database.owner.query(`INSERT INTO request_count VALUES ('other 192.0.2.5', 9, now() - interval '1 second')`);
  process(0).count('other 192.0.2.6', 10);
  await until(async () => (await countOf('other 192.0.2.5')) === 0);
  expect(await countOf('other 192.0.2.6')).toBe(1);
});

async function countOf(key: string): Promise<number> {
  const [row] = await database.owner.query<{ count: number }[]>('SELECT count FROM request_count WHERE key = $1', [
    key,
  ]);
  return row?.count ?? 0;
}

const told = (key: string, atLeast: number) => until(async () => (await countOf(key)) >= atLeast);

/** Asks again and again: what is told is told soon after, and nobody waits for it. */
async function until(look: () => Promise<boolean>): Promise<void> {
  while (!(await look()));
}
