import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { removeLeftDrills } from '../../src/backups/drill-folder.js';
import { MANIFEST, type Manifest } from '../../src/backups/manifest.js';
import { makeSample } from '../../src/commands/sample.command.js';
import { withParts } from '../../src/commands/service-context.js';
import { findRunning } from '../../src/database/embedded/launcher.js';
import { commandLines } from '../../src/database/embedded/processes.js';
import { openDatabase } from '../../src/database/open.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { Environment } from '../../src/environment.js';
import { fromSource, scratchFolder, ServiceProcess } from '../support/process.js';

// A service starts from source, makes a backup and restores it whole: a loaded machine takes its time.
const LONG = 300_000;

interface Drill {
  at: string;
  passed: boolean;
  overdue: boolean;
}

let folder: Awaited<ReturnType<typeof scratchFolder>>;
const at = (...names: string[]) => join(folder.path, ...names);
const settings = () => ({
  DATA_DIR: at('data'),
  BACKUP_DIR: at('backups'),
  BACKUP_DRILL_EVERY: '24',
  TMPDIR: at('tmp'),
  PORT: '0',
  LOG_LEVEL: 'error',
});

/** A clinic with figures, in a data directory that a service can start on. */
beforeAll(async () => {
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
  await mkdir(at('tmp'), { mode: 0o711 });
  const environment = new Environment({ DATA_DIR: at('data'), LOG_LEVEL: 'silent' });
  const database = await openDatabase(environment, { throwaway: true });
  await withParts(environment, database.connection, (context) =>
    makeSample(context.get(TransactionService, { strict: false })),
  );
  await database.close();
});
afterAll(() => folder.remove());

/** Has a service try its latest backup. @returns What it says of it, and the last event of the clinic's chain. */
async function drilled(): Promise<{ drill: Drill; event: { action: string; detail: string }; log: string }> {
  const service = new ServiceProcess('main', [], settings(), fromSource);
  try {
    const url = await service.says(/Serving (\S+) on/);
    for (;;) {
      const { backup } = (await (await fetch(`${url}/readyz`)).json()) as { backup: { drill: Drill | null } };
      const event = backup.drill && (await lastTry());
      if (backup.drill && event) return { drill: backup.drill, event, log: service.output };
      await sleep(100);
    }
  } finally {
    service.kill('SIGTERM');
    expect((await service.ended()).code).toBe(0);
  }
}

async function lastTry(): Promise<{ action: string; detail: string } | undefined> {
  const client = new pg.Client({ connectionString: (await findRunning(at('data')))!.url });
  await client.connect();
  const { rows } = await client.query<{ action: string; detail: string }>(
    `SELECT action, detail FROM audit_event ORDER BY position DESC LIMIT 1`,
  );
  await client.end();
  return rows.find(({ action }) => action === 'backup.tried');
}

const backups = async () => (await readdir(at('backups'))).filter((name) => /^\d{4}/.test(name));
const place = async () => at('backups', 'drills', (await readdir(at('backups', 'drills')))[0]!);
const result = async () =>
  JSON.parse(await readFile(join(await place(), 'last-drill.json'), 'utf8')) as { failure: string | null };

/** As at a time when a drill is due again, with another backup than the one that is there. */
async function replaced(change: (backup: string) => Promise<void>): Promise<void> {
  const [name] = await backups();
  await change(at('backups', name!));
  await rm(await place(), { recursive: true });
}

test(
  'the first backup is restored on trial by itself, and nothing of the trial is left',
  async () => {
    const { drill, event } = await drilled();
    expect(drill).toMatchObject({ passed: true, overdue: false });
    const [name] = await backups();
    expect(event.detail).toMatch(new RegExp(`^passed in \\d+ seconds?: ${name}$`));
    expect(await result()).toMatchObject({ failure: null });
    expect(await readdir(at('tmp'))).toEqual([]);
  },
  LONG,
);

test(
  'a backup in which one figure is not what its rows come to is found, and no clinic is named to others',
  async () => {
    await replaced(async (backup) => {
      // With the right checksum: only who restores it and counts can know.
      const path = join(backup, 'contents.json.gz');
      const contents = gunzipSync(await readFile(path)).toString();
      const changed = contents.replace(/(?<="cohorts":.*?:)\d+(?=[,}])/, '12345');
      expect(changed).not.toBe(contents);
      const bytes = gzipSync(changed);
      await writeFile(path, bytes);
      const manifest = JSON.parse(await readFile(join(backup, MANIFEST), 'utf8')) as Manifest;
      const file = manifest.files.find(({ name }) => name === 'contents.json.gz')!;
      Object.assign(file, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
      await writeFile(join(backup, MANIFEST), JSON.stringify(manifest));
    });
    const { drill, event, log } = await drilled();
    expect(drill.passed).toBe(false);
    const { failure } = await result();
    expect(event.detail).toBe(`failed: ${(await backups())[0]}: ${failure}`);
    expect(failure).toMatch(/^1 of \d+ checks of what was restored did not hold; the log of the service names them\.$/);
    expect(log).toContain('Sample Ketamine Clinic');
    expect(await readdir(at('tmp'))).toEqual([]);
  },
  LONG,
);

test(
  'what a drill leaves behind that was killed is removed at the next, with its PostgreSQL',
  async () => {
    const words = ['restore', at('backups'), '--drill', '--by-schedule'];
    const killed = new ServiceProcess('commands/cudos', words, settings(), fromSource);
    const servers = async () =>
      (await commandLines()).filter(({ command }) => command.includes(at('tmp', 'cudos-drill-')));
    while ((await servers()).length === 0) await sleep(20);
    expect((await readdir(at('tmp'))).filter((name) => name.startsWith('cudos-drill-'))).toHaveLength(1);
    // One that is under way stays.
    await removeLeftDrills(at('tmp'));
    expect((await readdir(at('tmp'))).filter((name) => name.startsWith('cudos-drill-'))).toHaveLength(1);
    killed.kill('SIGKILL');
    await killed.ended();
    await removeLeftDrills(at('tmp'));
    expect(await readdir(at('tmp'))).toEqual([]);
    while ((await servers()).length > 0) await sleep(20);
  },
  LONG,
);
