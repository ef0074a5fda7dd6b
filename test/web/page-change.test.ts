import { beforeAll, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';

const stage = browserStage();
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await testClinic(stage.app);
});

test('the bar says at once where one goes, and the page that is left stays until the other has come', async () => {
  const { page, context, faults } = await windowOf(stage, clinic.director);
  await page.goto('/patients');
  await page.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
  await settled(page);
  const held = new Promise<() => Promise<void>>((come) => {
    void page.route(/\/scores-page-.*\.js$/, (route) => come(() => route.continue()));
  });
  await page.getByRole('link', { name: 'Scores' }).click();
  const letGo = await held;
  await page.locator('[aria-current=page]', { hasText: 'Scores' }).waitFor();
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'attached' });
  expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Patients']);
  expect(await axeFaults(page)).toEqual([]);
  await letGo();
  await page.getByRole('heading', { level: 1, name: 'Scores' }).waitFor();
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

test('what was chosen on the page of one patient is not chosen on the next one’s', async () => {
  const [one, other] = [await testCourse(clinic.clinician), await testCourse(clinic.clinician)];
  const { page, context } = await windowOf(stage, clinic.clinician);
  await page.goto(`/patients/${one.patientId}`);
  const table = page.getByRole('button', { name: 'Show as a table' });
  await table.click();
  await page.getByRole('button', { name: 'Hide the table' }).waitFor();
  await page.evaluate(`history.pushState(null, "", "/patients/${other.patientId}")`);
  await page.getByRole('heading', { level: 1, name: other.chartNumber }).waitFor();
  await table.waitFor();
  await context.close();
});
