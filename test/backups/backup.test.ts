import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { chmod, cp, mkdir, open, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { backUp } from '../../src/commands/backup.command.js';
import { chosenBackup } from '../../src/backups/choose-backup.js';
import { restoreAndCheck } from '../../src/commands/restore.command.js';
import { makeSample } from '../../src/commands/sample.command.js';
import { publishSample } from '../../src/commands/sample/publish-sample.js';
import { withParts } from '../../src/commands/service-context.js';
import { streamBaseBackup } from '../../src/database/backup/base-backup.js';
import { openDatabase, type OpenDatabase } from '../../src/database/open.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { Environment } from '../../src/environment.js';
import { command } from '../support/command.js';
import { scratchFolder } from '../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let database: OpenDatabase;
let backup: string;
let identity: string;
const at = (...names: string[]) => join(folder.path, ...names);
const environment = () => new Environment({ DATA_DIR: at('data'), LOG_LEVEL: 'silent' });

/** One clinic that has published, and one encrypted backup of it, made while its database runs. */
beforeAll(async () => {
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
  identity = await generateIdentity();
  database = await openDatabase(environment(), { throwaway: true });
  await withParts(environment(), database.connection, async (context) => {
    const { sample } = await makeSample(context.get(TransactionService, { strict: false }));
    await publishSample(context, sample, new Date());
  });
  backup = await backUp(database, environment(), at('backups'), [await identityToRecipient(identity)]);
});

afterAll(async () => {
  await database.close();
  await folder.remove();
});

const restore = async (from: string, to: string, identities = [identity]) =>
  restoreAndCheck(environment(), await chosenBackup(from), { to, at: null, identities });

test('a data directory made of a backup holds every row, every figure and every seal', async () => {
  const { compared } = await restore(at('backups'), at('new'));
  expect(compared.filter(({ holds }) => !holds)).toEqual([]);
  expect(compared.map(({ what }) => what)).toEqual([
    expect.stringMatching(/^\d,\d{3} rows in \d+ tables, as counted in the backup$/),
    expect.stringMatching(/^Sample Ketamine Clinic: \d,\d{3} figures of its cohorts are what they were$/),
    'Sample Ketamine Clinic: every course counts as its entries say',
    'Sample Ketamine Clinic: every entry is its latest version',
    expect.stringMatching(
      /^Sample Ketamine Clinic: \d closed groups and versions of entries are as recorded; 1,\d{3} of before have no hash in an event yet$/,
    ),
    'Sample Ketamine Clinic: 5 accounts have their roles and states as recorded',
    'Sample Ketamine Clinic: what was approved and withdrawn is public as recorded',
    '1 publication is as it was signed',
    expect.stringMatching(/^Sample Ketamine Clinic: who did what is as it was recorded, \d+ events$/),
    expect.stringMatching(
      /^Sample Ketamine Clinic: it goes through 1 signed checkpoint, the last of event 4 on [\d-]+$/,
    ),
  ]);
  const keys = await readdir(at('data', 'signing-keys'));
  expect(keys).toHaveLength(1);
  expect(await readdir(at('new', 'signing-keys'))).toEqual(keys);
});

test('the command restores it too, and a command works on what it made', async () => {
  await writeFile(at('key.txt'), `# made by age-keygen\n${identity}\n`);
  const cudos = (words: string[], dataDir: string) => command(words, { DATA_DIR: at(dataDir) });
  const made = await cudos(['restore', backup, '--to', at('typed'), '--identity', at('key.txt')], 'data');
  expect(made).toMatchObject({ code: 0, errors: '' });
  const drilled = await cudos(['restore', backup, '--drill', '--identity', at('key.txt')], 'data');
  expect(drilled).toMatchObject({ code: 0, errors: '' });
  expect(drilled.output).toMatch(/was restored and removed again\.\nyes /);
  expect(made.output).toContain(`Start the service on it with DATA_DIR=${at('typed')}`);
  expect((await cudos(['backup', at('again')], 'typed')).output).toMatch(/again\/\d{4}-\d\d-\d\dT[\d-]+Z\n$/);
});

test('nothing of a clinic can be read in the files of an encrypted backup', async () => {
  for (const name of await readdir(backup)) {
    const bytes = await readFile(join(backup, name));
    expect(bytes.includes('Sample Ketamine')).toBe(false);
    if (name !== 'backup.json') expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  }
});

test('without its key, or with that of somebody else, a backup is not opened', async () => {
  await expect(restore(backup, at('no'), [])).rejects.toThrow('The backup is encrypted; give the file with');
  await expect(restore(backup, at('no'), [await generateIdentity()])).rejects.toThrow('not encrypted to this identity');
  await expect(readdir(at('no'))).rejects.toThrow('ENOENT');
});

test('a folder with anything in it is not touched', async () => {
  await mkdir(at('taken'));
  await writeFile(at('taken', 'mine.txt'), 'mine');
  await expect(restore(backup, at('taken'))).rejects.toThrow(
    `${at('taken')} is not empty, and nothing is written over: name a new folder, or move that one away.`,
  );
  expect(await readdir(at('taken'))).toEqual(['mine.txt']);
});

test('a backup that was never finished is none', async () => {
  await cp(backup, at('half'), { recursive: true });
  await rm(at('half', 'backup.json'));
  await expect(restore(at('half'), at('no'))).rejects.toThrow(
    `${at('half')} is no backup, or one that was never finished: it has no backup.json.`,
  );
});

test('a byte that was changed in a backup is found before anything is made of it', async () => {
  await cp(backup, at('damaged'), { recursive: true });
  const file = await open(at('damaged', 'base.tar.gz.age'), 'r+');
  await file.write(Buffer.from([0, 1]), 0, 2, 5000);
  await file.close();
  await rm(at('damaged', 'wal.tar.gz.age'));
  await expect(restore(at('damaged'), at('no'))).rejects.toThrow(
    'base.tar.gz.age is not as it was written; wal.tar.gz.age is missing.',
  );
});

test('a recipient that is none is said before anything is written', async () => {
  const made = backUp(database, environment(), at('elsewhere'), ['age1nobody']);
  await expect(made).rejects.toThrow('"age1nobody" is no recipient of age');
  await expect(readdir(at('elsewhere'))).rejects.toThrow('ENOENT');
});

test('a part that can not be written ends the copy with its reason', async () => {
  const full = () => new Writable({ write: (_chunk, _encoding, done) => done(new Error('the disk is full')) });
  await expect(streamBaseBackup(database.ownerUrl, 'test', full)).rejects.toThrow('could not be written');
});

test('a part that is written slowly is waited for again and again, and by one listener at a time', async () => {
  let most = 0;
  const slow = () => {
    const part: Writable = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        most = Math.max(most, ...['drain', 'finish', 'close'].map((event) => part.listenerCount(event)));
        setImmediate(done);
      },
    });
    return part;
  };
  await streamBaseBackup(database.ownerUrl, 'test', slow);
  // Of this copying one, where it waits; more than ten would be told to the person at the terminal as a leak.
  expect(most).toBe(1);
});

test('a folder that can not be written to is said in a sentence', async () => {
  await writeFile(at('file'), '');
  const made = backUp(database, environment(), at('file', 'backups'), []);
  await expect(made).rejects.toThrow(
    `The backup can't be written to ${at('file', 'backups')}: a part of the path is a file`,
  );
});
