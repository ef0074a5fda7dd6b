import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { startChromium } from '../support/chromium.js';
import { PASSWORD, signIn as begin, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { allSaved, point, versions, type Course } from './grid.js';

const MINUTE = 60_000;

/** To a browser a name other than localhost is an address in a clinic's own network. */
describe('at an address without https', () => {
  const stage = browserStage();
  let browser: Browser;
  let clinic: TestClinic;
  let course: Course;

  beforeAll(async () => {
    browser = await startChromium(['--host-resolver-rules=MAP outcomes.test 127.0.0.1']);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    course = await testCourse(clinic.clinician);
  });

  const signIn = async (page: Page) => {
    await page.locator('input[name=email]').fill(clinic.clinician.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('input[name=password]').press('Enter');
  };
  const open = async () => {
    const url = stage.app.url.replace('127.0.0.1', 'outcomes.test').replace('[::1]', 'outcomes.test');
    const opened = await windowOf({ browser, app: { ...stage.app, url } }, null, { installed: true });
    const { page, context } = opened;
    await context.clock.install({ time: stage.app.clock.now() });
    await page.goto('/scores');
    await signIn(page);
    await page.getByText(course.chartNumber).first().waitFor();
    await settled(page);
    expect(await page.evaluate(`[isSecureContext, 'subtle' in crypto, 'serviceWorker' in navigator]`)).toEqual([
      false,
      false,
      false,
    ]);
    return opened;
  };
  const type40 = async (page: Page) => {
    await point(page, course.chartNumber, 1);
    await page.keyboard.type('40');
    await page.keyboard.press('Enter');
    await page.getByText('1 score waits for the network').first().waitFor();
  };
  const recorded = async () => {
    // A session that began before time went on may have been idle for too long.
    const director = await begin(stage.app, clinic.director.email);
    return (await versions(director, course.courseId, 'infusion-1')).map(({ total }) => total);
  };

  test('a page without a connection says that it can’t be opened again, and asks before it is left', async () => {
    const { page, context, faults } = await open();
    await context.setOffline(true);
    await type40(page);
    await page.getByText('Leave this page open').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const asked = page.waitForEvent('dialog');
    void page.reload().catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await context.setOffline(false);
    await allSaved(page);
    expect(await recorded()).toEqual([40]);
    await page.getByText('Leave this page open').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a locked page says that it needs the network, and loses nothing', async () => {
    const { page, context, faults } = await open();
    await context.setOffline(true);
    await type40(page);
    stage.app.clock.advance(16 * MINUTE);
    await context.clock.runFor(16 * MINUTE);
    await page.getByText('that needs an address with https').waitFor();
    await page.getByText('1 entry waits on this device').waitFor();
    await signIn(page);
    await page.getByText('Sign in when the connection is back').waitFor();
    await context.setOffline(false);
    await signIn(page);
    await allSaved(page);
    expect(await recorded()).toEqual([40]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what is typed is on the device for who comes back to it', async () => {
    const { page, context } = await open();
    page.on('dialog', (dialog) => void dialog.accept());
    await context.setOffline(true);
    await type40(page);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto('/scores');
    await allSaved(later);
    expect(await recorded()).toEqual([40]);
    await context.close();
  });
});
