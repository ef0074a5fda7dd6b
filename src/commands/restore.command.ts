import { Command, Option } from 'commander';
import { constants, setPriority } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { BackupEventService } from '../backups/backup-event.service.js';
import { addCheckpoints } from '../backups/checkpoints.js';
import { compareFigures, type Compared } from '../backups/compare.js';
import { readContents } from '../backups/contents.js';
import { chosenBackup } from '../backups/choose-backup.js';
import { inDrillFolder } from '../backups/drill-folder.js';
import { FiguresService } from '../backups/figures.service.js';
import { identitiesIn } from '../backups/identities.js';
import { checkFiles, type Backup } from '../backups/manifest.js';
import { addKeys, addRows } from '../backups/restore-rows.js';
import { KEYS_FOLDER, restoreBackup } from '../backups/restore-backup.js';
import { readEnvironment, type Environment } from '../environment.js';
import { print } from '../terminal.js';
import { wholeFile } from './files.js';
import { withDatabase, withParts } from './service-context.js';
import { UsageError } from './usage-error.js';
import { checkRecords, checkRestored, printChecked } from './verify-records.js';
import { zonedInstant } from './zoned-instant.js';

interface Options {
  to?: string;
  drill?: boolean;
  add?: boolean;
  at?: string;
  identity?: string;
  bySchedule?: boolean;
}

const MOST_BYTES = 64 * 1024;

export const restoreCommand = new Command('restore')
  .argument('[backup]', 'a backup, or the folder of backups for the latest of them; else BACKUP_DIR')
  .option('--to <folder>', 'the new data directory')
  .option('--drill', 'only try it: in a folder for temporary files, which is removed again')
  .option('--add', 'read what a backup of rows holds into the database of the settings, beside what is there')
  .option('--at <instant>', 'as it was then, between backups: with its zone, e.g. 2026-03-20T17:05:00Z')
  .option('--identity <file>', 'private keys of age, for a backup that is encrypted')
  .addOption(new Option('--by-schedule', 'as the service tries them').hideHelp())
  .action(async (given: string | undefined, { to, add, drill, identity, at: typed, bySchedule }: Options) => {
    // PostgreSQL, which it starts, gets the same.
    if (bySchedule) setPriority(constants.priority.PRIORITY_LOW);
    const path = given ?? readEnvironment().backupDir;
    if (path === null) throw new UsageError('Name a backup or a folder of them, or set BACKUP_DIR.');
    const identities = identity === undefined ? [] : identitiesIn(await wholeFile(identity, MOST_BYTES), identity);
    const at = typed === undefined ? null : zonedInstant(typed);
    const backup = await chosenBackup(path, at);
    if (add) return void (await addHere(backup, identities));
    if (drill) return drilled(backup, at, identities);
    if (to === undefined) throw new UsageError('Name a new folder with --to, or say --drill or --add.');
    const { compared, endsAt } = await restoreAndCheck(readEnvironment(), backup, { to, at, identities });
    print(`${resolve(to)} is as it was at ${(endsAt ?? at)?.toISOString() ?? backup.manifest.at}.`);
    if (endsAt) print(`What was kept ends there, before ${typed}.`);
    if (!printChecked(compared)) process.exitCode = 1;
    else print(`Start the service on it with DATA_DIR=${resolve(to)}`);
  });

/** Makes a data directory of a backup, opens it as a start does, and compares it with what the backup counted. */
export async function restoreAndCheck(
  environment: Environment,
  backup: Backup,
  { to, at, identities }: { to: string; at: Date | null; identities: readonly string[] },
): Promise<{ compared: Compared[]; endsAt: Date | null }> {
  const contents = await readContents(backup, identities);
  const runAs = environment.databaseAccount ?? undefined;
  const { endsAt } = await restoreBackup({ backup, contents, to, identities, at, runAs });
  const dataDir = resolve(to);
  const signingKeysDir = join(dataDir, KEYS_FOLDER);
  // What is read of a replica would be of the database that the backup was made of.
  const own = { databaseUrl: null, replica: null, dataDir, signingKeysDir, backupDir: null };
  Object.assign(environment, own);
  const compared = await withDatabase(environment, ({ connection, ownerUrl }) =>
    withParts(environment, connection, async (context) => {
      // The backup counted at its own moment, not at another one.
      const found =
        at === null
          ? await checkRestored(context, ownerUrl, { contents, manifest: backup.manifest })
          : await checkRecords(context);
      const asOf = (endsAt ?? at)?.toISOString() ?? backup.manifest.at;
      await context
        .get(BackupEventService, { strict: false })
        .record('backup.restored', `${nameOf(backup)}, as of ${asOf}`);
      return found;
    }),
  );
  return { compared, endsAt };
}

/** Restores to a folder that is removed again: whether the backup is good for anything is seen by no other way. */
async function drilled(backup: Backup, at: Date | null, identities: readonly string[]): Promise<void> {
  await inDrillFolder(async (folder) => {
    const { compared } = await restoreAndCheck(readEnvironment(), backup, { to: join(folder, 'data'), at, identities });
    print(`${backup.folder} was restored and removed again.`);
    if (!printChecked(compared)) process.exitCode = 1;
  });
}

/** Adds the clinics of a backup to the database of the settings, and compares their figures. */
export async function addHere(
  backup: Backup,
  identities: readonly string[],
  environment = readEnvironment(),
): Promise<void> {
  await checkFiles(backup);
  const contents = await readContents(backup, identities);
  const compared = await withDatabase(environment, async ({ connection, ownerUrl }) => {
    await addRows(ownerUrl, { backup, contents, identities });
    await addKeys(backup, environment.signingKeysDir, identities);
    await addCheckpoints(backup, environment.dataDir, identities);
    return withParts(environment, connection, async (context) => {
      const figures = await context.get(FiguresService, { strict: false }).all(new Date(backup.manifest.at));
      const found = [...compareFigures(contents.clinics, figures), ...(await checkRecords(context))];
      const added = contents.clinics.map(({ clinicId }) => clinicId);
      const detail = `${nameOf(backup)}, added beside others`;
      await context.get(BackupEventService, { strict: false }).record('backup.restored', detail, added);
      return found;
    });
  });
  print(`Added: ${contents.clinics.map(({ name }) => name).join(', ')}.`);
  if (!printChecked(compared)) process.exitCode = 1;
}

/** How a backup is called among others: its folder, no more than an event holds. */
function nameOf({ folder }: Backup): string {
  return basename(resolve(folder)).slice(0, 80);
}
