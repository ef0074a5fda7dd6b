import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chosenBackup } from '../../src/backups/choose-backup.js';
import { readContents } from '../../src/backups/contents.js';
import { addRows } from '../../src/backups/restore-rows.js';
import { backUp } from '../../src/commands/backup.command.js';
import { restoreAndCheck } from '../../src/commands/restore.command.js';
import { makeSample } from '../../src/commands/sample.command.js';
import { publishSample } from '../../src/commands/sample/publish-sample.js';
import { withParts } from '../../src/commands/service-context.js';
import { openDatabase, type OpenDatabase } from '../../src/database/open.js';
import type { Clinic } from '../../src/staff/clinic/clinic.entity.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { Environment } from '../../src/environment.js';
import { scratchFolder } from '../support/process.js';
import { onServer, testDatabase, type TestDatabase } from '../support/test-database.js';

/** A login that owns the tables and that row-level security binds, as a rented server gives it. */
const BOUND = 'cudos_test_bound';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let given: TestDatabase;
let database: OpenDatabase;
let sampleId: string;
const at = (...names: string[]) => join(folder.path, ...names);
const environment = () => new Environment({ DATABASE_URL: given.url, DATA_DIR: at('data'), LOG_LEVEL: 'silent' });

/** Two clinics in a database of somebody else's server: one has published, the other is empty. */
beforeAll(async () => {
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
  given = await testDatabase();
  database = await openDatabase(environment());
  await withParts(environment(), database.connection, async (context) => {
    const { sample } = await makeSample(context.get(TransactionService, { strict: false }));
    await publishSample(context, sample, new Date());
    sampleId = sample.clinic.id;
  });
  await given.owner.query(
    `INSERT INTO clinic SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'name', 'Elsewhere'))).* FROM clinic c`,
  );
  // A backup has the end of each chain signed, for which its clinic is locked.
  await given.owner.query(`INSERT INTO clinic_lock SELECT id, 1 FROM clinic WHERE name = 'Elsewhere'`);
});

afterAll(async () => {
  await database.close();
  await given.close();
  await folder.remove();
});

/** Rows of each table; of those with a clinic only that clinic's, where one is named. */
async function counted(source: TestDatabase, clinicId?: string): Promise<Record<string, number>> {
  const tables = await source.owner.query<{ name: string; owned: boolean }[]>(
    `SELECT relname AS name, EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'clinic_id') AS owned
     FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const records: Record<string, number> = {};
  for (const { name, owned } of tables) {
    const where = owned && clinicId !== undefined ? `WHERE clinic_id = '${clinicId}'` : '';
    const [row] = await source.owner.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${name} ${where}`);
    records[name] = row!.n;
  }
  return records;
}

test('every row of a server is kept, and makes an embedded database with every figure', async () => {
  const before = await counted(given);
  const made = await chosenBackup(await backUp(database, environment(), at('backups'), []));
  expect((await readContents(made, [])).records).toEqual(before);
  const { compared } = await restoreAndCheck(environment(), made, { to: at('new'), at: null, identities: [] });
  expect(compared.filter(({ holds }) => !holds)).toEqual([]);
  expect(compared.some(({ what }) => /^Sample Ketamine Clinic: \d,\d{3} figures/.test(what))).toBe(true);
  expect(await readdir(at('new', 'signing-keys'))).toHaveLength(1);
});

test('a login that row-level security binds reads every row too, where a plain COPY gives it none without an error', async () => {
  await onServer(`DROP ROLE IF EXISTS ${BOUND}`);
  await onServer(`CREATE ROLE ${BOUND} LOGIN NOSUPERUSER NOBYPASSRLS`);
  const tables = Object.keys(await counted(given));
  for (const table of tables) await given.owner.query(`ALTER TABLE ${table} OWNER TO ${BOUND}`);
  try {
    const ownerUrl = given.url.replace(/\/\/[^@/]*@/, `//${BOUND}@`);
    const made = await chosenBackup(await backUp({ ...database, ownerUrl }, environment(), at('bound'), []));
    const { audit_event, ...others } = await counted(given);
    // That the backup was made is in the chain of both clinics, and not in the backup.
    expect((await readContents(made, [])).records).toEqual({ ...others, audit_event: audit_event! - 2 });
  } finally {
    for (const table of tables) await given.owner.query(`ALTER TABLE ${table} OWNER TO CURRENT_USER`);
    await onServer(`DROP ROLE ${BOUND}`);
  }
});

test('one clinic alone is read into another installation, whole, and once', async () => {
  const clinic = { id: sampleId } as Clinic;
  const backup = await chosenBackup(await backUp(database, environment(), at('alone'), [], { clinic }));
  const contents = await readContents(backup, []);
  const { audit_event, ...ours } = await counted(given, sampleId);
  const other = await testDatabase();
  try {
    const order = { backup, contents, identities: [] };
    await addRows(other.url, order);
    const { session, one_time_link, idempotency_key, migration, ...kept } = ours;
    expect([session, one_time_link, idempotency_key, migration]).toHaveLength(4);
    // "Elsewhere" stays where it is, and that the backup was made came after it.
    expect(await counted(other)).toMatchObject({ ...kept, clinic: kept.clinic! - 1, audit_event: audit_event! - 1 });
    const before = await counted(other);
    await expect(addRows(other.url, order)).rejects.toThrow(
      'Something of the backup is here already, so nothing was added: a clinic with the ',
    );
    expect(await counted(other)).toEqual(before);
    await other.owner.query(`DELETE FROM migration WHERE id = (SELECT max(id) FROM migration)`);
    await expect(addRows(other.url, order)).rejects.toThrow('whose tables differ from those here');
  } finally {
    await other.close();
  }
});
