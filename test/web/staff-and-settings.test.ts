import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults, browserStage, windowOf } from '../support/browser.js';
import { PASSWORD, signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';

const NEW_PASSWORD = 'another long sentence is as good';

describe('staff, settings and account', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let page: Page;
  let context: BrowserContext;
  let faults: string[];

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await context.close();
  });

  async function open(path: string, person: SignedIn = clinic.director) {
    ({ page, context, faults } = await windowOf(stage, person));
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  test('a director invites a person, who chooses a password with the link and is signed in', async () => {
    await open('/staff');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel('Name').fill('Kim Okafor');
    const email = `kim-${clinic.id}@example.org`;
    await dialog.getByLabel('E-mail address').fill(email);
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    const link = page.getByRole('dialog').getByLabel('One-time link');
    const address = new URL(await link.inputValue());
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Invited, has not chosen').waitFor();

    const invited = await windowOf(stage, null);
    await invited.page.goto(`${address.pathname}${address.hash}`);
    await invited.page.locator('input[name=password]').fill(PASSWORD);
    await invited.page.getByRole('button', { name: 'Save and sign in' }).click();
    await invited.page.getByRole('button', { name: 'Kim Okafor' }).waitFor();
    await invited.context.close();
  });

  test('a director makes a link for a forgotten password, which works once', async () => {
    await open('/staff');
    await page.getByRole('button', { name: 'New link for clinician' }).click();
    const address = new URL(await page.getByLabel('One-time link').inputValue());
    const stranger = await windowOf(stage, null);
    await stranger.page.goto(`${address.pathname}${address.hash}`);
    await stranger.page.locator('input[name=password]').fill(NEW_PASSWORD);
    await stranger.page.getByRole('button', { name: 'Save and sign in' }).click();
    await stranger.page.getByRole('button', { name: 'clinician' }).waitFor();
    await stranger.page.goto(`${address.pathname}${address.hash}`);
    await stranger.page.reload();
    await stranger.page.locator('input[name=password]').fill(PASSWORD);
    await stranger.page.getByRole('button', { name: 'Save and sign in' }).click();
    await stranger.page.getByRole('alert').waitFor();
    await stranger.context.close();
  });

  test('somebody who is deactivated can no longer go on, and the last director cannot be', async () => {
    await open('/staff');
    await page.getByRole('button', { name: 'Deactivate clinician' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('button', { name: 'Activate clinician', exact: true }).waitFor();
    await clinic.clinician.get('/v1/session').expect(401);
    await page.getByRole('button', { name: 'Deactivate Dana' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
  });

  test('two directors change one person: the later is told, and nothing is overwritten', async () => {
    await open('/staff');
    await page.getByRole('button', { name: 'Change marketing' }).click();
    const path = `/v1/staff/${clinic.marketing.id}`;
    const version = await versionOf(clinic.marketing.id);
    await clinic.director.patch(path, { name: 'Mara' }).set('If-Match', `"${version}"`).expect(200);
    await page.getByRole('dialog').getByLabel('Name').fill('Marketing team');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByRole('cell', { name: 'Mara', exact: true }).waitFor();
  });

  async function versionOf(id: string): Promise<number> {
    const listed = await clinic.director.get('/v1/staff').expect(200);
    const { items } = listed.body as { items: { id: string; version: number }[] };
    return items.find((person) => person.id === id)?.version ?? 0;
  }

  test('a director sets name, zone and crisis resources, and every fault stands beside its field', async () => {
    await open('/settings');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Riverside West');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Mars/Olympus');
    await page.getByRole('button', { name: 'Add one' }).click();
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByRole('alert').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await page.getByLabel('Name 2').fill('Our own line');
    await page.getByLabel('How to reach it 2').fill('+49 30 1234');
    await page.getByRole('button', { name: 'Move up Our own line' }).click();
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    await page.getByRole('banner').getByText('Riverside West').waitFor();
    const saved = await clinic.clinician.get('/v1/clinic').expect(200);
    const { name, timeZone, crisisResources } = saved.body as Record<string, unknown>;
    expect([name, timeZone]).toEqual(['Riverside West', 'Europe/Berlin']);
    expect(crisisResources).toEqual([
      { label: 'Our own line', contact: '+49 30 1234' },
      { label: '988 Suicide & Crisis Lifeline', contact: 'Call or text 988' },
    ]);
  });

  test('an export is listed with who took it', async () => {
    await open('/settings');
    await page.getByText('Nothing was exported yet.').waitFor();
    await page.getByText('Nothing was imported yet.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export scores (CSV)' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole('cell', { name: 'Scores' }).waitFor();
    await page.getByRole('cell', { name: 'Dana' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a person changes the password and ends another session', async () => {
    const elsewhere = await signIn(stage.app, clinic.clinician.email);
    await open('/account', clinic.clinician);
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
    await signIn(stage.app, clinic.clinician.email, NEW_PASSWORD);
  });
});
