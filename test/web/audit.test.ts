import { describe, expect, test } from '@jest/globals';
import { text } from 'node:stream/consumers';
import { AuditBufferService } from '../../src/audit/audit-buffer.service.js';
import { axeFaults } from '../support/axe.js';
import { settled } from '../support/browser.js';
import { testCourse } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

describe('who did what', () => {
  const at = clinicStage();
  const written = () => at.stage.app.app.get(AuditBufferService, { strict: false }).flush();

  test('a director asks from the page of a patient who looked, and takes the list away', async () => {
    const { patientId, chartNumber } = await testCourse(at.clinic.clinician);
    await at.clinic.clinician.get(`/v1/patients/${patientId}`).expect(200);
    const page = await at.open(`/patients/${patientId}`);
    await settled(page);
    await written();
    await page.getByRole('link', { name: 'Who looked' }).click();
    await page.getByRole('heading', { name: `Who looked at chart ${chartNumber}` }).waitFor();
    await page.getByRole('row', { name: /clinician.*looked at the patient/ }).waitFor();
    await page.getByRole('row', { name: /clinician.*added the patient/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('What').selectOption('Only who looked');
    await page.getByRole('row', { name: /added the patient/ }).waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /Dana.*looked at the patient/ })
      .first()
      .waitFor();
    const taken = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      return text(await file.createReadStream());
    };
    // A workbook is a package in the format of ZIP.
    expect(await taken('All of these as Excel')).toMatch(/^PK/);
    const lines = (await taken('All of these as CSV')).trim().split('\n');
    expect(lines.slice(1).every((line) => /,(patient|course)\.read,/.test(line))).toBe(true);
    expect(lines.some((line) => line.includes(chartNumber))).toBe(true);
  });

  test('a director asks from the list of staff what a person did, and finds the refusals among it', async () => {
    await at.clinic.marketing.get('/v1/patients').expect(403);
    await written();
    const page = await at.open('/staff');
    await page.getByRole('link', { name: 'What marketing did' }).click();
    await page.getByRole('heading', { name: 'What marketing did' }).waitFor();
    await page.getByText('GET /v1/patients').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('From').fill('2026-03-21');
    await page.getByText('Nothing of this kind was kept.').waitFor();
    await page.reload();
    await page.getByText('Nothing of this kind was kept.').waitFor();
    expect(await page.getByLabel('From').inputValue()).toBe('2026-03-21');
  });

  test('a clinician has neither the button nor the page', async () => {
    const { patientId } = await testCourse(at.clinic.clinician);
    const page = await at.open(`/patients/${patientId}`, at.clinic.clinician);
    await settled(page);
    expect(await page.getByRole('link', { name: 'Who looked' }).count()).toBe(0);
    await page.goto('/audit');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });

  test.each([1280, 800, 390])('fits a window %d wide', async (width) => {
    for (let made = 0; made < 6; made += 1) await testCourse(at.clinic.clinician);
    await at.clinic.director.post('/v1/system-accounts', { name: 'Health record' }).expect(201);
    const page = await at.open('/audit');
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/audit-${width}.png` });
  });
});
