import { Command } from 'commander';
import { print, tell } from '../terminal.js';
import { backUpBeforeUpgrade } from '../backups/before-upgrade.js';
import { openDatabase } from '../database/open.js';
import { readEnvironment } from '../environment.js';

export const migrateCommand = new Command('migrate').action(async () => {
  const environment = readEnvironment();
  const beforeMigrating = backUpBeforeUpgrade(environment, tell);
  const database = await openDatabase(environment, { beside: true, log: tell, beforeMigrating });
  await database.close();
  const { applied, description } = database;
  for (const name of applied) print(name);
  tell(applied.length === 0 ? `${description}: nothing to do.` : `${description}: migrated.`);
});
