import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { drillPlace, writeDrillResult } from '../../src/backups/drill-result.js';
import { writeManifest } from '../../src/backups/manifest.js';
import { BackupScheduleService } from '../../src/backups/schedule.service.js';
import { answer } from '../support/answer.js';
import { testClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { testToken } from '../support/tokens.js';

const HOUR = 3_600_000;

let app: TestApp;
let backups: string;
/** A service that makes backups, the latest of half an hour ago, so that none is due. */
beforeAll(async () => {
  backups = await mkdtemp(join(tmpdir(), 'cudos-backups-'));
  await mkdir(join(backups, 'latest'));
  await writeManifest(join(backups, 'latest'), {
    format: 'cudos-backup/1',
    kind: 'tables',
    clinic: null,
    software: '',
    at: '2026-03-20T16:30:00.000Z',
    startedAt: '',
    finishedAt: '',
    postgres: '',
    archive: null,
    firstWal: null,
    files: [],
  });
  await writeDrillResult(drillPlace(backups, null), {
    at: '2026-03-20T16:00:00.000Z',
    backupAt: '2026-03-20T16:30:00.000Z',
    failure: 'The backup is damaged.',
    seconds: 12,
  });
  app = await testApp({
    BACKUP_DIR: backups,
    BACKUP_DRILL_EVERY: '24',
    DATABASE_URL: 'postgres://unused@localhost/unused',
  });
  await app.app.get(BackupScheduleService).start();
});
afterAll(async () => {
  await app.close();
  await rm(backups, { recursive: true });
});

test('how the last drill went is told, with its reason to directors alone', async () => {
  const { director } = await testClinic(app);
  const { header } = await testToken(director, ['metrics:read']);
  const { text } = await request(app.url).get('/metrics').set('Authorization', header).expect(200);
  expect(text.split('\n').filter((line) => line.startsWith('cudos_backup_drill_'))).toEqual([
    'cudos_backup_drill_overdue 0',
    'cudos_backup_drill_failing 1',
    'cudos_backup_drill_age_seconds 3600',
    'cudos_backup_drill_duration_seconds 12',
  ]);
  const at = '2026-03-20T16:00:00.000Z';
  const ready = await request(app.url).get('/readyz').expect(200);
  expect(ready.body).toMatchObject({ backup: { drill: { at, passed: false, overdue: false } } });
  expect(ready.text).not.toContain('damaged');
  const { body } = await answer(director.get('/v1/backups').expect(200));
  const last = {
    at,
    backupAt: '2026-03-20T16:30:00.000Z',
    passed: false,
    failure: 'The backup is damaged.',
    seconds: 12,
  };
  expect(body).toMatchObject({ drill: { running: false, overdue: false, last } });
});

test('the age of the latest backup is told, and from a quarter of the time between past its due time that it is overdue', async () => {
  const { header } = await testToken((await testClinic(app)).director, ['metrics:read']);
  const told = async () => {
    const { text } = await request(app.url).get('/metrics').set('Authorization', header).expect(200);
    return text
      .split('\n')
      .filter((line) => /^cudos_(backup|archive)_[a-z]+[ _]/.test(line) && !line.includes('drill'));
  };
  const others = ['cudos_backup_failing 0', 'cudos_archive_failing 0'];
  expect(await told()).toEqual(['cudos_backup_age_seconds 1800', 'cudos_backup_overdue 0', ...others]);
  // Due after 24 hours, late after 30.
  app.clock.advance(29 * HOUR);
  expect(await told()).toEqual(['cudos_backup_age_seconds 106200', 'cudos_backup_overdue 0', ...others]);
  app.clock.advance(HOUR);
  expect(await told()).toEqual(['cudos_backup_age_seconds 109800', 'cudos_backup_overdue 1', ...others]);
  const ready = await request(app.url).get('/readyz').expect(200);
  expect(ready.body).toMatchObject({ status: 'ok', backup: { at: '2026-03-20T16:30:00.000Z', overdue: true } });
});
