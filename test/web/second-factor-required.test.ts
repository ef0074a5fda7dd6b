import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { Authenticator, setUpAuthenticator } from '../support/authenticator.js';
import { clinicStage } from './clinic-stage.js';

describe('a second factor that the clinic requires', () => {
  const at = clinicStage();

  test('is set up before anything else is shown', async () => {
    const { director, clinician } = at.clinic;
    await setUpAuthenticator(at.stage.app, director);
    const settings = { secondFactor: 'everybody' };
    await director.patch('/v1/clinic', settings).set('If-Match', '"1"').expect(200);
    const page = await at.open('/account', clinician);
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    const secret = page.getByText(/^([A-Z2-7]{4} ?){8}$/);
    await secret.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getByRole('link').count()).toBe(0);
    const shown = (await secret.textContent()) ?? '';
    const authenticator = new Authenticator(at.stage.app, shown.replaceAll(' ', ''));
    await page.locator('input[name=code]').fill(await authenticator.nextCode());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    await page.getByText('10 recovery codes are left').waitFor();
  });

  test('is asked for again where a person is changed long after the sign-in, and then the change is made', async () => {
    const { authenticator } = await setUpAuthenticator(at.stage.app, at.clinic.director);
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'Change clinician' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Kim Okafor');
    at.stage.app.clock.advance(11 * 60_000);
    await page.getByRole('button', { name: 'Save' }).click();
    const asked = page.getByRole('dialog', { name: 'Is it you?' });
    await asked.locator('input[name=code]').fill('000000');
    await page.keyboard.press('Enter');
    await asked.getByText('This code is wrong').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await asked.locator('input[name=code]').fill(await authenticator.nextCode());
    // By a click: the question lies over the dialog that led to it.
    await asked.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Change Kim Okafor' }).waitFor();
  });

  test('is chosen in the settings, where who chooses has to have one too', async () => {
    const page = await at.open('/settings');
    await page.getByLabel('A second factor at sign-in is required of').selectOption('directors');
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
