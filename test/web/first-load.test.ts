import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';

const LIMIT_IN_BYTES = 220_000;

describe('what a page loads', () => {
  const stage = browserStage();
  let clinic: TestClinic;

  beforeAll(async () => {
    clinic = await testClinic(stage.app);
  });

  test('the first page of the day takes less than 220 kB of script, and nothing of charts', async () => {
    const { page, context, loaded } = await loading(clinic.clinician);
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await settled(page);
    const scripts = await Promise.all(loaded);
    expect(scripts.length).toBeGreaterThan(0);
    expect(sum(scripts.map(({ bytes }) => bytes))).toBeLessThan(LIMIT_IN_BYTES);
    expect(scripts.filter(({ draws }) => draws)).toEqual([]);
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
