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

  test('two directors change one person: the later sees the other’s before writing over it', async () => {
    await open('/staff');
    await page.getByRole('button', { name: 'Change marketing' }).click();
    const path = `/v1/staff/${clinic.marketing.id}`;
    const version = await versionOf(clinic.marketing.id);
    await clinic.director.patch(path, { name: 'Mara' }).set('If-Match', `"${version}"`).expect(200);
    // A list that was read anew meanwhile tells nobody that the other change was seen.
    await page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Marketing team');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('Recorded now: Mara, Marketing').waitFor();
    await page.getByRole('cell', { name: 'Mara', exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('Recorded now: Mara, Marketing').waitFor();
    expect(await nameOf(clinic.marketing.id)).toBe('Mara');
    await dialog.getByRole('button', { name: 'I have seen it; let me save mine' }).click();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Marketing team');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await nameOf(clinic.marketing.id)).toBe('Marketing team');
  });

  test('who changes a name takes back nobody’s change of role', async () => {
    await open('/staff');
    await page.getByRole('button', { name: 'Change marketing' }).click();
    const path = `/v1/staff/${clinic.marketing.id}`;
    const change = clinic.director.patch(path, { role: 'clinician' });
    await change.set('If-Match', `"${await versionOf(clinic.marketing.id)}"`).expect(200);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Mara');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByRole('button', { name: 'I have seen it; let me save mine' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await personOf(clinic.marketing.id)).toMatchObject({ name: 'Mara', role: 'clinician' });
  });

  test('an invitation whose answer was lost is made once, and a slip beside it loses nothing', async () => {
    await open('/staff');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Kim Okafor');
    const email = `kim-lost-${clinic.id}@example.org`;
    await dialog.getByLabel('E-mail address').fill(email);
    await page.mouse.click(5, 400);
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Kim Okafor');
    let lost = false;
    await page.route('**/v1/staff', async (route) => {
      if (route.request().method() !== 'POST' || lost) return route.continue();
      lost = true;
      await route.fetch();
      await route.abort();
    });
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    await dialog.getByText('The service can’t be reached').waitFor();
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    const link = page.getByRole('dialog').getByLabel('One-time link');
    expect(await link.inputValue()).toContain('/invitation#');
    await page.mouse.click(5, 400);
    expect(await link.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.getByRole('cell', { name: email }).count()).toBe(1);
  });

  test('a director who changes the own name sees it in the bar', async () => {
    await open('/staff');
    await page.getByRole('button', { name: 'Change Dana' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Dana Reyes');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Dana Reyes' }).waitFor();
  });

  test('what can be done for a person stays in sight beside the longest name', async () => {
    const email = `long-name-${clinic.id}@example.org`;
    const person = { name: 'N'.repeat(120), email, role: 'clinician' };
    await clinic.director.post('/v1/staff', person).expect(201);
    await open('/staff');
    const last = page.getByRole('button', { name: `Deactivate ${person.name}` });
    const { x = 0, width = 0 } = (await last.boundingBox()) ?? {};
    expect(x + width).toBeLessThan(1280);
    await page.getByRole('button', { name: `New link for ${person.name}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('One-time link').waitFor();
    const spill =
      "(box => box.scrollWidth - box.clientWidth)(document.querySelector('[role=dialog]'))";
    expect(await page.evaluate(spill)).toBe(0);
  });

  test('an invitation is made also where the connection is not safe', async () => {
    await open('/account');
    await page.addInitScript('delete Crypto.prototype.randomUUID');
    await page.goto('/staff');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    await page.getByRole('dialog').getByLabel('Name').waitFor();
  });

  async function personOf(id: string): Promise<{ name: string; role: string; version: number }> {
    const listed = await clinic.director.get('/v1/staff').expect(200);
    const { items } = listed.body as {
      items: { id: string; name: string; role: string; version: number }[];
    };
    const person = items.find((one) => one.id === id);
    if (!person) throw new Error('Nobody has this id.');
    return person;
  }
  const versionOf = async (id: string) => (await personOf(id)).version;
  const nameOf = async (id: string) => (await personOf(id)).name;

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

  test('crisis resources are put in order by keyboard, down and up, and the focus goes with them', async () => {
    await open('/settings');
    const name = (place: number) => page.getByLabel(`Name ${place}`);
    for (const [place, label] of [
      [2, 'Second'],
      [3, 'Third'],
    ] as const) {
      await page.getByRole('button', { name: 'Add one' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(label);
      expect(await name(place).inputValue()).toBe(label);
      await page.getByLabel(`How to reach it ${place}`).fill(`Call ${label}`);
    }
    await page.getByRole('button', { name: 'Move down 988' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('988 Suicide & Crisis Lifeline is now 3 of 3').waitFor();
    expect(await name(3).inputValue()).toBe('988 Suicide & Crisis Lifeline');
    // At the end the only way left is up.
    await page.keyboard.press('Enter');
    expect(await name(2).inputValue()).toBe('988 Suicide & Crisis Lifeline');
    await page.getByRole('button', { name: 'Remove Second' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.value')).toBe(
      '988 Suicide & Crisis Lifeline',
    );
    expect(await axeFaults(page)).toEqual([]);
  });

  test('two directors change the settings: the later sees the other’s before writing over it', async () => {
    await open('/settings');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    const save = page.getByRole('button', { name: 'Save the settings' });
    const theirs = page.getByText('Recorded now: Riverside East · America/Denver');
    await name.waitFor();
    await clinic.director
      .patch('/v1/clinic', { name: 'Riverside East' })
      .set('If-Match', '"1"')
      .expect(200);
    await zone.fill('America/Chicago');
    await save.click();
    await theirs.waitFor();
    await save.click();
    await theirs.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have seen it; let me save mine' }).click();
    await save.click();
    await page.getByText('The settings are saved.').waitFor();
    await page.getByRole('banner').getByText('Riverside East').waitFor();
    // Only the zone was changed here; the other's name stays, and a second change goes over the first.
    await zone.fill('America/Phoenix');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await save.click();
    await saved;
    const after = await clinic.director.get('/v1/clinic').expect(200);
    expect(after.body).toMatchObject({
      name: 'Riverside East',
      timeZone: 'America/Phoenix',
      version: 4,
    });
  });

  test('a zone is found by what people call it', async () => {
    await open('/settings');
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('mountain');
    await page.getByRole('option', { name: 'America/Denver Mountain Time' }).waitFor();
    await zone.fill('new york');
    await page.getByRole('option', { name: 'America/New_York Eastern Time' }).click();
    expect(await zone.inputValue()).toBe('America/New_York');
    await zone.fill('hawaii');
    await page.getByRole('option', { name: 'Pacific/Honolulu' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
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

  test('an export for which nobody is signed in any more comes after the sign-in', async () => {
    await open('/settings');
    await page.getByText('Nothing was exported yet.').waitFor();
    await clinic.director.delete('/v1/session').expect(204);
    await page.getByRole('link', { name: 'Export courses (CSV)' }).click();
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('courses.csv');
    await page.getByRole('cell', { name: 'Courses', exact: true }).waitFor();
  });

  test('an export that fails says why, and nothing is downloaded', async () => {
    await open('/settings');
    await page.getByText('Nothing was exported yet.').waitFor();
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Export courses (CSV)' }).click();
    await page.getByRole('alert').getByText('The service can’t be reached').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export courses (CSV)' }).click();
    await download;
    await page.getByRole('alert').waitFor({ state: 'detached' });
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
