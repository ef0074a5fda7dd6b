import { beforeEach, describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { PASSWORD, signIn, testClinic, type TestClinic } from '../support/clinic.js';

const NEW_PASSWORD = 'another sentence altogether';

describe('one’s own account', () => {
  const stage = browserStage();
  let clinic: TestClinic;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
  });

  test('refuses a change of password beside the field that is wrong, and keeps the old one', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    await page.goto('/account');
    await page.locator('input[name=currentPassword]').fill('not the password');
    await page.locator('input[name=newPassword]').fill('too short');
    await page.keyboard.press('Enter');
    await page.getByText('A password has at least 12 characters').first().waitFor();
    await page.locator('input[name=newPassword]').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('input[name=currentPassword][data-invalid]').waitFor();
    await page.locator('input[name=newPassword]:not([data-invalid])').waitFor();
    await page.getByText('This is not your current password').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await signIn(stage.app, clinic.clinician.email, PASSWORD);
    await context.close();
  });

  test('ends one other session, or all of them, and stays signed in itself', async () => {
    const phone = await signIn(stage.app, clinic.clinician.email);
    const tablet = await signIn(stage.app, clinic.clinician.email);
    const desk = await signIn(stage.app, clinic.clinician.email);
    const { page, context } = await windowOf(stage, clinic.clinician);
    await page.goto('/account');
    const ends = page.getByRole('button', { name: /^End the session/ });
    await ends.nth(2).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await ends.first().click();
    await ends.nth(2).waitFor({ state: 'detached' });
    expect(await ends.count()).toBe(2);
    await page.getByRole('button', { name: 'End all others' }).click();
    await ends.first().waitFor({ state: 'detached' });
    for (const other of [phone, tablet, desk]) await other.get('/v1/session').expect(401);
    await clinic.clinician.get('/v1/session').expect(200);
    await context.close();
  });
});
