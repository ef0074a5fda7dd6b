import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { Authenticator, setUpAuthenticator } from '../support/authenticator.js';
import { PASSWORD } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

describe('a second factor', () => {
  const at = clinicStage();

  test('is set up, asked for at the next sign-in, and removed', async () => {
    const { clinician } = at.clinic;
    const page = await at.open('/account', clinician);
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
    await page.getByRole('img', { name: 'QR code with the secret for the app' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const shown = (await page.getByText(/^([A-Z2-7]{4} ?){8}$/).textContent()) ?? '';
    const authenticator = new Authenticator(at.stage.app, shown.replaceAll(' ', ''));
    await page.getByLabel('2. Code that the app shows').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('This code is wrong').waitFor();
    await page.getByLabel('2. Code that the app shows').fill(await authenticator.nextCode());
    await page.keyboard.press('Enter');
    const codes = page.getByRole('dialog', { name: 'Your recovery codes' }).getByRole('listitem');
    await codes.nth(9).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const recoveryCode = (await codes.first().textContent()) ?? '';
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 recovery codes are left').waitFor();

    await page.getByRole('button', { name: 'clinician' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail address').fill(clinician.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('input[name=code]:focus').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByText('This code is wrong').waitFor();
    await page.locator('input[name=code]').fill(recoveryCode);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'clinician' }).click();
    await page.getByRole('menuitem', { name: 'Account' }).click();
    await page.getByText('9 recovery codes are left').waitFor();

    await page.getByRole('button', { name: 'Remove the app' }).click();
    await page.getByLabel('Code').fill(await authenticator.nextCode());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor();
  });

  test('of a person who lost the device is removed by a director, and the person is told', async () => {
    const { clinician } = at.clinic;
    await setUpAuthenticator(at.stage.app, clinician);
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'Lost device of clinician' }).click();
    await page.getByRole('dialog').getByText('you have heard so from them in person').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove the second factor' }).click();
    await page.getByRole('button', { name: 'Lost device of clinician' }).waitFor({ state: 'detached' });
    await page.context().clearCookies();
    await page.goto('/account');
    await page.getByLabel('E-mail address').fill(clinician.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const told = page.getByRole('alert', { name: 'Somebody changed how you sign in' });
    await told.getByText('Second factor removed by Dana').waitFor();
  });

  test('is asked for where a new password was chosen by a link', async () => {
    const { clinician, director } = at.clinic;
    const { authenticator } = await setUpAuthenticator(at.stage.app, clinician);
    const made = await director.post(`/v1/staff/${clinician.id}/one-time-link`).expect(201);
    const link = new URL((made.body as { link: string }).link);
    const page = await at.open(`${link.pathname}${link.hash}`, clinician);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.locator('input[name=code]').fill(await authenticator.nextCode());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'clinician' }).waitFor();
  });
});
