import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import {
  PASSWORD,
  signIn as begin,
  testClinic,
  testCourse,
  type SignedIn,
  type TestClinic,
} from '../support/clinic.js';
import { allSaved, point, versions, type Course } from './grid.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('a page that was locked without a connection', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let course: Course;
  let second: Course;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    course = await testCourse(clinic.clinician);
    second = await testCourse(clinic.clinician);
  });

  const signIn = async (page: Page, { email }: SignedIn, password = PASSWORD) => {
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(password);
    await page.locator('input[name=password]').press('Enter');
  };
  /** The table of scores of who signed in with a password, and then the network is gone. */
  const cutOff = async () => {
    const opened = await windowOf(stage, null, { installed: true });
    const { page, context } = opened;
    await context.clock.install({ time: stage.app.clock.now() });
    await page.goto('/scores');
    await signIn(page, clinic.clinician);
    await page.getByText(course.chartNumber).first().waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await settled(page);
    await context.setOffline(true);
    return opened;
  };
  /** Time goes by for the service and for the browser. */
  const later = async (context: BrowserContext, milliseconds: number) => {
    stage.app.clock.advance(milliseconds);
    await context.clock.runFor(milliseconds);
  };
  const locked = (page: Page) => page.getByRole('heading', { name: 'You have been signed out' });
  const cutOffAndLocked = async (opened = cutOff()) => {
    await later((await opened).context, 16 * MINUTE);
    await locked((await opened).page).waitFor();
    return opened;
  };
  const type = async (page: Page, { chartNumber }: Course, score: number) => {
    await point(page, chartNumber, 1);
    await page.keyboard.type(String(score));
    await page.keyboard.press('Enter');
  };
  const waits = (page: Page, words: string) => page.getByText(words).first().waitFor();
  const opensNothing = async (page: Page) => {
    await waits(page, 'Without it this device lets in only who signed in with a password before');
  };
  /** How many rows each store of this browser's database has. */
  const rows = (page: Page) =>
    page.evaluate<Record<string, number>>(`(async () => {
      const database = await new Promise((done) => (indexedDB.open('cudos').onsuccess = ({ target }) => done(target.result)));
      const counted = {};
      for (const name of database.objectStoreNames) {
        counted[name] = await new Promise((done) => {
          database.transaction(name).objectStore(name).count().onsuccess = ({ target }) => done(target.result);
        });
      }
      database.close();
      return counted;
    })()`);

  /** The database of this browser as the version before made it. */
  const asBefore = (page: Page) =>
    page.evaluate(`(async () => {
      const done = (asked) => new Promise((ok) => (asked.onsuccess = () => ok(asked.result)));
      const now = await done(indexedDB.open('cudos'));
      const kept = [];
      for (const name of ['session', 'answers', 'waiting']) {
        const keys = await done(now.transaction(name).objectStore(name).getAllKeys());
        kept.push([name, keys, await done(now.transaction(name).objectStore(name).getAll())]);
      }
      now.close();
      await done(indexedDB.deleteDatabase('cudos'));
      const opening = indexedDB.open('cudos', 1);
      opening.onupgradeneeded = () => kept.forEach(([name]) => opening.result.createObjectStore(name));
      const before = await done(opening);
      for (const [name, keys, values] of kept) {
        const store = before.transaction(name, 'readwrite').objectStore(name);
        for (const [at, key] of keys.entries()) await done(store.put(values[at], key));
      }
      before.close();
    })()`);

  test('opens for the password, takes a score, and sends it after the sign-in that the service asks for', async () => {
    const { page, context, faults } = await cutOff();
    await type(page, course, 40);
    await waits(page, '1 score waits for the network');
    await later(context, 16 * MINUTE);
    await locked(page).waitFor();
    await waits(page, 'Your password opens this device also without it');
    await waits(page, '1 entry waits on this device');
    expect(await page.getByText(course.chartNumber).first().isVisible()).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await signIn(page, clinic.clinician, 'not the password at all');
    await waits(page, '4 more tries are left without a connection');
    await signIn(page, clinic.clinician);
    await locked(page).waitFor({ state: 'detached' });
    await type(page, second, 33);
    await waits(page, '2 scores wait for the network');
    // It also opens again by itself, for as long as somebody uses it.
    await page.reload();
    await waits(page, '2 scores wait for the network');
    await context.setOffline(false);
    // The service has not been asked for so long that it wants to know who is there.
    await locked(page).waitFor();
    // The director's session has been idle for too long as well.
    const director = await begin(stage.app, clinic.director.email);
    const recorded = async ({ courseId }: Course) =>
      (await versions(director, courseId, 'infusion-1')).map(({ total }) => total);
    expect([await recorded(course), await recorded(second)]).toEqual([[], []]);
    await signIn(page, clinic.clinician);
    await allSaved(page);
    expect([await recorded(course), await recorded(second)]).toEqual([[40], [33]]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('opens also where the browser has closed it meanwhile', async () => {
    const { page, context } = await cutOffAndLocked();
    await page.reload();
    await waits(page, 'Your password opens this device also without it');
    expect(await page.getByText(course.chartNumber).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await signIn(page, clinic.clinician);
    await page.getByText(course.chartNumber).first().waitFor();
    await context.close();
  });

  test('opens for nobody else', async () => {
    const { page, context } = await cutOffAndLocked();
    await signIn(page, clinic.director);
    await waits(page, 'this device lets in only the person who signed in last with a password');
    await signIn(page, clinic.clinician);
    await locked(page).waitFor({ state: 'detached' });
    await context.close();
  });

  test('takes five passwords and no more, also not the right one', async () => {
    const { page, context } = await cutOffAndLocked();
    for (const left of ['4 more tries are', '3 more tries are', '2 more tries are', 'One more try is']) {
      await signIn(page, clinic.clinician, `a guess before ${left}`);
      await waits(page, `${left} left without a connection`);
    }
    await page.reload();
    await signIn(page, clinic.clinician, 'the last guess of all');
    await waits(page, 'this device takes no more tries');
    await signIn(page, clinic.clinician);
    await opensNothing(page);
    expect((await rows(page)).passwordLock).toBe(0);
    await context.setOffline(false);
    await signIn(page, clinic.clinician);
    await page.getByText(course.chartNumber).first().waitFor();
    await context.close();
  });

  test('opens no longer than the session would have lasted', async () => {
    const { page, context } = await cutOffAndLocked();
    await context.clock.fastForward(12 * HOUR);
    await signIn(page, clinic.clinician);
    await opensNothing(page);
    expect((await rows(page)).passwordLock).toBe(0);
    await context.close();
  });

  test('says that it needs the network for who did not sign in with a password here', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    await context.clock.install({ time: stage.app.clock.now() });
    await page.goto('/scores');
    await page.getByText(course.chartNumber).first().waitFor();
    await settled(page);
    await context.setOffline(true);
    await later(context, 16 * MINUTE);
    await waits(page, 'This device can’t check who you are before the connection is back');
    await signIn(page, clinic.clinician);
    await opensNothing(page);
    await context.close();
  });

  test('opens for a password that was changed since, and no longer for the one before', async () => {
    const { page, context } = await cutOff();
    await context.setOffline(false);
    await page.goto('/account');
    const changed = 'a meadow with four old oaks';
    await page.locator('input[name=currentPassword]').fill(PASSWORD);
    await page.locator('input[name=newPassword]').fill(changed);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The password is changed').waitFor();
    await settled(page);
    await context.setOffline(true);
    await later(context, 16 * MINUTE);
    await signIn(page, clinic.clinician);
    await waits(page, '4 more tries are left');
    await signIn(page, clinic.clinician, changed);
    await locked(page).waitFor({ state: 'detached' });
    await context.close();
  });

  test('has what the version before kept, once it is reloaded', async () => {
    const { page, context } = await cutOff();
    await type(page, course, 40);
    await waits(page, '1 score waits for the network');
    await asBefore(page);
    await page.reload();
    await waits(page, '1 score waits for the network');
    await page.getByText(second.chartNumber).first().waitFor();
    expect(Object.keys(await rows(page))).toContain('passwordLock');
    await context.setOffline(false);
    await allSaved(page);
    await context.close();
  });

  test('leaves nothing in any store after sign-out', async () => {
    const { page, context } = await cutOffAndLocked();
    await signIn(page, clinic.clinician);
    await locked(page).waitFor({ state: 'detached' });
    await type(page, course, 40);
    await waits(page, '1 score waits for the network');
    const before = await rows(page);
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    expect(Object.keys(before)).toEqual(['answers', 'passwordLock', 'session', 'waiting']);
    await page.getByRole('button', { name: 'clinician' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Delete and sign out' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await rows(page)).toEqual({ answers: 0, passwordLock: 0, session: 0, waiting: 0 });
    expect(await page.evaluate<string>('JSON.stringify({ ...localStorage })')).not.toContain('cudos kept');
    await context.close();
  });
});
