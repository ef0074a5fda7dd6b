import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { databaseUnavailable, sqlStateOf, violates } from '../../src/database/sql-state.js';
import type { ClinicTransaction } from '../../src/database/transaction.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { problemOf } from '../../src/http/problem.filter.js';
import { insertClinic, type Rows } from '../structure/rows.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let source: DataSource;
let transactions: TransactionService;
let clinic: Rows;
beforeAll(async () => {
  database = await testDatabase();
  const connection = { ...database.connection, poolSize: 1 };
  source = await new DataSource(dataSourceOptions(connection)).initialize();
  transactions = new TransactionService(source, connection.role);
});
afterAll(async () => {
  await source.destroy();
  await database.close();
});
beforeEach(async () => {
  clinic = await insertClinic(database.owner);
});

const run = <T>(work: (transaction: ClinicTransaction) => Promise<T>) => transactions.run(clinic.clinic_id, work);
const rename = ({ pipeline }: ClinicTransaction, name: string) =>
  pipeline.query<{ name: string }>(`UPDATE staff SET name = $2 WHERE clinic_id = $1 RETURNING name`, [
    clinic.clinic_id,
    name,
  ]);
const nameOf = async () => {
  const text = `SELECT name FROM staff WHERE clinic_id = $1`;
  return (await database.owner.query<{ name: string }[]>(text, [clinic.clinic_id]))[0]?.name;
};
const stateOf = async (work: Promise<unknown>) => work.then(() => null, sqlStateOf);
const twice = ({ pipeline }: ClinicTransaction) =>
  pipeline.query(`INSERT INTO clinic SELECT * FROM clinic WHERE id = $1`, [clinic.clinic_id]);
const backend = async ({ pipeline }: ClinicTransaction) =>
  (await pipeline.query<{ pid: number }>('SELECT pg_backend_pid() AS pid'))[0]?.pid;

test('statements that are sent together are each answered with their own rows', async () => {
  const numbers = Array.from({ length: 50 }, (_, at) => at);
  const seen = await run(({ pipeline }) =>
    Promise.all(numbers.map((n) => pipeline.query<{ n: number }>('SELECT $1::int AS n', [n]))),
  );
  expect(seen).toEqual(numbers.map((n) => [{ n }]));
});

test('what is sent before anything is answered works in the clinic and the role already', async () => {
  const [rows] = await run(({ pipeline }) =>
    pipeline.finish(() => Promise.all([pipeline.query(`SELECT clinic_id, current_user::text AS role FROM staff`)])),
  );
  expect(rows).toEqual([{ clinic_id: clinic.clinic_id, role: 'cudos_service' }]);
});

describe('a transaction of which a statement failed', () => {
  test('is an error with the cause, also where the work takes no notice of it', async () => {
    const work = run(async (transaction) => {
      await rename(transaction, 'Changed');
      await twice(transaction).catch(() => undefined);
      return 'saved';
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await nameOf()).not.toBe('Changed');
  });

  test('saves nothing where the COMMIT was sent behind the statement', async () => {
    const work = run((transaction) =>
      transaction.pipeline.finish(() => Promise.all([rename(transaction, 'Changed'), twice(transaction)])),
    );
    expect(violates(await work.catch((error: unknown) => error), 'clinic_pkey')).toBe(true);
    expect(await nameOf()).not.toBe('Changed');
  });

  test('is told by the statement that failed, and not by those behind it', async () => {
    const work = run(async (transaction) => {
      const failing = twice(transaction).catch(() => undefined);
      await rename(transaction, 'Changed');
      await failing;
    });
    expect(await stateOf(work)).toBe('23505');
  });

  test('is told by the statement that failed, also where those of TypeORM’s that are sent with it are heard first', async () => {
    const late = async (statement: Promise<unknown>) => {
      await Promise.allSettled([statement, setTimeout(5)]);
      return statement;
    };
    const failed = run(({ manager }) =>
      Promise.all([late(manager.query('SELECT 1 / 0')), manager.query('SELECT 1'), manager.query('SELECT 2')]),
    );
    // Division by zero, and not "current transaction is aborted".
    expect(await stateOf(failed)).toBe('22012');
  });

  test('leaves a connection that works', async () => {
    await run(twice).catch(() => undefined);
    await run((transaction) => transaction.pipeline.finish(() => rename(transaction, 'Later')));
    expect(await nameOf()).toBe('Later');
  });
});

describe('after the last statement', () => {
  test('another one is refused, and nothing is done outside of the transaction', async () => {
    const work = run(async (transaction) => {
      await transaction.pipeline.finish(() => rename(transaction, 'Saved'));
      return rename(transaction, 'Too late');
    });
    await expect(work).rejects.toThrow('after the last of its transaction');
    expect(await nameOf()).toBe('Saved');
  });

  test('one of TypeORM’s is refused too, also among the last', async () => {
    const late = ({ pipeline, manager }: ClinicTransaction) => pipeline.finish(() => manager.query('SELECT 1'));
    await expect(run(late)).rejects.toThrow('after the last of its transaction');
  });
});

describe('a connection that is lost inside a transaction', () => {
  const end = (pid: number | undefined) => database.owner.query('SELECT pg_terminate_backend($1, 10000)', [pid]);
  const ways: Record<string, (transaction: ClinicTransaction) => Promise<unknown>> = {
    'before a statement': (transaction) => rename(transaction, 'Lost'),
    'before one of TypeORM’s': ({ manager }) => manager.query('SELECT 1'),
    'before the last statements': (transaction) => transaction.pipeline.finish(() => rename(transaction, 'Lost')),
    'before the COMMIT': () => Promise.resolve(),
  };
  test.each(Object.keys(ways))('%s is 503 with Retry-After, and the next request gets another one', async (way) => {
    const lost = await run(async (transaction) => {
      await rename(transaction, 'Lost');
      await end(await backend(transaction));
      return ways[way]?.(transaction);
    }).catch((error: unknown) => error);
    expect(databaseUnavailable(lost)).toBe(true);
    expect(problemOf(lost)).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(await nameOf()).not.toBe('Lost');
    await run((transaction) => rename(transaction, 'Found'));
    expect(await nameOf()).toBe('Found');
  });

  test('while a statement waits is 503 too', async () => {
    const lost = await run(async (transaction) => {
      const pid = await backend(transaction);
      const waiting = transaction.pipeline.finish(() => transaction.pipeline.query('SELECT pg_sleep(60)'));
      await Promise.all([waiting, end(pid)]);
    }).catch((error: unknown) => error);
    expect(problemOf(lost)).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(await run(backend)).toEqual(expect.any(Number));
  });

  test('does not hide what the request was refused for', async () => {
    const work = run(async (transaction) => {
      await end(await backend(transaction));
      throw new Error('A rule was broken.');
    });
    await expect(work).rejects.toThrow('A rule was broken.');
  });
});
