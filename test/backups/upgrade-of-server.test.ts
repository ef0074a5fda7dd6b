import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backUpBeforeUpgrade } from '../../src/backups/before-upgrade.js';
import { chosenBackup } from '../../src/backups/choose-backup.js';
import { restoreAndCheck } from '../../src/commands/restore.command.js';
import { openDatabase } from '../../src/database/open.js';
import { Environment } from '../../src/environment.js';
import { scratchFolder } from '../support/process.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let given: TestDatabase;
beforeAll(async () => {
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
  given = await testDatabase();
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
  const beforeMigrating = backUpBeforeUpgrade(environment, (line) => said.push(line));
  const { applied } = await openDatabase(environment, { beforeMigrating });
  expect(applied).toEqual(['EventChanges1795305600059']);
  return said;
}

test('an older database of DATABASE_URL is copied to BACKUP_DIR before it is changed, and comes back from there', async () => {
  const backups = join(folder.path, 'backups');
  expect(await upgraded({ BACKUP_DIR: backups })).toEqual([
    expect.stringMatching(
      /^The database is of an older version; before it is changed it was copied to .*-before-upgrade\.$/,
    ),
  ]);
  expect(await readdir(backups)).toHaveLength(1);
  const order = { to: join(folder.path, 'back'), at: null, identities: [] };
  const { compared } = await restoreAndCheck(new Environment({}), await chosenBackup(backups), order);
  expect(compared.filter(({ holds }) => !holds)).toEqual([]);
});

test('without a folder for backups one sentence says that there is no copy, and how there would be one', async () => {
  expect(await upgraded({})).toEqual([expect.stringMatching(/without a copy; with BACKUP_DIR set to a folder/)]);
});
