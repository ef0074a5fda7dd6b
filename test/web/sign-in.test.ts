import { beforeAll, describe, expect, test } from '@jest/globals';
import { axeFaults, browserStage, windowOf } from '../support/browser.js';
import {
  PASSWORD,
  setupToken,
  testClinic,
  testCourse,
  type TestClinic,
} from '../support/clinic.js';

describe('signing in', () => {
  const stage = browserStage();
  let clinic: TestClinic;

  beforeAll(async () => {
    clinic = await testClinic(stage.app);
  });

  test('the link of the first start leads to a clinic and a signed-in director', async () => {
    const { page, context, faults } = await windowOf(stage, null);
    await page.goto(`/setup#${await setupToken(stage.app)}`);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Name').first().fill('Riverside');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await page.getByLabel('Name').nth(1).fill('Dana Reyes');
    await page.getByLabel('E-mail address').fill('dana@riverside.example');
    await page.locator('input[name=password]').fill('too short');
    await page.getByRole('button', { name: 'Set up the clinic' }).click();
    await page.getByRole('alert').waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set up the clinic' }).click();
    await page.getByRole('button', { name: 'Dana Reyes' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a person signs in by keyboard alone, and out again', async () => {
    const { page, context } = await windowOf(stage, null);
    await page.goto('/account');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.type(clinic.clinician.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    await page.getByRole('button', { name: 'clinician' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await context.close();
  });

  test('a page of a role that is not one’s own is told to be missing', async () => {
    const { page, context } = await windowOf(stage, clinic.marketing);
    await page.goto('/scores');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('a patient is found from any page by one key and the beginning of a chart number', async () => {
    const { patientId, chartNumber } = await testCourse(clinic.clinician);
    const { page, context, faults } = await windowOf(stage, clinic.clinician);
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    await page.keyboard.press('/');
    // Typed without waiting: no character may be lost.
    await page.keyboard.type(chartNumber.slice(0, -1));
    await page.getByRole('option', { name: chartNumber }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.type(chartNumber.slice(-1));
    await page.keyboard.press('Enter');
    await page.waitForURL(`/patients/${patientId}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a chart number that nobody has is said to be nobody’s', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    await page.goto('/account');
    await page.getByRole('combobox').fill('Zz-1');
    await page.getByText('No chart number begins with Zz-1.').waitFor();
    await context.close();
  });
});
