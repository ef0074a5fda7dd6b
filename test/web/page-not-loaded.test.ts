import { beforeAll, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, type TestClinic } from '../support/clinic.js';

const stage = browserStage();
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await testClinic(stage.app);
});

test('a page that can’t be loaded says why, and leads back to the one before', async () => {
  const { page, context } = await windowOf(stage, clinic.director);
  await page.goto('/patients');
  await page.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
  await settled(page);
  // Over plain http no part of a page is kept.
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('heading', { level: 1, name: 'This page can’t be opened now' }).waitFor();
  await page.getByText('There is no connection, and this page was not open before.').waitFor();
  expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(true);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go back' }).click();
  await page.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByText('A part of it did not come').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Drop a spreadsheet here').waitFor();
  await context.close();
});
