// Runs the tests on one migrated template database: of a throw-away embedded PostgreSQL, or of TEST_DATABASE_URL.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhereStale, root } from '../../src/build.mjs';

await buildWhereStale();
const { startEmbedded } = await import('../../dist/server/src/database/embedded/launcher.js');
const { dataSourceFor } = await import('../../dist/server/src/database/data-source.js');
const { migrate } = await import('../../dist/server/src/database/migrate.js');

const NEEDED = 2 * 1024 ** 3;

function memoryDirectory() {
  if (!existsSync('/dev/shm')) return tmpdir();
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize > NEEDED ? '/dev/shm' : tmpdir();
}

async function server() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const dataDir = mkdtempSync(join(memoryDirectory(), 'cudos-test-'));
  const embedded = await startEmbedded({ dataDir, durability: 'throwaway' });
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same server, another database: also for `postgres://owner@/name?host=/socket`. */
function databaseAt(url, name) {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

async function sql(url, text) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

const { url, stop } = await server();
const template = `cudos_test_${process.pid}`;
await sql(url, `CREATE DATABASE ${template}`);
const owner = await dataSourceFor({
  url: databaseAt(url, template),
  role: null,
  poolSize: 2,
}).initialize();
const { role } = await migrate(owner);
await owner.destroy();

/** The browser's tests are run on their own: they take a browser and the built pages. */
const [first, ...rest] = process.argv.slice(2);
const ofBrowser = ['--testPathIgnorePatterns', '/node_modules/', '--testPathPatterns'];
const isPart = rest.some((word) => !word.startsWith('-'));
const wanted =
  first === '--browser' ? [...ofBrowser, ...(isPart ? [] : ['test/web/']), ...rest] : process.argv.slice(2);

const jest = spawn(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), ...wanted],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_SERVER: url, TEST_TEMPLATE: template, TEST_ROLE: role ?? '' },
  },
);
const code = await new Promise((resolve) => jest.on('exit', (status) => resolve(status ?? 1)));
const left = await sql(url, `SELECT datname FROM pg_database WHERE datname LIKE '${template}%'`);
for (const { datname } of left.rows) await sql(url, `DROP DATABASE ${datname} WITH (FORCE)`);
await stop();
process.exit(code);
