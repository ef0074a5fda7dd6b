import { mkdtempSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { drillPlace, writeDrillResult } from '../../src/backups/drill-result.js';
import { DrillScheduleService } from '../../src/backups/drill-schedule.service.js';
import { writeManifest } from '../../src/backups/manifest.js';
import { BackupScheduleService } from '../../src/backups/schedule.service.js';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic } from '../support/clinic.js';

const backups = mkdtempSync(join(tmpdir(), 'cudos-backups-'));
const stage = browserStage({
  BACKUP_DIR: backups,
  BACKUP_DRILL_EVERY: '168',
  DATABASE_URL: 'postgres://unused@localhost/unused',
});
const AT = '2026-03-20T16:30:00.000Z';
const passed = { at: '2026-03-20T16:40:00.000Z', backupAt: AT, failure: null, seconds: 42 };
let page: Page;
let close: () => Promise<void>;

/** A server that made a backup half an hour ago, and restored it on trial. */
beforeAll(async () => {
  await mkdir(join(backups, 'latest'));
  const kind = { format: 'cudos-backup/1', kind: 'tables', clinic: null, archive: null, firstWal: null } as const;
  const made = { software: '', at: AT, startedAt: AT, finishedAt: AT, postgres: '', files: [] };
  await writeManifest(join(backups, 'latest'), { ...kind, ...made });
  await writeDrillResult(drillPlace(backups, null), passed);
  await stage.app.app.get(BackupScheduleService).start();
  const opened = await windowOf(stage, (await testClinic(stage.app)).director);
  ({ page } = opened);
  close = async () => {
    expect(opened.faults).toEqual([]);
    await opened.context.close();
    await rm(backups, { recursive: true });
  };
});
afterAll(() => close());

test('a director sees when a backup was restored on trial, and how that went', async () => {
  await page.goto('/settings');
  // 16:30 UTC is 10:30 in Denver, in summer time since March 8.
  await page.getByText(/The backup of .*10:30.* was restored on trial, .*10:40.*It took 42 s\./).waitFor();
  expect(await axeFaults(page)).toEqual([]);
});

test('a director sees why a backup could not be restored, and whom to tell', async () => {
  await writeDrillResult(drillPlace(backups, null), { ...passed, failure: 'The backup is damaged.' });
  await stage.app.app.get(DrillScheduleService, { strict: false }).start(null);
  await page.goto('/settings');
  const alert = page.getByRole('alert').filter({ hasText: 'could not be restored on trial' });
  await alert.getByText('The backup is damaged. Tell the person who runs the server.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});
