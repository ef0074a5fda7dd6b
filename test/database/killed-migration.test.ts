import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../migrations/list.js';
import { ownerDataSource } from '../../src/database/data-source.js';
import { startEmbedded } from '../../src/database/embedded/launcher.js';
import { migrate } from '../../src/database/migrate.js';
import { fromSource, scratchFolder, ServiceProcess } from '../support/process.js';

/** As many migrations are open as there can be with clinics and people there already. */
const FIRST = migrations.slice(0, 1).map(({ name }) => name);

let folder: Awaited<ReturnType<typeof scratchFolder>>;
beforeEach(async () => {
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
});
afterEach(() => folder.remove());

test('a version killed while it migrates an older folder has copied it before, and the next start ends the work with nothing lost', async () => {
  const dataDir = join(folder.path, 'data');
  const old = await startEmbedded({ dataDir });
  const owner = await ownerDataSource(old.url, FIRST).initialize();
  await migrate(owner);
  await owner.query(
    `INSERT INTO clinic (id, name, time_zone, created_at, request_id)
     SELECT gen_random_uuid(), 'Clinic ' || n, 'UTC', now(), 'test' FROM generate_series(1, 200) n`,
  );
  await owner.destroy();
  await old.stop();

  const settings = { DATA_DIR: dataDir };
  const killed = new ServiceProcess('commands/cudos', ['migrate'], settings, fromSource);
  await killed.says(/before it is changed it was copied to/);
  killed.kill('SIGKILL');
  await killed.ended();
  expect(await readdir(join(dataDir, 'before-upgrade'))).not.toEqual([]);

  const { code, errors } = await new ServiceProcess('commands/cudos', ['migrate'], settings, fromSource).ended();
  expect({ code, errors }).toMatchObject({ code: 0 });
  const back = await startEmbedded({ dataDir });
  const client = new pg.Client({ connectionString: back.url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT (SELECT count(*)::int FROM clinic) AS clinics, (SELECT count(*)::int FROM migration) AS migrations',
  );
  await client.end();
  await back.stop();
  expect(rows).toEqual([{ clinics: 200, migrations: migrations.length }]);
});
