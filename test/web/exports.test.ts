import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { settled } from '../support/browser.js';
import { PASSWORD } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

describe('exports from the settings', () => {
  const at = clinicStage();

  test('an export is listed with who took it', async () => {
    const page = await at.open('/settings');
    await page.getByText('Nothing was exported yet.').waitFor();
    await page.getByText('Nothing was imported yet.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export scores (CSV)' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    // The mark by which Excel knows UTF-8.
    const bytes = await buffer(await file.createReadStream());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    await page.getByRole('cell', { name: 'Scores' }).waitFor();
    await page.getByRole('cell', { name: 'Dana' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('an export for which nobody is signed in any more comes after the sign-in', async () => {
    const page = await at.open('/settings');
    await page.getByText('Nothing was exported yet.').waitFor();
    // What the page still reads would find the session ended before the link does.
    await settled(page);
    await at.clinic.director.delete('/v1/session').expect(204);
    await page.getByRole('link', { name: 'Export courses (CSV)' }).click();
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('courses.csv');
    await page.getByRole('cell', { name: 'Courses', exact: true }).waitFor();
  });

  test('an export that fails says why, and nothing is downloaded', async () => {
    const page = await at.open('/settings');
    await page.getByText('Nothing was exported yet.').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Export courses (CSV)' }).click();
    await page.getByRole('alert').getByText('The service can’t be reached').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.context().setOffline(false);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export courses (CSV)' }).click();
    await download;
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});
