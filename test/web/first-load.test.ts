import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';

const LIMIT_IN_BYTES = 250_000;

describe('what a page loads', () => {
  const stage = browserStage();
  let clinic: TestClinic;

  beforeAll(async () => {
    clinic = await testClinic(stage.app);
  });

  test('the first page of the day takes less than 250 kB of script, and nothing of charts', async () => {
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

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
