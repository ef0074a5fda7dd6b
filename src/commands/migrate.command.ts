import { Command } from 'commander';
import { openDatabase } from '../database/open.js';
import { readEnvironment } from '../environment.js';
import { tell } from '../serve.js';

export const migrateCommand = new Command('migrate')
  .description('bring the database to this version; every start does the same')
  .action(async () => {
    const database = await openDatabase(readEnvironment(), { beside: true, log: tell });
    await database.close();
    const { applied, description } = database;
    for (const name of applied) console.log(name);
    tell(applied.length === 0 ? `${description}: nothing to do.` : `${description}: migrated.`);
  });
