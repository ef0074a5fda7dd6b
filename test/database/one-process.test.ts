import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { OneProcessService } from '../../src/database/one-process.service.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let sources: DataSource[];
/** Each with connections of its own, as a process has them. */
let processes: OneProcessService[];
beforeAll(async () => {
  database = await testDatabase();
  const { connection } = database;
  sources = [new DataSource(dataSourceOptions(connection)), new DataSource(dataSourceOptions(connection))];
  for (const source of sources) await source.initialize();
  processes = sources.map((source) => new OneProcessService(new TransactionService(source, connection.role)));
});
afterAll(async () => {
  for (const source of sources) await source.destroy();
  await database.close();
});

const nothing = () => Promise.resolve();

test('work that one process is at is left to it by the others, until it is done; other work is not', async () => {
  const [first, second] = processes;
  let finish = nothing;
  const done = new Promise<void>((resolve) => {
    finish = () => Promise.resolve(resolve());
  });
  let begin = nothing;
  const begun = new Promise<void>((resolve) => {
    begin = () => Promise.resolve(resolve());
  });
  const running = first?.run('backup', async () => {
    await begin();
    await done;
  });
  await begun;
  let times = 0;
  const count = () => Promise.resolve(void (times += 1));
  expect(await second?.run('backup', count)).toBe(false);
  expect(times).toBe(0);
  expect(await second?.run('forget-retries', count)).toBe(true);
  expect(times).toBe(1);
  await finish();
  expect(await running).toBe(true);
  expect(await second?.run('backup', count)).toBe(true);
  expect(times).toBe(2);
});

test('work that fails is free for the others', async () => {
  const [first, second] = processes;
  await expect(first?.run('backup', () => Promise.reject(new Error('No room.')))).rejects.toThrow('No room.');
  expect(await second?.run('backup', nothing)).toBe(true);
});
