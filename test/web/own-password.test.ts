import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { PASSWORD, signIn } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

const NEW_PASSWORD = 'another long sentence is as good';

describe('the own account', () => {
  const at = clinicStage();

  test('a person changes the password and ends another session', async () => {
    const elsewhere = await signIn(at.stage.app, at.clinic.clinician.email);
    const page = await at.open('/account', at.clinic.clinician);
    await page.getByRole('button', { name: 'End the session on' }).first().click();
    await page.getByRole('button', { name: 'End the session on' }).waitFor({ state: 'detached' });
    await elsewhere.get('/v1/session').expect(401);
    await page.locator('input[name=currentPassword]').fill('not the password');
    await page.locator('input[name=newPassword]').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByRole('alert').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('input[name=currentPassword]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The password is changed.').waitFor();
    await signIn(at.stage.app, at.clinic.clinician.email, NEW_PASSWORD);
  });
});
