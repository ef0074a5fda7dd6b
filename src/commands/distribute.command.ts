import { Command } from 'commander';
import { UpgradeCopy } from '../backups/before-upgrade.js';
import { distribute } from '../database/distribution/distribute.js';
import { readEnvironment } from '../environment.js';
import { print, tell } from '../terminal.js';
import { withDatabase } from './service-context.js';
import { UsageError } from './usage-error.js';
import { counted } from '../domain/numbers/words.js';

export const distributeCommand = new Command('distribute').action(async () => {
  const environment = readEnvironment();
  if (environment.databaseUrl === null) throw new UsageError(EMBEDDED);
  await withDatabase(
    environment,
    async ({ ownerUrl }) => {
      const spread = await distribute(ownerUrl);
      for (const { table, rows } of spread) print(`${table}: ${counted(rows, 'row')}, all kept`);
      tell(spread.length === 0 ? 'Every table of clinics is spread over the nodes already.' : SPREAD);
    },
    new UpgradeCopy(environment, tell),
  );
});

const EMBEDDED =
  'The embedded database is of this machine alone. Set DATABASE_URL to a PostgreSQL with Citus; src/database/GROWING.md says how.';
const SPREAD =
  'The tables are spread over the nodes. Never undo that with undistribute_table(): under row-level security it loses rows. The way back is a backup.';
