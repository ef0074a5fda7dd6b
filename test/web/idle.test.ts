import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { PASSWORD, testClinic, testCourse, type TestClinic } from '../support/clinic.js';

const SECOND = 1000;

/** Idle sessions end after two minutes here; a page warns some 54 seconds before and ends after 108. */
describe('a page that is left alone', () => {
  const stage = browserStage({ SESSION_IDLE_MINUTES: '2' });
  let clinic: TestClinic;
  let courseId: string;
  let chartNumber: string;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    ({ courseId, chartNumber } = await testCourse(clinic.clinician));
  });

  const formOpen = async () => {
    const opened = await windowOf(stage, clinic.clinician);
    await opened.context.clock.install({ time: stage.app.clock.now() });
    await opened.page.goto(`/courses/${courseId}/form/infusion-1`);
    await opened.page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    return opened;
  };
  /** Time goes by for the service and for the browser. */
  const later = async (context: BrowserContext, seconds: number) => {
    stage.app.clock.advance(seconds * SECOND);
    await context.clock.runFor(seconds * SECOND);
  };
  const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still there?' });
  const lock = (page: Page) => page.getByRole('heading', { name: 'You have been signed out' });
  const soFar = (page: Page) => page.getByText('So far 6 points from 3 of the 16 items'); // 3 + 2 + 1
  const answerThree = async (page: Page) => {
    for (const key of '321') await page.keyboard.press(key);
    await soFar(page).waitFor();
  };

  test('warns before the end, and goes on for a person who stays', async () => {
    const { page, context, faults } = await formOpen();
    await later(context, 40);
    expect(await warning(page).count()).toBe(0);
    await later(context, 20);
    await warning(page)
      .getByText(/In \d+ seconds you will be signed out/)
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await warning(page).waitFor({ state: 'hidden' });
    await later(context, 40);
    // More than two minutes after the sign-in the service still knows the person.
    await later(context, 30);
    await warning(page).waitFor();
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await warning(page).waitFor({ state: 'hidden' });
    expect(await lock(page).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is hidden at the end, and is as it was typed when the person is back', async () => {
    const { page, context } = await formOpen();
    await answerThree(page);
    await later(context, 60);
    await later(context, 60);
    await lock(page).waitFor();
    expect(await page.getByText(chartNumber).isVisible()).toBe(false);
    expect(await soFar(page).isVisible()).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await clinic.clinician.get('/v1/session').expect(401);
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await soFar(page).waitFor();
    expect(await warning(page).count()).toBe(0);
    await context.close();
  });

  test('hides an open dialog too, and shows it again with what was typed', async () => {
    const { page, context } = await windowOf(stage, clinic.director);
    await context.clock.install({ time: stage.app.clock.now() });
    await page.goto('/staff');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    await page.getByLabel('Name').fill('Sam Okafor');
    await later(context, 60);
    await later(context, 60);
    await lock(page).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Invite a person' }).waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Sam Okafor');
    await context.close();
  });

  test('stays open for a person who types, also where nothing is asked of the service', async () => {
    const { page, context } = await formOpen();
    // Three minutes of typing; what the page asks of the service is answered before time goes on.
    for (const key of '321321321321321321') {
      await page.keyboard.press(key);
      await later(context, 10);
      await settled(page);
    }
    expect(await warning(page).count()).toBe(0);
    expect(await lock(page).count()).toBe(0);
    await clinic.clinician.get('/v1/session').expect(200);
    await context.close();
  });

  test('shows another person nothing of what was typed', async () => {
    const { page, context } = await formOpen();
    await answerThree(page);
    await later(context, 60);
    await later(context, 60);
    await lock(page).waitFor();
    await page.getByLabel('E-mail address').fill(clinic.director.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Dana' }).waitFor();
    await page.getByText('0 of 18 answered').waitFor();
    expect(await page.getByText('Typed before, not saved yet').count()).toBe(0);
    await context.close();
  });

  test('is locked by a sign-out in another tab', async () => {
    const { page, context } = await formOpen();
    const other = await context.newPage();
    await other.goto('/account');
    await other.getByRole('button', { name: 'clinician' }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await lock(page).waitFor();
    expect(await page.getByText(chartNumber).isVisible()).toBe(false);
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    await context.close();
  });

  test('does not end the session of a person who works in another tab', async () => {
    const { page, context } = await formOpen();
    const other = await context.newPage();
    await other.goto('/account');
    await other.getByRole('heading', { name: 'Account' }).waitFor();
    for (let reloads = 0; reloads < 4; reloads += 1) {
      await other.reload();
      await other.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
      await later(context, 35);
    }
    expect(await lock(page).count()).toBe(0);
    expect(await warning(page).count()).toBe(0);
    await context.close();
  });

  test('stays open without a connection for a person who is there, and is hidden from one who is not', async () => {
    const { page, context, faults } = await formOpen();
    await later(context, 60);
    await warning(page).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await later(context, 5);
    await warning(page).waitFor({ state: 'hidden' });
    await later(context, 60);
    await warning(page).waitFor();
    await later(context, 60);
    await lock(page).waitFor();
    // The service is told as soon as it answers, so that a reload does not open the page again.
    await context.setOffline(false);
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
