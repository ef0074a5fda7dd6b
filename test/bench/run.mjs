import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { buildWhereStale } from '../../src/build.mjs';
import { audit } from './audit.mjs';
import { cohorts } from './cohorts.mjs';
import { hostile } from './hostile.mjs';
import { largeTable } from './large-table.mjs';
import { network } from './network.mjs';
import { pages } from './pages.mjs';
import { publications } from './publications.mjs';
import { published } from './public.mjs';
import { scores } from './scores.mjs';
import { shares } from './shares.mjs';
import { spreadsheets } from './spreadsheets.mjs';
import { starts } from './starts.mjs';

const parts = {
  scores: ['Recording scores', scores],
  audit: ['Who did what', audit],
  cohorts: ['Cohorts', cohorts],
  shares: ['Where the time of a cohort goes', shares],
  spreadsheets: ['Spreadsheets', spreadsheets],
  hostile: ['Hostile uploads', hostile],
  starts: ['Start and sign-in', starts],
  public: ['Published figures', published],
  publications: ['Publications before approval', publications],
  pages: ['Pages', pages],
  network: ['All clinics of a database', network],
  table: ['A large table of scores', largeTable],
};

const options = new Command('npm run bench --')
  .description('Measures the real service on this machine and reports in Markdown; nothing here passes or fails.')
  .option('--quick', 'fewer rounds and smaller clinics', false)
  .addOption(new Option('--only <part>', 'one part').choices(Object.keys(parts)))
  .option('--built <folder>', 'a server that was built before, in place of this one')
  .parse()
  .opts();
if (options.built === undefined) await buildWhereStale();
const built = resolve(options.built ?? fileURLToPath(new URL('../../dist/server', import.meta.url)));

const processor = `${cpus().length} x ${cpus()[0]?.model}`;
console.log(`# Speed

Node ${process.versions.node} on ${processor}, load ${Math.round(loadavg()[0])} before. Service, embedded PostgreSQL with
full durability and the clients that measure share the machine; compare ratios, not numbers of two machines.`);
for (const [name, [title, measure]] of Object.entries(parts)) {
  if (options.only !== undefined && options.only !== name) continue;
  const report = await measure(built, options);
  console.log(`\n## ${title}\n\n${report}`);
}
