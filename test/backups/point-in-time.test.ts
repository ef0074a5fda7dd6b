import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { chosenBackup } from '../../src/backups/choose-backup.js';
import { bringBack, takeToBackups, walFolder } from '../../src/backups/wal-archive.js';
import { backUp } from '../../src/commands/backup.command.js';
import { restoreAndCheck } from '../../src/commands/restore.command.js';
import { archiveFolder, archiveName } from '../../src/database/embedded/archive.js';
import { startEmbedded } from '../../src/database/embedded/launcher.js';
import { openDatabase, type OpenDatabase } from '../../src/database/open.js';
import { Environment } from '../../src/environment.js';
import { scratchFolder } from '../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let database: OpenDatabase;
let owner: pg.Client;
let identity: string;
let recipient: string;
const at = (...names: string[]) => join(folder.path, ...names);
const environment = () => new Environment({ DATA_DIR: at('data'), BACKUP_DIR: at('backups'), LOG_LEVEL: 'silent' });

beforeAll(async () => {
  folder = await scratchFolder();
  identity = await generateIdentity();
  recipient = await identityToRecipient(identity);
  await chmod(folder.path, 0o711);
  database = await openDatabase(environment());
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('CREATE TABLE kept (name text)');
});

afterAll(async () => {
  await owner.end();
  await database.close();
  await folder.remove();
});

/** Writes a row, and gives an instant after its commit; a date has milliseconds, so it has to be one later. */
async function write(name: string): Promise<Date> {
  await owner.query('INSERT INTO kept VALUES ($1)', [name]);
  await owner.query('SELECT pg_sleep(0.01)');
  const { rows } = await owner.query<{ now: Date }>(`SELECT clock_timestamp() AS now, pg_sleep(0.01)`);
  return rows[0]!.now;
}

/** Takes all that is written so far to the backups, as the service does every few seconds. */
async function archive(): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('SELECT pg_walfile_name(pg_switch_wal()) AS name');
  const to = walFolder(at('backups'), await archiveName(at('data')));
  for (let look = 0; look < 400; look += 1) {
    await takeToBackups(archiveFolder(at('data')), to, [recipient]);
    if ((await readdir(to).catch((): string[] => [])).includes(`${rows[0]!.name}.gz.age`)) return;
    await sleep(50);
  }
  throw new Error('The write-ahead log was not archived.');
}

async function rowsAt(instant: Date, to: string): Promise<{ names: string[]; endsAt: Date | null }> {
  const backup = await chosenBackup(at('backups'), instant);
  const { compared, endsAt } = await restoreAndCheck(environment(), backup, {
    to,
    at: instant,
    identities: [identity],
  });
  expect(compared.filter(({ holds }) => !holds)).toEqual([]);
  const back = await startEmbedded({ dataDir: to });
  const client = new pg.Client({ connectionString: back.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('SELECT name FROM kept ORDER BY 1');
  await client.end();
  await back.stop();
  return { names: rows.map(({ name }) => name), endsAt };
}

test('the state of an instant between backups is brought back, with all before it and nothing after it', async () => {
  const early = new Date(Date.now() - 3_600_000);
  await write('a, before the backup');
  await archiveName(at('data'));
  await backUp(database, environment(), at('backups'), [recipient]);
  await write('b, after the backup');
  const instant = await write('c, before the mistake');
  const late = await write('d, the mistake');
  await archive();

  const before = await rowsAt(instant, at('before'));
  expect(before.names).toEqual(['a, before the backup', 'b, after the backup', 'c, before the mistake']);
  expect(before.endsAt).toBeNull();
  // Nothing was committed after this instant, which PostgreSQL alone takes for a failure.
  expect((await rowsAt(late, at('late'))).names).toHaveLength(4);
  await expect(chosenBackup(at('backups'), early)).rejects.toThrow('There is no backup before');
});

test('a file of the log that is missing ends what can be brought back', async () => {
  const name = (low: string) => `00000001000000000000${low}`;
  const [aside, kept, to] = [at('aside'), at('kept'), at('brought')];
  for (const path of [aside, kept, to]) await mkdir(path);
  // Files of a megabyte count up to FFF, so the first of the next thousand follows.
  const next = '000000010000000100000000';
  for (const each of [name('0FFE'), name('0FFF'), next, '000000010000000100000002'])
    await writeFile(join(aside, each), each);
  expect(await takeToBackups(aside, kept, [])).toBe(4);
  expect(await readdir(aside)).toEqual([]);
  await writeFile(join(to, name('0FFD')), '');
  expect(await bringBack(kept, to, name('0FFD'), [])).not.toBeNull();
  expect((await readdir(to)).sort()).toEqual([name('0FFD'), name('0FFE'), name('0FFF'), next]);
});

test('what a start without an archive writes begins another archive', async () => {
  const before = await archiveName(at('before'));
  await (await startEmbedded({ dataDir: at('before') })).stop();
  expect(await archiveName(at('before'))).not.toBe(before);
});

test('a copy of a data directory keeps its write-ahead log apart from that of the original', async () => {
  expect(await archiveName(at('before'))).not.toBe(await archiveName(at('data')));
});
