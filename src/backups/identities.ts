import { readFile } from 'node:fs/promises';
import { identityToRecipient } from 'age-encryption';
import { SettingsError, type Environment } from '../environment.js';
import { BackupFault } from './backup-fault.js';

/** The keys of a file as age-keygen writes it: comments, then a key a line. @throws BackupFault where it holds none. */
export function identitiesIn(bytes: Uint8Array, path: string): string[] {
  const keys = Buffer.from(bytes)
    .toString()
    .split('\n')
    .map((line) => line.trim());
  const found = keys.filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (found.length > 0) return found;
  throw new BackupFault(`${path} holds no private key of age; a line of it looks like AGE-SECRET-KEY-1...`);
}

/** Can what is encrypted from now on be opened for a drill? @throws SettingsError where it can't. */
export async function checkDrillIdentity({
  backupDrillIdentity: path,
  backupRecipients,
}: Pick<Environment, 'backupDrillIdentity' | 'backupRecipients'>): Promise<void> {
  if (path === null) return;
  const identities = await readFile(path)
    .then((bytes) => identitiesIn(bytes, path))
    .catch(unusable);
  const own = await Promise.all(identities.map((identity) => identityToRecipient(identity).catch(() => '')));
  if (backupRecipients.length === 0 || own.some((recipient) => backupRecipients.includes(recipient))) return;
  throw new SettingsError(
    'BACKUP_DRILL_IDENTITY holds the private key of none of BACKUP_RECIPIENTS, so no drill could open a backup.',
  );
}

function unusable(error: unknown): never {
  throw new SettingsError(`BACKUP_DRILL_IDENTITY can't be used: ${(error as Error).message}`);
}
