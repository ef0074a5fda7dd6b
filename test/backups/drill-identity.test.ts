import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDrillIdentity } from '../../src/backups/identities.js';
import { SettingsError } from '../../src/environment.js';
import { scratchFolder } from '../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let backupDrillIdentity: string;
let own: string;
beforeAll(async () => {
  folder = await scratchFolder();
  const identity = await generateIdentity();
  own = await identityToRecipient(identity);
  backupDrillIdentity = join(folder.path, 'key.txt');
  await writeFile(backupDrillIdentity, `# public key: ${own}\n${identity}\n`);
});
afterAll(() => folder.remove());

const another = async () => identityToRecipient(await generateIdentity());

test('a key that opens what is encrypted from now on is enough, also beside others', async () => {
  await checkDrillIdentity({ backupDrillIdentity, backupRecipients: [await another(), own] });
});

test('a key of nobody among the recipients is refused at the start, as no drill could open a backup', async () => {
  const refused = checkDrillIdentity({ backupDrillIdentity, backupRecipients: [await another()] });
  await expect(refused).rejects.toBeInstanceOf(SettingsError);
  await expect(refused).rejects.toThrow('holds the private key of none of BACKUP_RECIPIENTS');
});

test('a file without a key is refused at the start', async () => {
  const path = join(folder.path, 'empty.txt');
  await writeFile(path, own);
  const refused = checkDrillIdentity({ backupDrillIdentity: path, backupRecipients: [own] });
  await expect(refused).rejects.toThrow(
    `BACKUP_DRILL_IDENTITY can't be used: ${path} holds no private key of age; a line of it looks like AGE-SECRET-KEY-1...`,
  );
});
