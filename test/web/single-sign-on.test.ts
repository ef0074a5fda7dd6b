import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { PASSWORD, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { setUpAuthenticator } from '../support/authenticator.js';
import { IdentityProvider } from '../support/identity-provider.js';
import { accountAt, inviteTo, linkedPerson, sessionOf } from '../support/sso.js';

describe('at an identity provider', () => {
  const settings: Record<string, string> = { PUBLIC_URL: 'http://localhost', SESSION_IDLE_MINUTES: '60' };
  let provider: IdentityProvider;
  // Before the stage: the service is told of it.
  beforeAll(async () => {
    provider = await IdentityProvider.start();
    Object.assign(settings, provider.settings);
  });
  const stage = browserStage(settings);
  let clinic: TestClinic;
  let page: Page;
  let close: () => Promise<void>;
  beforeAll(() => {
    // Where the service listens is known only now.
    Object.assign(stage.app.environment, { publicUrl: stage.app.url });
    provider.serve(stage.app.url);
  });
  afterAll(() => provider.stop());

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    const opened = await windowOf(stage, null);
    ({ page } = opened);
    close = async () => {
      expect(opened.faults).toEqual([]);
      await opened.context.close();
    };
  });
  afterEach(() => close());

  const addCookie = async ({ cookie }: SignedIn) => {
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await page.context().addCookies([{ name, value, url: stage.app.url }]);
  };

  test('a person who was invited signs in by a button, and is where they were', async () => {
    const { id, email } = accountAt(provider);
    await inviteTo(clinic.director, email);
    provider.person = id;
    await page.goto('/account');
    const button = page.getByRole('button', { name: 'Sign in with Example ID' });
    await button.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await button.click();
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    await page.getByText(email).first().waitFor();
    expect(page.url()).toBe(`${stage.app.url}/account`);
    await page.reload();
    await page.getByRole('heading', { name: 'Account' }).waitFor();
  });

  test('who is not known here is told what to do, and what came back is not left in the address', async () => {
    provider.person = accountAt(provider).id;
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
    await page.getByRole('alert').getByText('No account here belongs to').waitFor();
    expect(page.url()).toBe(`${stage.app.url}/single-sign-on`);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the sign-in page' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test('who has an authenticator app types its code after it', async () => {
    const { id, email } = accountAt(provider);
    await inviteTo(clinic.director, email);
    provider.person = id;
    await page.goto('/');
    const button = page.getByRole('button', { name: 'Sign in with Example ID' });
    await button.click();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    const cookie = (await page.context().cookies()).find(({ name }) => name === 'cudos-session');
    const staff = { id: '', email };
    const headers = { 'set-cookie': [`${cookie?.name}=${cookie?.value}`] };
    const { authenticator } = await setUpAuthenticator(stage.app, sessionOf(stage.app, { headers, body: { staff } }));
    await page.getByRole('button', { name: 'Kim' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await button.click();
    await page.getByRole('form', { name: 'Second step' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Code').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('This code is wrong').waitFor();
    await page.getByLabel('Code').fill(await authenticator.nextCode());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  });

  test('a director removes the link of a colleague, who comes back by a link and is told', async () => {
    const { director } = clinic;
    const { person } = await linkedPerson(stage.app, provider, director);
    await addCookie(director);
    await page.goto('/staff');
    await page.getByRole('button', { name: 'Remove sign-on link of Kim' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove the single sign-on link of Kim?' });
    await dialog.getByText('They have no other way to sign in').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove the link' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Single sign-on link removed by Dana').waitFor();
    await person.get('/v1/session').expect(401);
    await director.patch('/v1/clinic', { breakGlassDirectorId: director.id }).set('If-Match', '"1"').expect(200);
    await page.getByRole('button', { name: 'New link for Kim' }).click();
    const address = new URL(await page.getByLabel('One-time link').inputValue());
    await page.context().clearCookies();
    provider.person = accountAt(provider).id;
    await page.goto(`${address.pathname}${address.hash}`);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByRole('alert').getByText('Use the button to sign in').waitFor();
    await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
    const told = page.getByRole('alert', { name: 'Somebody changed how you sign in' });
    await told.getByText('Single sign-on link removed by Dana').waitFor();
    await told.getByText('Single sign-on linked by a link made by Dana').waitFor();
  });

  test('a director links the own account, requires it of all others, and goes in without it as the only one', async () => {
    const { director } = clinic;
    await addCookie(director);
    provider.person = accountAt(provider).id;
    await page.goto('/account');
    await page.getByRole('button', { name: 'Link Example ID' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your password here').fill('not the password');
    await page.keyboard.press('Enter');
    await dialog.getByText('This is not your current password').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel('Your password here').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('You sign in here with your account there').waitFor();
    expect(page.url()).toBe(`${stage.app.url}/account`);
    await page.getByRole('button', { name: 'Remove the link' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await page.goto('/settings');
    const ways = page.getByLabel('How people sign in');
    await ways.selectOption({ label: 'with Example ID only, but for Dana' });
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dana' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    const signInAs = async (email: string) => {
      await page.getByLabel('E-mail address').fill(email);
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.keyboard.press('Enter');
    };
    await signInAs(clinic.clinician.email);
    await page.getByText('Your clinic may want Example ID').waitFor();
    await signInAs(director.email);
    await page.getByRole('status').getByText('signed in without single sign-on').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('that does not answer is said so, and the password is still there', async () => {
    provider.instead = (_request, response) => void response.writeHead(503).end();
    stage.app.clock.advance(60 * 60_000);
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
    await page.getByRole('alert').getByText('Example ID does not answer').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getByLabel('Password').count()).toBeGreaterThan(0);
    provider.instead = null;
  });
});
