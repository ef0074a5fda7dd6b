import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { CheckpointService } from '../audit-trail/checkpoint.service.js';
import { BackupEventService } from '../backups/backup-event.service.js';
import { FiguresService } from '../backups/figures.service.js';
import { makeBackup } from '../backups/make-backup.js';
import { UpgradeCopy } from '../backups/before-upgrade.js';
import { prune } from '../backups/prune.js';
import type { OpenDatabase } from '../database/open.js';
import type { Clinic } from '../staff/clinic/clinic.entity.js';
import { readEnvironment, type Environment } from '../environment.js';
import { print, tell } from '../terminal.js';
import { clinicOf, withDatabase, withParts } from './service-context.js';
import { UsageError } from './usage-error.js';

interface Options {
  recipient?: string[];
  clinic?: string;
  bySchedule?: boolean;
}

export const backupCommand = new Command('backup')
  .argument('[folder]', 'where backups are kept, on another disk than the data if there is one; else BACKUP_DIR')
  .option(
    '--recipient <key...>',
    'encrypt to this public key of age, age1...; several may open it; else BACKUP_RECIPIENTS',
  )
  .option('--clinic <name>', 'one clinic alone, whole, for restore --add on another server; without who is signed in')
  .addOption(new Option('--by-schedule', 'as the service makes them').hideHelp())
  .action(async (given: string | undefined, { recipient, clinic: name, bySchedule }: Options) => {
    const { backupDir, backupKeep, backupRecipients } = readEnvironment();
    const folder = given ?? backupDir;
    if (folder === null) throw new UsageError('Name the folder of backups, or set BACKUP_DIR.');
    const work = async (database: OpenDatabase, environment: Environment) => {
      const clinic =
        name === undefined
          ? undefined
          : await withParts(environment, database.connection, (context) => clinicOf(context, name));
      const recipients = recipient ?? backupRecipients;
      print(await backUp(database, environment, folder, recipients, { clinic, bySchedule }));
    };
    await withDatabase(readEnvironment(), work, new UpgradeCopy(readEnvironment(), tell));
    // A folder that was only typed is nobody's to tidy.
    if (given === undefined) await prune(folder, backupKeep);
  });

/** Makes a backup, and has its clinics know. @returns Its folder. */
export async function backUp(
  { connection, ownerUrl, embedded }: OpenDatabase,
  environment: Environment,
  folder: string,
  recipients: readonly string[],
  { clinic, bySchedule = false }: { clinic?: Clinic | undefined; bySchedule?: boolean | undefined } = {},
): Promise<string> {
  return withParts(environment, connection, async (context) => {
    // What was done up to now is then signed in the backup, and not up to an hour ago.
    await context.get(CheckpointService, { strict: false }).write();
    const made = await makeBackup({
      environment,
      ownerUrl,
      embedded,
      clinic: clinic?.id,
      suffix: clinic && '-clinic',
      folder,
      recipients,
      now: new Date(),
      figuresAt: ({ snapshot, at }) =>
        withParts(environment, { ...connection, snapshot }, (parts) =>
          parts.get(FiguresService, { strict: false }).all(at),
        ),
    });
    const how = `${bySchedule ? 'by schedule' : 'by hand'}${recipients.length > 0 ? ', encrypted' : ''}`;
    await context
      .get(BackupEventService, { strict: false })
      .record('backup.made', `${how}: ${basename(made.folder)}`, clinic ? [clinic.id] : null);
    return made.folder;
  });
}
