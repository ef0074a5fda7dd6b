import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UpgradeCopy } from '../../src/backups/before-upgrade.js';
import { chosenBackup } from '../../src/backups/choose-backup.js';
import { restoreAndCheck } from '../../src/commands/restore.command.js';
import { makeSample } from '../../src/commands/sample.command.js';
import { withDatabase, withParts } from '../../src/commands/service-context.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { Environment } from '../../src/environment.js';
import { scratchFolder } from '../support/process.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let given: TestDatabase;
beforeAll(async () => {
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
  given = await testDatabase();
  const environment = new Environment({
    DATABASE_URL: given.url,
    DATA_DIR: join(folder.path, 'data'),
    LOG_LEVEL: 'silent',
  });
  await withParts(environment, given.connection, (context) =>
    makeSample(context.get(TransactionService, { strict: false })),
  );
});
afterAll(async () => {
  await given.close();
  await folder.remove();
});

/** Opens it as this version does, after a version without the last migration had it. */
async function upgraded(settings: Record<string, string>): Promise<string[]> {
  await given.owner.query('ALTER TABLE audit_event DROP COLUMN changes');
  await given.owner.query(`DELETE FROM migration WHERE name LIKE '%1795305600059'`);
  const environment = new Environment({ DATABASE_URL: given.url, DATA_DIR: join(folder.path, 'data'), ...settings });
  const said: string[] = [];
  const copy = new UpgradeCopy(environment, (line) => said.push(line));
  await withDatabase(
    environment,
    async ({ applied }) => Promise.resolve(expect(applied).toEqual(['EventChanges1795305600059'])),
    copy,
  );
  return said;
}

/** What the chain of the clinic says of backups. */
async function events(): Promise<string[]> {
  const rows = await given.owner.query<{ detail: string }[]>(
    `SELECT detail FROM audit_event WHERE action = 'backup.made' ORDER BY position`,
  );
  return rows.map(({ detail }) => detail);
}

test('an older database of DATABASE_URL is copied to BACKUP_DIR before it is changed, and comes back from there', async () => {
  const backups = join(folder.path, 'backups');
  expect(await upgraded({ BACKUP_DIR: backups })).toEqual([
    expect.stringMatching(
      /^The database is of an older version; before it is changed it was copied to .*-before-upgrade\.$/,
    ),
  ]);
  const [name] = await readdir(backups);
  expect(await readdir(backups)).toEqual([expect.stringMatching(/-before-upgrade$/)]);
  expect(await events()).toEqual([`before an upgrade: ${name}`]);
  const order = { to: join(folder.path, 'back'), at: null, identities: [] };
  const { compared } = await restoreAndCheck(new Environment({}), await chosenBackup(backups), order);
  expect(compared.filter(({ holds }) => !holds)).toEqual([]);
});

test('without a folder for backups one sentence says that there is no copy, and how there would be one', async () => {
  const before = await events();
  expect(await upgraded({})).toEqual([expect.stringMatching(/without a copy; with BACKUP_DIR set to a folder/)]);
  expect(await events()).toEqual(before);
});
