import { text } from 'node:stream/consumers';
import type { Environment } from '../environment.js';
import { readBackupFile } from './backup-file.js';
import { BackupFault } from './backup-fault.js';
import type { ClinicFigures } from './figures.service.js';
import { fileOf, type Backup } from './manifest.js';

/** What a backup ought to hold, counted at its moment; a file of the backup, so encrypted with it. */
export interface Contents {
  /** Rows of each table. */
  records: Record<string, number>;
  /** Names of the migrations that the database had. */
  migrations: string[];
  clinics: ClinicFigures[];
  /** The settings of the service, without passwords. */
  settings: Record<string, unknown>;
}

export async function readContents(backup: Backup, identities: readonly string[]): Promise<Contents> {
  const found = await text(await readBackupFile(fileOf(backup, 'contents.json'), identities)).catch(
    (error: unknown) => {
      if (error instanceof BackupFault) throw error;
      throw new BackupFault(`The backup in ${backup.folder} can't be read (${(error as Error).message}).`);
    },
  );
  return JSON.parse(found) as Contents;
}

/** The settings to keep; of an address with a password only who, where and which database. */
export function settingsToKeep(environment: Environment): Record<string, unknown> {
  const { databaseUrl, ...settings } = environment;
  return { ...settings, databaseUrl: databaseUrl && databaseUrl.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1@') };
}
