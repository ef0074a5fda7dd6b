import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';

const LIMIT_IN_BYTES = 200_000;

describe('what a page loads', () => {
  const stage = browserStage();
  let clinic: TestClinic;

  beforeAll(async () => {
    clinic = await testClinic(stage.app);
  });

  test('the first page of the day takes less than 200 kB of script, and nothing of charts', async () => {
    const { page, context, loaded } = await loading(clinic.clinician);
    // What comes later, when the browser has nothing to do, is not waited for.
    await page.addInitScript('window.requestIdleCallback = () => 0');
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await settled(page);
    const scripts = await Promise.all(loaded);
    expect(scripts.length).toBeGreaterThan(0);
    expect(sum(scripts.map(({ bytes }) => bytes))).toBeLessThan(LIMIT_IN_BYTES);
    expect(scripts.filter(({ draws }) => draws)).toEqual([]);
    await context.close();
  });

  test('a dialog that comes on its first use takes the focus, and gives it back', async () => {
    const { page, context, faults } = await windowOf(stage, clinic.clinician);
    await page.addInitScript('window.requestIdleCallback = () => 0');
    await page.goto('/');
    await page.getByRole('button', { name: 'Add a patient' }).first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a patient and a course' });
    await dialog.getByRole('textbox').first().waitFor();
    await page.locator('[role=dialog]:focus-within').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('button:focus', { hasText: /^Add/ }).waitFor();
    await page.getByRole('banner').getByRole('button').last().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Account' }).waitFor();
    await page.locator('[role=menu]:focus-within').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await page.locator('[aria-haspopup=menu]:focus').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what opens on a click comes by itself, and then opens without a connection', async () => {
    const { page, context, faults } = await windowOf(stage, clinic.clinician);
    const dialog = page.waitForResponse(/\/new-patient-/);
    await page.goto('/');
    await (await dialog).finished();
    await settled(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Add a patient' }).first().click();
    await page.getByRole('dialog', { name: 'Add a patient and a course' }).getByRole('textbox').first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what can’t be loaded says so, and the page stays', async () => {
    const { page, context, faults } = await windowOf(stage, clinic.clinician);
    await page.addInitScript('window.requestIdleCallback = () => 0');
    await page.goto('/');
    await settled(page);
    await page.route(/\/new-patient-/, (route) => route.abort());
    const add = page.getByRole('button', { name: 'Add a patient' }).first();
    await add.click();
    await page.getByRole('alert').getByText('This part of the page could not be loaded.').waitFor();
    expect(await page.getByRole('heading', { level: 1, name: 'Today' }).isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each([1280, 390])('nothing of Today moves while it comes, %d pixels wide', async (width) => {
    const own = await testClinic(stage.app);
    for (const startedOn of ['2026-03-20', '2026-03-17', '2026-03-13', '2026-03-06']) {
      const { courseId } = await testCourse(own.clinician, { startedOn });
      if (startedOn < '2026-03-20') await own.clinician.score(courseId, 'infusion-1', 40, startedOn).expect(201);
    }
    const { page, context } = await windowOf(stage, own.clinician, { width });
    await page.addInitScript(WATCH_SHIFTS);
    await page.goto('/');
    await page.getByRole('heading', { name: /^Due today/ }).waitFor();
    await settled(page);
    expect(await page.evaluate('layoutShift')).toBeLessThan(0.02);
    await context.close();
  });

  test.each(['/', '/scores', '/patients', '/outcomes'])(
    'what %s asks for before its scripts are there is asked for once',
    async (path) => {
      await testCourse(clinic.clinician, { startedOn: '2026-03-20' });
      const { page, context } = await windowOf(stage, clinic.director);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(path);
      await settled(page);
      const read = asked.filter((url) => /\/v1\/(courses|cohorts)/.test(url));
      expect(read.length).toBeGreaterThan(0);
      expect(new Set(read).size).toBe(read.length);
      // Each was given out.
      expect(await page.evaluate('earlyAnswers.size')).toBe(0);
      await context.close();
    },
  );

  test.each([
    ['/scores', /\/scores-page-.*\.js$/],
    ['/outcomes', /\/chart-canvas-.*\.js$/],
  ])('the parts of %s are asked for before the scripts of every page are there', async (path, part) => {
    const { page, context, faults } = await windowOf(stage, clinic.director);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const early = page.waitForRequest(part);
    await page.route(/\/assets\/index-.*\.js$/, async (route) => {
      await early;
      await route.continue();
    });
    await page.goto(path);
    await page.locator('h1').waitFor();
    await settled(page);
    expect(asked.filter((url) => part.test(url))).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('nothing is loaded from anywhere else', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.app.url)) elsewhere.push(request.url());
    });
    await page.goto('/');
    await settled(page);
    expect(elsewhere).toEqual([]);
    await context.close();
  });

  interface Script {
    bytes: number;
    /** Chart.js names its controllers by their kind. */
    draws: boolean;
  }

  async function loading(person: SignedIn): Promise<{
    page: Page;
    context: { close(): Promise<void> };
    loaded: Promise<Script>[];
  }> {
    const { page, context } = await windowOf(stage, person);
    const loaded: Promise<Script>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      const read = async (): Promise<Script> => {
        const body = await response.body();
        return { bytes: gzipSync(body).length, draws: body.includes('chartjs') };
      };
      loaded.push(read());
    });
    return { page, context, loaded };
  }
});

/** All of a visit as one window, which is never less than what browsers report as the layout shift. */
const WATCH_SHIFTS = `
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });`;

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
