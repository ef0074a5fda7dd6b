import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { dataSourceOptions } from '../../src/database/data-source.js';
import type { Pipeline } from '../../src/database/pipeline.js';
import { RowSecurityOff } from '../../src/database/row-security.js';
import { sqlStateOf } from '../../src/database/sql-state.js';
import { ClinicTransaction, GlobalTransaction, type Transaction } from '../../src/database/transaction.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { goodRow, insert, insertClinic, type Rows } from '../structure/rows.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

const TENANT_TABLES = [
  'staff',
  'patient',
  'course',
  'assessment_version',
  'assessment',
  'safety_notice',
  'spreadsheet_import',
  'idempotency_key',
];
/** Tables of which the service may change or delete rows at all. */
const CHANGEABLE = ['staff', 'patient', 'course', 'assessment', 'safety_notice', 'idempotency_key'];
const NOT_ALLOWED = '42501';

let database: TestDatabase;
let source: DataSource;
let transactions: TransactionService;
let own: Rows;
let other: Rows;
beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource(dataSourceOptions(database.connection)).initialize();
  transactions = new TransactionService(source, database.connection.role);
});
afterAll(async () => {
  await source.destroy();
  await database.close();
});
beforeEach(async () => {
  own = await fullClinic();
  other = await fullClinic();
});

async function fullClinic(): Promise<Rows> {
  const ids = await insertClinic(database.owner);
  for (const table of TENANT_TABLES.slice(3)) {
    await insert(database.owner, table, goodRow(table, ids));
  }
  return ids;
}

const countOf = async (table: string, { clinic_id }: Rows) => {
  const [row] = await database.owner.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM ${table} WHERE clinic_id = $1`,
    [clinic_id],
  );
  return row?.n;
};
const stateOf = async (work: Promise<unknown>) => work.then(() => null, sqlStateOf);

describe('a statement that forgot its clinic', () => {
  test.each(TENANT_TABLES)('reads nothing of %s where no clinic is set', async (table) => {
    expect(await database.service.query(`SELECT * FROM ${table}`)).toEqual([]);
  });

  test.each(TENANT_TABLES)('reads of %s the rows of the clinic that is set', async (table) => {
    const rows = await transactions.run(own.clinic_id, ({ manager }) =>
      manager.query<{ clinic_id: string }[]>(`SELECT clinic_id FROM ${table}`),
    );
    expect(new Set(rows.map(({ clinic_id }) => clinic_id))).toEqual(new Set([own.clinic_id]));
  });

  test.each(CHANGEABLE)('changes and deletes nothing of another clinic in %s', async (table) => {
    const before = await countOf(table, other);
    await transactions.run(own.clinic_id, async ({ manager }) => {
      const changed = await manager.query<[unknown[], number]>(
        `UPDATE ${table} SET clinic_id = clinic_id WHERE clinic_id = '${other.clinic_id}'`,
      );
      expect(changed[1]).toBe(0);
    });
    const unset = await database.service.query<[unknown[], number]>(`UPDATE ${table} SET clinic_id = clinic_id`);
    expect(unset[1]).toBe(0);
    expect(await countOf(table, other)).toBe(before);
  });

  test('deletes no retry of another clinic', async () => {
    await transactions.run(own.clinic_id, ({ manager }) => manager.query(`DELETE FROM idempotency_key`));
    expect(await countOf('idempotency_key', own)).toBe(0);
    expect(await countOf('idempotency_key', other)).toBe(1);
  });
});

describe('a row of another clinic', () => {
  test.each(['staff', 'patient', 'course', 'spreadsheet_import', 'idempotency_key'])(
    'is not taken into %s, with a clinic set or without',
    async (table) => {
      const row = goodRow(table, other);
      expect(await stateOf(insert(database.service, table, row))).toBe(NOT_ALLOWED);
      const inOwn = transactions.run(own.clinic_id, ({ manager }) => insert(manager, table, row));
      expect(await stateOf(inOwn)).toBe(NOT_ALLOWED);
    },
  );

  test('can’t be made by moving one’s own', async () => {
    const moved = transactions.run(own.clinic_id, ({ manager }) =>
      manager.query(`UPDATE patient SET clinic_id = '${other.clinic_id}'`),
    );
    expect(await stateOf(moved)).toBe(NOT_ALLOWED);
  });
});

test.each([
  `UPDATE assessment_version SET total = 0`,
  `DELETE FROM assessment_version`,
  `TRUNCATE assessment_version`,
  `DELETE FROM assessment`,
  `DELETE FROM patient`,
  `DELETE FROM staff`,
  `ALTER TABLE patient DISABLE ROW LEVEL SECURITY`,
  `DROP POLICY patient_own_clinic ON patient`,
  `CREATE TABLE mine (id int)`,
])('the service may not %s', async (statement) => {
  const work = transactions.run(own.clinic_id, ({ manager }) => manager.query(statement));
  expect(await stateOf(work)).toBe(NOT_ALLOWED);
});

test('the clinic of one transaction is gone in the next on the same connection', async () => {
  const runner = database.service.createQueryRunner();
  const read = () => runner.query(`SELECT clinic_id FROM patient`) as Promise<unknown[]>;
  await runner.startTransaction();
  await runner.query(`SET LOCAL app.clinic_id = '${own.clinic_id}'`);
  expect(await read()).toHaveLength(1);
  await runner.commitTransaction();
  expect(await read()).toEqual([]);
  await runner.startTransaction();
  await runner.query(`SET LOCAL app.clinic_id = '${own.clinic_id}'`);
  await runner.rollbackTransaction();
  expect(await read()).toEqual([]);
  await runner.release();
});

test('100 transactions at once on ten connections each see their own clinic', async () => {
  const turns = Array.from({ length: 100 }, (_, turn) => (turn % 2 === 0 ? own : other));
  const seen = await Promise.all(
    turns.map(({ clinic_id }) =>
      transactions.run(clinic_id, async ({ manager }) => {
        const rows = await manager.query<{ clinic_id: string }[]>(`SELECT clinic_id FROM patient`);
        return rows.map((row) => row.clinic_id);
      }),
    ),
  );
  expect(seen).toEqual(turns.map(({ clinic_id }) => [clinic_id]));
});

test('an error rolls everything back', async () => {
  const row = goodRow('patient', own);
  const work = transactions.run(own.clinic_id, async ({ manager }) => {
    await insert(manager, 'patient', row);
    throw new Error('changed our mind');
  });
  await expect(work).rejects.toThrow('changed our mind');
  expect(await countOf('patient', own)).toBe(1);
});

test.each(['', 'null', `${v7()}'; DROP TABLE patient; --`, v7().toUpperCase()])(
  'what is no id of a clinic opens no transaction: %j',
  async (clinicId) => {
    await expect(transactions.run(clinicId, () => Promise.resolve())).rejects.toThrow('A clinic id must be a UUID.');
  },
);

