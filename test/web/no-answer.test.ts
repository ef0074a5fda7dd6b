import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { answer } from '../support/answer.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { allSaved, point, versions, type Course } from './grid.js';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
/** Where entries are sent to, one or several. */
const ENTRIES = /\/v1\/(assessments|courses\/[^/]+\/assessments\/[^/]+)$/;
const LOGIN_PAGE = '<!doctype html><title>Guest network</title><p>Accept the terms to go on.</p>';

describe('an entry that is not answered as it should be', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let course: Course;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    course = await testCourse(clinic.clinician);
  });

  const open = async (path: string, time: number | Date = stage.app.clock.now()) => {
    const opened = await windowOf(stage, clinic.clinician);
    await opened.context.clock.install({ time });
    await opened.page.goto(path);
    await opened.page.getByText(course.chartNumber).first().waitFor();
    await settled(opened.page);
    return opened;
  };
  const seconds = (context: BrowserContext, count: number) => context.clock.runFor(count * SECOND);
  const type = async (page: Page, score: number) => {
    await point(page, course.chartNumber, 1);
    await page.keyboard.type(String(score));
    await page.keyboard.press('Enter');
  };
  const waits = (page: Page) => page.getByText('1 score waits for the network').first().waitFor();
  const recorded = async () =>
    (await versions(clinic.director, course.courseId, 'infusion-1')).map(({ total }) => total);
  /** Entries are answered so, until the test is done with it. @returns A promise of the first one that was. */
  const answering = (page: Page, how: (route: Route) => Promise<unknown>) =>
    new Promise<void>((first) => {
      void page.route(ENTRIES, async (route) => {
        if (route.request().method() !== 'PUT') return route.fallback();
        await how(route);
        first();
      });
    });
  const network = async (page: Page) => page.unrouteAll({ behavior: 'ignoreErrors' });

  test('is given up after 30 seconds without an answer, waits, and is sent again by itself', async () => {
    const { page, context, faults } = await open('/scores');
    const hanging = answering(page, () => Promise.resolve());
    await type(page, 40);
    await hanging;
    expect(await page.getByText('All saved').count()).toBe(0);
    await seconds(context, 31);
    await waits(page);
    expect(await recorded()).toEqual([]);
    await network(page);
    await seconds(context, 3);
    await allSaved(page);
    expect(await recorded()).toEqual([40]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is recorded once where the service took it and its answer never came', async () => {
    const { page, context } = await open('/scores');
    const taken = answering(page, (route) => route.fetch());
    await type(page, 40);
    await taken;
    expect(await recorded()).toEqual([40]);
    await seconds(context, 31);
    await waits(page);
    await network(page);
    await seconds(context, 3);
    await allSaved(page);
    expect(await recorded()).toEqual([40]);
    await context.close();
  });

  test.each([
    ['a proxy’s page with 502', 502],
    ['a proxy’s page with 503', 503],
    ['a proxy’s page with 504', 504],
    ['the sign-in page of a guest network', 200],
    ['a page that the network forbids', 403],
  ])('waits behind %s, and is saved once the service answers', async (_what, status) => {
    const { page, context, faults } = await open('/scores');
    const answered = answering(page, (route) =>
      route.fulfill({ status, contentType: 'text/html; charset=utf-8', body: LOGIN_PAGE }),
    );
    await type(page, 40);
    await answered;
    await waits(page);
    expect(await page.getByText('All saved').count()).toBe(0);
    expect(await page.getByText('Accept the terms').count()).toBe(0);
    await network(page);
    await seconds(context, 3);
    await allSaved(page);
    expect(await recorded()).toEqual([40]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a form waits too where its answer breaks off', async () => {
    const { page, context } = await open(`/courses/${course.courseId}/form/infusion-1`);
    await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    const cut = answering(page, (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: '{"slot":"infu' }),
    );
    for (let item = 0; item < 18; item += 1) await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await cut;
    await page.getByText('Kept on this device, not saved yet').waitFor();
    await network(page);
    await seconds(context, 3);
    await page.getByText('Kept on this device, not saved yet').waitFor({ state: 'detached' });
    // 18 times 1; items 17 and 18 do not count.
    expect(await recorded()).toEqual([16]);
    await context.close();
  });

  test('anything else is given up after a minute, and is saved once when it is sent again', async () => {
    const { page, context } = await open(`/patients/${course.patientId}`);
    const begun = new Promise<void>((taken) => {
      void page.route('**/v1/patients/*/courses', async (route) => {
        if (route.request().method() !== 'POST') return route.fallback();
        // The service takes it, and its answer never comes.
        await route.fetch();
        taken();
      });
    });
    await page.getByRole('button', { name: 'Begin a course' }).click();
    await page.getByRole('dialog').getByLabel('Indication').selectOption('ptsd');
    await page.getByRole('button', { name: 'Begin the course' }).click();
    await begun;
    await seconds(context, 61);
    await page.getByText('The service can’t be reached. What you typed is kept').waitFor();
    await network(page);
    await page.getByRole('button', { name: 'Begin the course' }).click();
    await page.getByRole('heading', { name: 'Course 2' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { body } = await answer(clinic.clinician.get(`/v1/patients/${course.patientId}/courses`).expect(200));
    expect((body as { items: unknown[] }).items).toHaveLength(2);
    await context.close();
  });

  test('what was open is shown behind the sign-in page of a guest network, and says of when it is', async () => {
    const { page, context, faults } = await open('/scores');
    await page.route('**/v1/**', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: LOGIN_PAGE }));
    await page.reload();
    await page.getByText(/^No connection\. What you see is as of/).waitFor();
    await page.getByText(course.chartNumber).first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each([-DAY, DAY])('is of the clinic’s day where the clock of the device is wrong by %d ms', async (wrong) => {
    const { page, context, faults } = await open('/scores', stage.app.clock.now().getTime() + wrong);
    await page.getByText('Today, 20 Mar 2026').waitFor();
    await context.setOffline(true);
    await type(page, 40);
    await waits(page);
    await context.setOffline(false);
    await allSaved(page);
    const [first] = await versions(clinic.director, course.courseId, 'infusion-1');
    expect(first).toMatchObject({ total: 40, assessedOn: '2026-03-20' });
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is sent, and asked about at leaving, by a browser that keeps nothing', async () => {
    const { page, context, faults } = await windowOf(stage, clinic.clinician);
    // As a browser whose storage is full, or that has none for the page.
    await page.addInitScript(`
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
      IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };`);
    await page.goto('/scores');
    await page.getByText(course.chartNumber).first().waitFor();
    await settled(page);
    const hanging = answering(page, (route) => route.abort('connectionreset'));
    await type(page, 40);
    await hanging;
    await waits(page);
    await page.getByText('This browser keeps nothing for these pages').waitFor();
    const asked = page.waitForEvent('dialog');
    void page.reload().catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await network(page);
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await allSaved(page);
    await page.getByText('This browser keeps nothing for these pages').waitFor({ state: 'detached' });
    expect(await recorded()).toEqual([40]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
