import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { windowOf } from '../support/browser.js';
import { testClinic, testCourse } from '../support/clinic.js';
import { patientStage, row } from './patient-stage.js';

describe('a patient', () => {
  const patient = patientStage();

  test('is described in words and numbers: 40, 31 and 28 are 12 points or 30 % lower, and improving', async () => {
    await patient.record(40, 31, 28);
    // Nine more baselines of 30: the mean is 31, the SD sqrt((81 + 9 x 1) / 9) = 3.162, and 1.96 x 3.162 x 0.4 = 2.5 points.
    for (let others = 0; others < 9; others += 1) {
      const { courseId } = await testCourse(patient.clinic.clinician);
      await patient.clinic.clinician.score(courseId, 'infusion-1', 30, '2026-03-02').expect(201);
    }
    const { page, context, faults } = await patient.open();
    await page.getByText('12 points lower (30 %)').first().waitFor();
    await page.getByText('Baseline 40, moderate, 2 Mar 2026').waitFor();
    await page.getByText('3 points lower since the score before').waitFor();
    await page.getByText('Improving', { exact: true }).waitFor();
    await page.getByText('Over the latest three scores: 40, 31, 28.').waitFor();
    await page.getByText('3 of 6 infusions with a score').waitFor();
    await page.getByText('more than 2.5 points').waitFor();
    await page.getByRole('img', { name: /Baseline 40/ }).waitFor();
    expect(await page.title()).not.toContain(patient.chartNumber);
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 768, height: 1024 });
    expect(await axeFaults(page)).toEqual([]);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(768);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('has no trend before the third score', async () => {
    await patient.record(40, 31);
    const { page, context } = await patient.open();
    const trend = page.getByRole('heading', { name: 'Trend' }).locator('..');
    await trend.getByText(/Shown from three scores on|fewer than 10 baselines/).waitFor();
    expect(await page.getByText('Improving', { exact: true }).count()).toBe(0);
    await context.close();
  });

  test('a follow-up score is recorded by its weeks and shown beside the six', async () => {
    await patient.record(40, 30);
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Add a score after the series' }).click();
    await page.getByRole('radio', { name: 'Follow-up' }).check();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('25');
    await page.getByRole('textbox', { name: 'Weeks after the series' }).fill('0');
    await page.keyboard.press('Enter');
    await page.getByText('Weeks after the series must be a whole number').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Weeks after the series' }).fill('1');
    await page.keyboard.press('Enter');
    await row(page, 'Follow-up week 1').getByText('15 points lower than at baseline').waitFor();
    await context.close();
  });

  test('a second course is shown beside the first', async () => {
    await patient.record(40, 31, 28, 25, 22, 18);
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Begin a course' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('radio', { name: 'Maintenance' }).isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Begin the course' }).click();
    await page.getByRole('heading', { name: 'Course 2 · Maintenance · from 20 Mar 2026' }).waitFor();
    await page.getByRole('tab', { name: 'Course 1 · Induction' }).click();
    // 40 - 18 = 22 points, 55 %, at most half; below 20 and not at most 10.
    await row(page, 'Infusion 6 18 Minimal').getByText('22 points lower (55 %)').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('is found in the list by the beginning of the chart number', async () => {
    const { page, context } = await windowOf(patient.stage, patient.clinic.clinician);
    await patient.record(40, 31);
    await page.goto('/patients');
    // 31 of 40 are 9 points, 22.5 %; infusion 3 is planned 7 days after 2 March.
    const row = page.getByRole('table', { name: 'Under way' }).getByRole('row').nth(1);
    await row.getByText('9 points lower').waitFor();
    await row.getByRole('img', { name: 'Scores by infusion: 40, 31' }).waitFor();
    await row.getByText('was planned 9 Mar 2026').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Sorted').selectOption('highest score first');
    await page.getByRole('textbox', { name: 'Chart number' }).fill(patient.chartNumber.slice(-4));
    await page.reload();
    await row.getByText('9 points lower').waitFor();
    expect(await page.getByLabel('Sorted').inputValue()).toBe('highestScore');
    expect(await page.getByRole('textbox', { name: 'Chart number' }).inputValue()).toBe(patient.chartNumber.slice(-4));
    await page.getByRole('textbox', { name: 'Chart number' }).fill('');
    await page.getByLabel('Show').selectOption('All patients');
    await page.getByText('1 patient.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Chart number' }).fill('Z-9');
    await page.getByText('No chart number holds Z-9.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Chart number' }).fill(patient.chartNumber.slice(-4));
    await page.getByRole('link', { name: patient.chartNumber }).click();
    await page.getByRole('heading', { name: `Chart ${patient.chartNumber}` }).waitFor();
    await context.close();
  });

  test('of another clinic is reported as missing', async () => {
    const { page, context } = await windowOf(patient.stage, (await testClinic(patient.stage.app)).clinician);
    await page.goto(`/patients/${patient.patientId}`);
    await page.getByText('There is no such patient in this clinic.').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });
});