test('a transaction on one clinic and one on none can’t be exchanged', () => {
  const ofClinic = (_transaction: ClinicTransaction) => {};
  const ofNone = (_transaction: GlobalTransaction) => {};
  const pipeline = { manager: database.service.manager } as Pipeline;
  // @ts-expect-error: it sees no clinic
  ofClinic(new GlobalTransaction(pipeline));
  // @ts-expect-error: it sees one
  ofNone(new ClinicTransaction(pipeline, own.clinic_id));
  // @ts-expect-error: it was opened for nothing
  ofNone(pipeline);
});

describe('on a connection that signed in as a superuser', () => {
  const whoIs = `SELECT current_user::text AS name, session_user::text = current_user::text AS "signedIn"`;
  const asSuperuser = () => new TransactionService(database.owner, 'cudos_service');

  test.each(['run', 'runGlobal', 'runGlobalOnce'] as const)('%s works as the role that is bound', async (how) => {
    const ask = async ({ pipeline }: Pick<Transaction, 'pipeline'>) => pipeline.query<object>(whoIs);
    const service = asSuperuser();
    const seen = how === 'run' ? await service.run(own.clinic_id, ask) : await service[how](ask);
    expect(seen).toEqual([{ name: 'cudos_service', signedIn: false }]);
    expect(await database.owner.query(whoIs)).toMatchObject([{ signedIn: true }]);
  });

  test('a statement that forgot its clinic reads nothing', async () => {
    const service = asSuperuser();
    const all = async ({ pipeline }: Pick<Transaction, 'pipeline'>) => pipeline.query<object>('SELECT id FROM patient');
    expect(await service.runGlobal(all)).toEqual([]);
    expect(await service.runGlobalOnce(all)).toEqual([]);
    expect(await service.run(own.clinic_id, all)).toHaveLength(1);
  });

  test('a connection that takes no role is found out, and nothing is read from then on', async () => {
    const service = new TransactionService(database.owner, null);
    await expect(service.check()).rejects.toBeInstanceOf(RowSecurityOff);
    await expect(service.check()).rejects.toThrow(/^Row-level security does not bind the role .* on .*patient.*\.$/);
    const reading = jest.fn(() => Promise.resolve());
    await expect(service.run(own.clinic_id, reading)).rejects.toBeInstanceOf(RowSecurityOff);
    await expect(service.runGlobal(reading)).rejects.toBeInstanceOf(RowSecurityOff);
    await expect(service.runGlobalOnce(reading)).rejects.toBeInstanceOf(RowSecurityOff);
    expect(reading).not.toHaveBeenCalled();
  });
});

test('row-level security that is switched off on one table is found out, until it is on again', async () => {
  await transactions.check();
  await database.owner.query('ALTER TABLE course DISABLE ROW LEVEL SECURITY');
  await expect(transactions.check()).rejects.toThrow(/ on course; nothing is served/);
  await database.owner.query('ALTER TABLE course ENABLE ROW LEVEL SECURITY');
  await transactions.check();
  await transactions.run(own.clinic_id, ({ manager }) => manager.query('SELECT 1'));
});

test('a database that hides from a clinic its own rows is found out, until it shows them again', async () => {
  const person = { name: 'dana@example.org', clinic_id: own.clinic_id, staff_id: own.staff_id };
  await insert(database.owner, 'sign_in_name', person);
  await transactions.check();
  // As where app.clinic_id does not reach the node that holds the rows.
  const [policy] = await database.owner.query<{ qual: string }[]>(
    `SELECT qual FROM pg_policies WHERE tablename = 'staff'`,
  );
  await database.owner.query('ALTER POLICY staff_own_clinic ON staff USING (false)');
  await expect(transactions.check()).rejects.toThrow(
    /^The database does not show a clinic its own rows, .* nothing is served/,
  );
  await expect(transactions.run(own.clinic_id, () => Promise.resolve())).rejects.toBeInstanceOf(RowSecurityOff);
  await database.owner.query(`ALTER POLICY staff_own_clinic ON staff USING ${policy?.qual}`);
  await transactions.check();
});
