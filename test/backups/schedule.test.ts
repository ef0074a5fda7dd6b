import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { UpgradeCopy } from '../../src/backups/before-upgrade.js';
import { prune } from '../../src/backups/prune.js';
import { writeManifest } from '../../src/backups/manifest.js';
import { openDatabase } from '../../src/database/open.js';
import { Environment } from '../../src/environment.js';
import { fromSource, scratchFolder, ServiceProcess } from '../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
beforeEach(async () => {
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
});
afterEach(() => folder.remove());
const at = (...names: string[]) => join(folder.path, ...names);

interface Ready {
  status: string;
  backup: { at: string | null; ageSeconds: number | null; overdue: boolean };
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = await look();
    if (found !== null) return found;
    await sleep(100);
  }
  throw new Error('It did not come.');
}

test('a service with a folder for backups makes its first one by itself, and says its age; without room it is ready still', async () => {
  const settings = { DATA_DIR: at('data'), BACKUP_DIR: at('backups'), PORT: '0', LOG_LEVEL: 'error' };
  const service = new ServiceProcess('main', [], settings, fromSource);
  try {
    const url = await service.says(/Serving (\S+) on/);
    const ready = async () => (await (await fetch(`${url}/readyz`)).json()) as Ready;
    const made = await until(async () => {
      const { status, backup } = await ready();
      expect(status).toBe('ok');
      return backup.at === null ? null : backup;
    });
    expect(made.overdue).toBe(false);
    expect(made.ageSeconds).toBeGreaterThanOrEqual(0);
    expect((await readdir(at('backups'))).filter((name) => name !== 'wal')).toHaveLength(1);
  } finally {
    service.kill('SIGTERM');
    expect((await service.ended()).code).toBe(0);
  }
});

test('a version that changes tables copies them first, and changes nothing where it can not', async () => {
  const environment = new Environment({ DATA_DIR: at('data') });
  const first = await openDatabase(environment, { throwaway: true });
  const client = new pg.Client({ connectionString: first.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM migration');
  // As a version without the last migration left it.
  await client.query("DROP TABLE access_grant; DELETE FROM migration WHERE name LIKE '%1795305600027'");
  await client.end();
  await first.close();

  const said: string[] = [];
  await writeFile(at('data', 'before-upgrade'), 'in the way');
  const open = () =>
    openDatabase(environment, {
      throwaway: true,
      beforeMigrating: new UpgradeCopy(environment, (line) => said.push(line)).make,
    });
  await expect(open()).rejects.toThrow("nothing was changed, because it can't be copied first");
  expect(said).toEqual([]);
  await rm(at('data', 'before-upgrade'));
  const upgraded = await open();
  await upgraded.close();
  expect(upgraded.applied.length).toBeGreaterThan(0);
  expect(upgraded.applied.length).toBeLessThan(rows[0]!.n);
  expect(said).toEqual([expect.stringMatching(/it was copied to .*\/before-upgrade\/[\dT-]+Z-before-upgrade\.$/)]);
  const again = await open();
  await again.close();
  expect(said).toHaveLength(1);
});

test('the latest backups are kept, and what the service did not make is not touched', async () => {
  const manifest = {
    format: 'cudos-backup/1',
    kind: 'files',
    clinic: null,
    software: '',
    startedAt: '',
    finishedAt: '',
    postgres: '',
  } as const;
  const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
  for (const day of [...days, 'mine']) {
    const name = day === 'mine' ? 'mine' : `${day}T00-00-00Z`;
    await mkdir(at('backups', name), { recursive: true });
    const instant = `${day === 'mine' ? '2020-01-01' : day}T00:00:00.000Z`;
    const firstWal = `0000000100000000000000${day.slice(-2)}`;
    await writeManifest(at('backups', name), { ...manifest, at: instant, archive: 'a', firstWal, files: [] });
  }
  await mkdir(at('backups', 'wal', 'a'), { recursive: true });
  for (const file of ['01', '02', '03'])
    await writeFile(at('backups', 'wal', 'a', `0000000100000000000000${file}.gz`), '');
  // The service is writing it; its next turn finds that it is not needed.
  await writeFile(at('backups', 'wal', 'a', '000000010000000000000001.gz.part'), '');
  await prune(at('backups'), 2);
  expect((await readdir(at('backups'))).sort()).toEqual([
    '2026-03-02T00-00-00Z',
    '2026-03-03T00-00-00Z',
    'mine',
    'wal',
  ]);
  expect((await readdir(at('backups', 'wal', 'a'))).sort()).toEqual([
    '000000010000000000000001.gz.part',
    '000000010000000000000002.gz',
    '000000010000000000000003.gz',
  ]);
});
