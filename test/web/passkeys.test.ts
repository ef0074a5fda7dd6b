import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { PASSWORD, testClinic, type TestClinic } from '../support/clinic.js';

const DEVICE = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

describe('a passkey', () => {
  const stage = browserStage({ SESSION_IDLE_MINUTES: '60' });
  let clinic: TestClinic;
  let page: Page;
  let devtools: CDPSession;
  let close: () => Promise<void>;

  /** A window of the director at localhost, the one address without https at which browsers make passkeys, with a device. */
  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    const opened = await windowOf(stage, null);
    ({ page } = opened);
    const site = stage.app.url.replace('127.0.0.1', 'localhost');
    const [name = '', value = ''] = clinic.director.cookie.split(/=(.*)/s);
    await opened.context.addCookies([{ name, value, url: site }]);
    devtools = await opened.context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', { options: DEVICE });
    await page.goto(`${site}/account`);
    close = async () => {
      expect(opened.faults).toEqual([]);
      await opened.context.close();
    };
  });
  afterEach(() => close());

  async function add(name: string): Promise<void> {
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name of the passkey').fill(name);
    await page.keyboard.press('Enter');
  }

  /** Sees the recovery codes that are shown once. @returns One of them. */
  async function keepCodes(): Promise<string> {
    const dialog = page.getByRole('dialog', { name: 'Your recovery codes' });
    await dialog.waitFor();
    const codes = await dialog.getByRole('listitem').allInnerTexts();
    expect(codes).toHaveLength(10);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    return codes[0]!;
  }

  async function signOut(): Promise<void> {
    await page.getByRole('button', { name: 'Dana' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }

  test('is added, signs in alone and behind the password, and is removed', async () => {
    await add('');
    await page.getByText('A name has 1 to 60 characters').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Name of the passkey').fill('Work laptop');
    await page.keyboard.press('Enter');
    const code = await keepCodes();
    await page.getByRole('cell', { name: 'Work laptop', exact: true }).waitFor();
    await page.getByRole('cell', { name: 'not yet' }).waitFor();
    await page.getByText('10 recovery codes are left').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await add('Work laptop again');
    await page.getByText('This device holds a passkey of yours already.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();

    await signOut();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('button', { name: 'Dana' }).waitFor();

    await signOut();
    await page.getByLabel('E-mail address').fill(clinic.director.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'Second step' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await page.getByRole('button', { name: 'Dana' }).waitFor();

    // The device is lost.
    await signOut();
    await page.getByLabel('E-mail address').fill(clinic.director.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByLabel('Recovery code').fill(code);
    await page.getByRole('button', { name: 'Sign in with the code' }).click();
    await page.getByRole('button', { name: 'Dana' }).click();
    await page.getByRole('menuitem', { name: 'Account' }).click();

    await page.getByRole('button', { name: 'Remove the passkey Work laptop' }).click();
    await page.getByRole('dialog').getByText('Nobody signs in with it from then on').waitFor();
    // With the last passkey the recovery codes go, and the page asks how many are left.
    const codesAsked = page.waitForResponse((sent) => sent.url().endsWith('/v1/account/second-factor'));
    await page.getByRole('button', { name: 'Remove the passkey', exact: true }).click();
    await codesAsked;
    await page.getByRole('cell', { name: 'Work laptop', exact: true }).waitFor({ state: 'detached' });
  });

  test('is asked for again where a person is changed long after the sign-in, and then the change is made', async () => {
    await add('Work laptop');
    await keepCodes();
    await page.getByRole('cell', { name: 'Work laptop', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Make recovery codes' }).click();
    await keepCodes();
    await page.getByRole('link', { name: 'Staff' }).click();
    await page.getByRole('button', { name: 'Change clinician' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Kim Okafor');
    stage.app.clock.advance(11 * 60_000);
    await page.getByRole('button', { name: 'Save' }).click();
    const asked = page.getByRole('dialog', { name: 'Is it you?' });
    await asked.getByRole('button', { name: 'Use your passkey' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Use your passkey' }).click();
    await page.getByRole('button', { name: 'Change Kim Okafor' }).waitFor();
  });

  test('is what a person may set up where the clinic requires a second factor', async () => {
    const { director } = clinic;
    await director.patch('/v1/clinic', { secondFactor: 'everybody' }).set('If-Match', '"1"').expect(200);
    await page.reload();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await page.getByRole('button', { name: 'Use a passkey instead' }).click();
    await page.getByLabel('Name of the passkey').fill('Phone');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await keepCodes();
    await page.getByRole('cell', { name: 'Phone', exact: true }).waitFor();
  });

  test('that the device does not have is said so', async () => {
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    await signOut();
    await devtools.send('WebAuthn.disable');
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { ...DEVICE, isUserVerified: false } });
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('alert').getByText('No passkey was used').waitFor();
  });
});
