import { beforeAll, describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { PASSWORD, setupToken, signIn, testClinic, testCourse, type TestClinic } from '../support/clinic.js';

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

  test.each(['/setup', '/invitation', '/password-reset'])(
    'a link to %s that was cut off says so before anything is typed',
    async (path) => {
      const { page, context } = await windowOf(stage, null);
      await page.goto(path);
      await page.getByRole('alert').getByText('This is not the whole link').waitFor();
      expect(await page.locator('input').count()).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
      await context.close();
    },
  );

  test('an invitation opened in the browser of a director leaves no tab with the director’s pages', async () => {
    const director = await signIn(stage.app, clinic.director.email);
    const { page, context } = await windowOf(stage, director);
    await page.goto('/staff');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const email = `kim-same-browser-${clinic.id}@example.org`;
    await page.getByRole('dialog').getByLabel('Name').fill('Kim Okafor');
    await page.getByRole('dialog').getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    const link = new URL(await page.getByLabel('One-time link').inputValue());
    const other = await context.newPage();
    await other.goto(`${link.pathname}${link.hash}`);
    await other.locator('input[name=password]').fill(PASSWORD);
    await other.getByRole('button', { name: 'Save and sign in' }).click();
    await other.getByRole('button', { name: 'Kim Okafor' }).waitFor();
    // The browser now signs everything as Kim, so Kim is whom its tabs have to show.
    await page.getByRole('button', { name: 'Kim Okafor' }).waitFor();
    expect(await page.getByRole('link', { name: 'Staff' }).count()).toBe(0);
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

  test('a page of a role that is not one’s own is reported as missing', async () => {
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
