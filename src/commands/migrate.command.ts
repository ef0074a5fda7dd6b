import { Command } from 'commander';
import { UpgradeCopy } from '../backups/before-upgrade.js';
import { readEnvironment } from '../environment.js';
import { print, tell } from '../terminal.js';
import { withDatabase } from './service-context.js';

export const migrateCommand = new Command('migrate').action(async () => {
  const environment = readEnvironment();
  const copy = new UpgradeCopy(environment, tell);
  const { applied, description } = await withDatabase(environment, (database) => Promise.resolve(database), copy);
  for (const name of applied) print(name);
  tell(applied.length === 0 ? `${description}: nothing to do.` : `${description}: migrated.`);
});
