import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drillPlace, readDrillResult, writeDrillResult } from '../../src/backups/drill-result.js';
import { DrillScheduleService } from '../../src/backups/drill-schedule.service.js';
import { backupIn, writeManifest, type Backup } from '../../src/backups/manifest.js';
import { answer } from '../support/answer.js';
import { testClinic } from '../support/clinic.js';
import { scratchFolder } from '../support/process.js';
import { testApp, type TestApp } from '../support/test-app.js';

const HOUR = 3_600_000;

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let app: TestApp;
let backup: Backup;
let place: string;

/** A service on a server of `DATABASE_URL` that tries its backups once a day; the latest lacks its files. */
beforeAll(async () => {
  folder = await scratchFolder();
  backup = await emptyBackup('2026-03-20T16:30:00.000Z');
  place = drillPlace(folder.path, null);
  app = await testApp({ BACKUP_DIR: folder.path, BACKUP_DRILL_EVERY: '24' });
});
afterAll(async () => {
  await app.close();
  await folder.remove();
});

async function emptyBackup(at: string): Promise<Backup> {
  const path = join(folder.path, at.slice(0, 10));
  await mkdir(path);
  const kind = { format: 'cudos-backup/1', kind: 'tables', clinic: null, archive: null, firstWal: null } as const;
  const files = [{ name: 'rows.copy.gz', bytes: 1, sha256: '' }];
  await writeManifest(path, { ...kind, at, software: '', startedAt: '', finishedAt: '', postgres: '', files });
  return backupIn(path);
}

/** What a service does that starts now, whose latest backup is this. */
async function checked(latest: Backup | undefined): Promise<DrillScheduleService> {
  const drills = app.app.get(DrillScheduleService, { strict: false });
  await drills.start(null);
  drills.check(latest);
  await drills.idle();
  return drills;
}

test('while another machine that shares the folder tries a backup, and where there is none, nothing is tried', async () => {
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'being-made'), 'another-machine');
  expect((await checked(backup)).state()).toEqual({ last: null, running: false, overdue: false });
  await rm(join(place, 'being-made'));
  expect((await checked(undefined)).state()?.last).toBeNull();
  app.clock.advance(31 * HOUR);
  // Due after 24 hours, late after 30; this service started when it was checked last.
  expect(app.app.get(DrillScheduleService, { strict: false }).state()?.overdue).toBe(true);
});

test('what a machine left behind that gave no sign of life holds up nothing; the chain of the clinic says what came of it', async () => {
  const clinic = await testClinic(app);
  await writeFile(join(place, 'being-made'), 'another-machine');
  const long = Date.now() / 1000 - 130;
  await utimes(join(place, 'being-made'), long, long);
  const { last } = (await checked(backup)).state()!;
  expect(last).toMatchObject({ backupAt: '2026-03-20T16:30:00.000Z', at: app.clock.now().toISOString() });
  expect(last?.failure).not.toBeNull();
  const { body } = await answer(clinic.director.get('/v1/audit-events?action=backup.tried').expect(200));
  expect(body).toMatchObject({ items: [{ detail: expect.stringMatching(/^failed: 2026-03-20: ./), staffId: null }] });
});

test('after a failure the same backup waits its time, and another one is tried at once', async () => {
  const first = (await readDrillResult(place))!;
  app.clock.advance(HOUR);
  expect((await checked(backup)).state()?.last).toEqual(first);
  const another = await emptyBackup('2026-03-21T16:30:00.000Z');
  expect((await checked(another)).state()?.last?.backupAt).toBe('2026-03-21T16:30:00.000Z');
});

test('one that passed is tried again when its time has come, by whichever process', async () => {
  const passed = { at: app.clock.now().toISOString(), backupAt: backup.manifest.at, failure: null, seconds: 12 };
  await writeDrillResult(place, passed);
  app.clock.advance(24 * HOUR - 1);
  expect((await checked(backup)).state()?.last).toEqual(passed);
  app.clock.advance(1);
  expect((await checked(backup)).state()?.last?.at).toBe(app.clock.now().toISOString());
});

test('a backup that was removed while it was tried says nothing of backups', async () => {
  const before = await readDrillResult(place);
  app.clock.advance(25 * HOUR);
  expect((await checked({ ...backup, folder: join(folder.path, 'gone') })).state()?.last).toEqual(before);
});
