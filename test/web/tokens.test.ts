import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { axeFaults } from '../support/axe.js';
import { settled } from '../support/browser.js';
import { colleague } from '../support/clinic.js';
import { testToken } from '../support/tokens.js';
import { clinicStage } from './clinic-stage.js';

describe('API tokens', () => {
  const at = clinicStage();

  test('a director adds a program, copies its token, which is shown once, and revokes it', async () => {
    const page = await at.open('/settings');
    await page.getByRole('link', { name: 'API tokens' }).click();
    await page.getByText('No program has a token yet.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add a program' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Registry');
    await page.getByRole('button', { name: 'Add it' }).click();
    const dialog = page.getByRole('dialog', { name: 'A token for Registry' });
    await dialog.getByRole('button', { name: 'Make the token' }).click();
    await dialog.getByText('The scopes are a list of one or more of').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Read outcomes' }).check();
    await dialog.getByLabel('Valid for').selectOption('30 days');
    await dialog.getByRole('button', { name: 'Make the token' }).click();
    const token = await page.getByRole('dialog').getByLabel('Token').inputValue();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    const ask = () => request(at.stage.app.url).get('/v1/cohorts/outcome').set('Authorization', `Bearer ${token}`);
    await ask().expect(200);
    await page.reload();
    const card = page.getByRole('region', { name: 'Registry' });
    await card.getByText(token.slice(0, 10)).waitFor();
    expect(await page.content()).not.toContain(token);
    await card.getByText('Until').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await card.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await card.getByText('Revoked').waitFor();
    await ask().expect(401);
  });

  test('a deactivated program and a token whose maker has left say so', async () => {
    const maker = await colleague(at.stage.app, at.clinic, 'director', 'Lou');
    await testToken(maker, ['scores:write', 'metrics:read'], 90, 'Tablet');
    const gone = { status: 'deactivated' };
    await at.clinic.director.patch(`/v1/staff/${maker.id}`, gone).set('If-Match', '"2"').expect(200);
    const page = await at.open('/settings/tokens');
    await page.getByText('Lou was shown it and can no longer sign in').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Deactivate Tablet' }).click();
    await page.getByText('Refused while the program is deactivated').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Activate Tablet', exact: true }).click();
    await page.getByText('Until').waitFor();
  });

  test.each([1280, 800, 390])('fits a window %d wide', async (width) => {
    await testToken(at.clinic.director, ['scores:write', 'outcomes:read'], 90, 'Electronic health record');
    const page = await at.open('/settings/tokens');
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/tokens-${width}.png`, fullPage: true });
  });
});
