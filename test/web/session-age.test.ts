import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { PASSWORD, testClinic, testCourse, type TestClinic } from '../support/clinic.js';

const MINUTE = 60;

/** Sessions end after an hour here, however busy; a page warns five minutes before. */
describe('a session that lasts as long as it may', () => {
  const stage = browserStage({ SESSION_HOURS: '1', SESSION_IDLE_MINUTES: '600' });
  let clinic: TestClinic;
  let courseId: string;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    ({ courseId } = await testCourse(clinic.clinician));
  });

  /** The browser's own clock is three hours ahead, as that of a tablet may be. */
  const formOpen = async () => {
    const opened = await windowOf(stage, clinic.clinician);
    const ahead = new Date(stage.app.clock.now().getTime() + 180 * MINUTE * 1000);
    await opened.context.clock.install({ time: ahead });
    await opened.page.goto(`/courses/${courseId}/form/infusion-1`);
    await opened.page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    return opened;
  };
  const later = async (context: BrowserContext, seconds: number) => {
    stage.app.clock.advance(seconds * 1000);
    await context.clock.fastForward(seconds * 1000);
  };
  const notice = (page: Page) => page.getByText('You will be signed out at');
  const lock = (page: Page) => page.getByRole('heading', { name: 'You have been signed out' });
  const soFar = (page: Page) => page.getByText('So far 6 points from 3 of the 16 items'); // 3 + 2 + 1
  const answerThree = async (page: Page) => {
    for (const key of '321') await page.keyboard.press(key);
    await soFar(page).waitFor();
  };
  const signInAgain = async (page: Page) => {
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await soFar(page).waitFor();
  };

  test('warns before its end without taking a key from the person who types, and keeps what was typed', async () => {
    const { page, context, faults } = await formOpen();
    await later(context, 54 * MINUTE);
    expect(await notice(page).count()).toBe(0);
    await later(context, 2 * MINUTE);
    await notice(page).waitFor();
    const { y = 0 } = (await notice(page).boundingBox()) ?? {};
    expect(y).toBeGreaterThan(500);
    expect(y).toBeLessThan(800);
    await answerThree(page);
    expect(await axeFaults(page)).toEqual([]);
    await later(context, 4 * MINUTE);
    await lock(page).waitFor();
    await clinic.clinician.get('/v1/session').expect(401);
    await signInAgain(page);
    expect(await notice(page).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is renewed by a sign-in when it suits the person', async () => {
    const { page, context } = await formOpen();
    await answerThree(page);
    await later(context, 56 * MINUTE);
    await page.getByRole('button', { name: 'Sign in again now' }).click();
    await lock(page).waitFor();
    await signInAgain(page);
    await later(context, 10 * MINUTE);
    expect(await lock(page).count()).toBe(0);
    expect(await notice(page).count()).toBe(0);
    await context.close();
  });

  test('says so once where the person puts it off', async () => {
    const { page, context } = await formOpen();
    await later(context, 56 * MINUTE);
    await page.getByRole('button', { name: 'Later' }).click();
    await notice(page).waitFor({ state: 'detached' });
    await later(context, MINUTE);
    expect(await notice(page).count()).toBe(0);
    expect(await lock(page).count()).toBe(0);
    await context.close();
  });
});
