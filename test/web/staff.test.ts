import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { windowOf } from '../support/browser.js';
import { PASSWORD } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

const NEW_PASSWORD = 'another long sentence is as good';

describe('staff', () => {
  const at = clinicStage();

  test('a director invites a person, who chooses a password with the link and is signed in', async () => {
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel('Name').fill('Kim Okafor');
    const email = `kim-${at.clinic.id}@example.org`;
    await dialog.getByLabel('E-mail address').fill(email);
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    const link = page.getByRole('dialog').getByLabel('One-time link');
    const address = new URL(await link.inputValue());
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Invited, has not chosen').waitFor();

    const invited = await windowOf(at.stage, null);
    await invited.page.goto(`${address.pathname}${address.hash}`);
    await invited.page.locator('input[name=password]').fill(PASSWORD);
    await invited.page.getByRole('button', { name: 'Save and sign in' }).click();
    await invited.page.getByRole('button', { name: 'Kim Okafor' }).waitFor();
    await invited.context.close();
  });

  test('a director makes a link for a forgotten password, which works once', async () => {
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'New link for clinician' }).click();
    const address = new URL(await page.getByLabel('One-time link').inputValue());
    const stranger = await windowOf(at.stage, null);
    await stranger.page.goto(`${address.pathname}${address.hash}`);
    await stranger.page.locator('input[name=password]').fill(NEW_PASSWORD);
    await stranger.page.getByRole('button', { name: 'Save and sign in' }).click();
    await stranger.page.getByRole('button', { name: 'clinician' }).waitFor();
    const told = stranger.page.getByRole('alert', { name: 'Somebody changed how you sign in' });
    await told.getByText('Password chosen by a link made by Dana').waitFor();
    expect(await axeFaults(stranger.page)).toEqual([]);
    await told.getByRole('button', { name: 'Close' }).click();
    await told.waitFor({ state: 'detached' });
    await stranger.page.goto('/account');
    await stranger.page.getByRole('listitem').getByText('Password chosen by a link made by Dana').waitFor();
    expect(await axeFaults(stranger.page)).toEqual([]);
    await page.reload();
    await page.getByText('Password chosen by a link made by Dana').waitFor();
    await stranger.page.goto(`${address.pathname}${address.hash}`);
    await stranger.page.reload();
    await stranger.page.locator('input[name=password]').fill(PASSWORD);
    await stranger.page.getByRole('button', { name: 'Save and sign in' }).click();
    await stranger.page.getByRole('alert').waitFor();
    await stranger.context.close();
  });

  test('somebody who is deactivated can no longer go on, and the last director cannot be', async () => {
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'Deactivate clinician' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('button', { name: 'Activate clinician', exact: true }).waitFor();
    await at.clinic.clinician.get('/v1/session').expect(401);
    await page.getByRole('button', { name: 'Deactivate Dana' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
  });

  test('two directors change one person: the later sees the other’s before writing over it', async () => {
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'Change marketing' }).click();
    const path = `/v1/staff/${at.clinic.marketing.id}`;
    const version = await versionOf(at.clinic.marketing.id);
    await at.clinic.director.patch(path, { name: 'Mara' }).set('If-Match', `"${version}"`).expect(200);
    // A list that was read again meanwhile does not prove that anybody saw the other change.
    await page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Marketing team');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('Recorded now: Mara, Marketing').waitFor();
    await page.getByRole('cell', { name: /^Mara / }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('Recorded now: Mara, Marketing').waitFor();
    expect(await nameOf(at.clinic.marketing.id)).toBe('Mara');
    await dialog.getByRole('button', { name: 'I have seen it; let me save mine' }).click();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Marketing team');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await nameOf(at.clinic.marketing.id)).toBe('Marketing team');
  });

  test('a change of a name takes back nobody’s change of role', async () => {
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'Change marketing' }).click();
    const path = `/v1/staff/${at.clinic.marketing.id}`;
    const change = at.clinic.director.patch(path, { role: 'clinician' });
    await change.set('If-Match', `"${await versionOf(at.clinic.marketing.id)}"`).expect(200);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Mara');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByRole('button', { name: 'I have seen it; let me save mine' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await personOf(at.clinic.marketing.id)).toMatchObject({
      name: 'Mara',
      role: 'clinician',
    });
  });

  test('an invitation whose answer was lost is made once, and a slip beside it loses nothing', async () => {
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Kim Okafor');
    const email = `kim-lost-${at.clinic.id}@example.org`;
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
    const page = await at.open('/staff');
    await page.getByRole('button', { name: 'Change Dana' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Dana Reyes');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Dana Reyes' }).waitFor();
  });

  test('what can be done for a person stays in sight beside the longest name', async () => {
    const email = `long-name-${at.clinic.id}@example.org`;
    const person = { name: 'N'.repeat(120), email, role: 'clinician' };
    await at.clinic.director.post('/v1/staff', person).expect(201);
    const page = await at.open('/staff');
    const last = page.getByRole('button', { name: `Deactivate ${person.name}` });
    const { x = 0, width = 0 } = (await last.boundingBox()) ?? {};
    expect(x + width).toBeLessThan(1280);
    await page.getByRole('button', { name: `New link for ${person.name}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('One-time link').waitFor();
    const spill = "(box => box.scrollWidth - box.clientWidth)(document.querySelector('[role=dialog]'))";
    expect(await page.evaluate(spill)).toBe(0);
  });

  test('an invitation is made also where the connection is not safe', async () => {
    const page = await at.open('/account');
    await page.addInitScript('delete Crypto.prototype.randomUUID');
    await page.goto('/staff');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    await page.getByRole('dialog').getByLabel('Name').waitFor();
  });

  async function personOf(id: string): Promise<{ name: string; role: string; version: number }> {
    const listed = await at.clinic.director.get('/v1/staff').expect(200);
    const { items } = listed.body as {
      items: { id: string; name: string; role: string; version: number }[];
    };
    const person = items.find((one) => one.id === id);
    if (!person) throw new Error('Nobody has this id.');
    return person;
  }
  const versionOf = async (id: string) => (await personOf(id)).version;
  const nameOf = async (id: string) => (await personOf(id)).name;
});
