import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { DatabaseNotUsable } from '../../src/database/not-usable.js';
import { openDatabase } from '../../src/database/open.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { Environment } from '../../src/environment.js';
import { goodRow, insert, insertClinic, type Rows } from '../structure/rows.js';
import { startPooler, type Pooler } from '../support/pooler.js';
import { setting, testDatabase, type TestDatabase } from '../support/test-database.js';
import { databaseAt } from '../support/test-server.js';

let database: TestDatabase;
let pooler: Pooler;
let url: string;
beforeAll(async () => {
  database = await testDatabase();
  pooler = await startPooler(setting('TEST_SERVER'));
  url = databaseAt(pooler.url, new URL(database.url.replace('@/', '@localhost/')).pathname.slice(1));
});
afterAll(async () => {
  await pooler.stop();
  await database.close();
});

const open = (address: string) => openDatabase(new Environment({ DATABASE_URL: address }));

describe('through pgbouncer in transaction mode', () => {
  let source: DataSource;
  let clinics: Rows[];
  beforeAll(async () => {
    const { connection } = await open(url);
    source = await new DataSource(dataSourceOptions(connection)).initialize();
    clinics = [await insertClinic(database.owner), await insertClinic(database.owner)];
    for (const ids of clinics) await insert(database.owner, 'idempotency_key', goodRow('idempotency_key', ids));
  });
  afterAll(() => source.destroy());

  test('the service starts, without asking for anything when it connects', async () => {
    expect((await open(url)).applied).toEqual([]);
  });

  test('of thirty transactions at once on three connections each sees the rows of its own clinic alone', async () => {
    const transactions = new TransactionService(source, setting('TEST_ROLE') || null);
    await transactions.check();
    const asked = Array.from({ length: 30 }, async (_, number) => {
      const { clinic_id } = clinics[number % 2] as Rows;
      const rows = await transactions.run(clinic_id, ({ manager }) =>
        manager.query<{ clinic_id: string }[]>('SELECT DISTINCT clinic_id FROM patient'),
      );
      expect(rows).toEqual([{ clinic_id }]);
      const others = await transactions.runGlobal(({ manager }) => manager.query<object[]>('SELECT id FROM patient'));
      expect(others).toEqual([]);
    });
    await Promise.all(asked);
  });

  test('nothing of a transaction is left on the connection that another client gets next', async () => {
    const look = () =>
      source.query<object[]>(
        `SELECT current_user = session_user AS "asItSignedIn", coalesce(current_setting('app.clinic_id', true), '') AS clinic,
           (SELECT count(*)::int FROM pg_prepared_statements) AS statements`,
      );
    for (const [row] of await Promise.all(Array.from({ length: 9 }, look))) {
      expect(row).toEqual({ asItSignedIn: true, clinic: '', statements: 0 });
    }
  });
});

test('a start-up option in DATABASE_URL, which a pooler refuses, is named with what to do', async () => {
  const opened = open(`${url}&options=-c%20statement_timeout%3D1000`);
  await expect(opened).rejects.toBeInstanceOf(DatabaseNotUsable);
  await expect(opened).rejects.toThrow(
    'The pooler at DATABASE_URL refuses the start-up parameter "options". The service itself sends none: take it out of ' +
      'DATABASE_URL (and out of PGOPTIONS), or set ignore_startup_parameters = options in pgbouncer.ini.',
  );
});

test('where the pooler drops a start-up option instead, row-level security binds all the same', async () => {
  const lenient = await startPooler(setting('TEST_SERVER'), ['ignore_startup_parameters = options']);
  const dropped = url.replace(/host=[^&]*/, /host=[^&]*/.exec(lenient.url)?.[0] ?? '');
  const { connection } = await open(`${dropped}&options=-c%20role%3Dcudos_service`);
  const source = await new DataSource(dataSourceOptions(connection)).initialize();
  await new TransactionService(source, connection.role).check();
  await source.destroy();
  await lenient.stop();
});

test('a pooler that gives a connection to each statement is refused with its own words', async () => {
  const each = await startPooler(setting('TEST_SERVER'), ['pool_mode = statement']);
  const opened = open(url.replace(/host=[^&]*/, /host=[^&]*/.exec(each.url)?.[0] ?? ''));
  await expect(opened).rejects.toBeInstanceOf(DatabaseNotUsable);
  await expect(opened).rejects.toThrow(/transaction blocks not allowed in statement pooling mode/);
  await each.stop();
});
