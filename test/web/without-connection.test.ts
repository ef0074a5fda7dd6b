import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { PASSWORD, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { cellOf } from './grid.js';

const MINUTE = 60_000;

describe('without a connection', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let course: Awaited<ReturnType<typeof testCourse>>;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    course = await testCourse(clinic.clinician);
  });

  const opened = () => windowOf(stage, clinic.clinician, { installed: true });
  /** A page that was open while there was a connection. */
  const read = async (page: Page, path: string) => {
    await page.goto(path);
    await page.getByText(course.chartNumber).first().waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await settled(page);
  };
  const notice = (page: Page) => page.getByText(/^No connection\. What you see is as of \d\d:\d\d/);
  const cut = (context: BrowserContext) => context.setOffline(true);
  /** All that this browser keeps of anybody outside of its cookies, as text where it is text. */
  const databases = (page: Page) =>
    page.evaluate<string>(`(async () => {
      const found = [{ ...localStorage }, { ...sessionStorage }];
      const database = await new Promise((done) => (indexedDB.open('cudos').onsuccess = ({ target }) => done(target.result)));
      const text = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder().decode(value) : value instanceof CryptoKey ? 'key, readable: ' + value.extractable
        : value && typeof value === 'object' ? Object.values(value).map(text) : String(value);
      for (const name of database.objectStoreNames) {
        const store = database.transaction(name).objectStore(name);
        for (const what of ['getAllKeys', 'getAll']) {
          found.push(await new Promise((done) => (store[what]().onsuccess = ({ target }) => done(target.result.map(text)))));
        }
      }
      database.close();
      return JSON.stringify(found);
    })()`);
  const signOut = async (page: Page) => {
    await page.getByRole('button', { name: 'clinician' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page
      .getByRole('button', { name: 'Try again' })
      .or(page.getByRole('heading', { name: 'Sign in' }))
      .waitFor();
  };

  test('one list that is refused does not have all others asked for without end', async () => {
    const { page } = await windowOf(stage, clinic.clinician);
    const body = JSON.stringify({ type: '/problems/unavailable', title: 'Away', status: 503, detail: 'Away.' });
    await page.route('**/v1/courses?status=active*', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body }),
    );
    let asked = 0;
    const often = new Promise((resolve) =>
      page.on('request', (request) => {
        if (request.url().endsWith('/v1/clinic')) asked += 1;
        if (asked > 5) resolve('often');
      }),
    );
    await page.goto('/');
    expect(await Promise.race([settled(page).then(() => 'settled'), often])).toBe('settled');
    expect(asked).toBeGreaterThan(0);
  });

  test.each(['/', '/scores'])('what was open at %s opens again, and says of when it is', async (path) => {
    const { page, context, faults } = await opened();
    await read(page, path);
    await cut(context);
    await page.reload();
    await notice(page).waitFor();
    await page.getByText(course.chartNumber).first().waitFor();
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    await notice(page).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a form opens again too, with what was typed', async () => {
    const { page, context } = await opened();
    await read(page, `/courses/${course.courseId}/form/infusion-1`);
    await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    await page.keyboard.press('3');
    await cut(context);
    await page.reload();
    await page.getByText('Typed before, not saved yet').waitFor();
    await context.close();
  });

  test('a form opens of every course of the day, and a bar names the patient, though neither was asked for before', async () => {
    const { page, context, faults } = await opened();
    await read(page, '/');
    await cut(context);
    await page.getByRole('link', { name: `Form of ${course.chartNumber}, infusion 1` }).click();
    await page.getByRole('heading', { name: 'Item form: infusion 1' }).waitFor();
    await page.getByText(`${course.chartNumber}, course 1`).waitFor();
    await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a score that was saved after the table was read is in it', async () => {
    const { page, context } = await opened();
    await read(page, '/');
    await read(page, '/scores');
    await cellOf(page, course.chartNumber, 1).click();
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await page.getByText('35 saved for').waitFor({ state: 'attached' });
    await settled(page);
    await cut(context);
    await page.reload();
    await page.getByRole('gridcell', { name: `${course.chartNumber}, infusion 1, 35` }).waitFor();
    await page.goto('/');
    await page.getByText('Due today').first().waitFor();
    expect(await page.getByLabel(`Score of ${course.chartNumber}, infusion 1`).count()).toBe(0);
    await context.close();
  });

  test('what is kept is encrypted, and names nobody', async () => {
    const { page, context } = await opened();
    await read(page, '/scores');
    await read(page, '/');
    const text = await databases(page);
    expect(text).toContain('key, readable: false');
    for (const clear of [course.chartNumber, course.courseId, course.patientId, clinic.clinician.email, '/v1/']) {
      expect(text).not.toContain(clear);
    }
    await context.close();
  });

  test('at sign-out nothing of it stays, and the service hears of it when it answers again', async () => {
    const { page, context } = await opened();
    await read(page, '/');
    const answers = async () => (await databases(page)).split(clinic.clinician.id).length - 1;
    expect(await answers()).toBeGreaterThan(1);
    await cut(context);
    await signOut(page);
    expect(await answers()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByText(course.chartNumber).count()).toBe(0);
    await context.setOffline(false);
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await clinic.clinician.get('/v1/session').expect(401);
    await context.close();
  });

  test('nobody opens it after the time without use that ends a session, and it is there for who signs in', async () => {
    const { page, context } = await opened();
    await context.clock.install();
    await read(page, '/scores');
    await cut(context);
    await page.reload();
    await page.getByText(course.chartNumber).first().waitFor();
    const now = await page.evaluate(() => Date.now());
    await page.goto('about:blank');
    await context.clock.setSystemTime(now + 16 * MINUTE);
    await page.goto('/scores');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByText(course.chartNumber).count()).toBe(0);
    await context.clock.setSystemTime(now);
    await page.reload();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await clinic.clinician.delete('/v1/session').expect(204);
    await context.setOffline(false);
    await page.reload();
    await page.locator('input[name=email]').fill(clinic.clinician.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText(course.chartNumber).first().waitFor();
    await context.close();
  });
});
