import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { PASSWORD, signIn, type SignedIn } from '../support/clinic.js';
import { sampleDirector } from '../support/sample-clinic.js';

const TITLES = [
  'Scores from infusion to infusion',
  'Means at infusions 1 and 6',
  'Mean reduction, by who is counted',
  'After the series',
  'Each completer’s reduction',
  'Response by baseline band',
  'Before and after',
  'Last scored infusion',
  'Response by infusion',
  'Response by quarter',
];

const stage = browserStage();
let director: SignedIn;

beforeAll(async () => {
  stage.app.clock.set('2026-11-22T18:00:00Z');
  director = await sampleDirector(stage.app);
});

async function openCharts() {
  const opened = await windowOf(stage, director);
  await opened.page.goto('/outcomes');
  await opened.page.getByRole('heading', { name: 'More charts' }).click();
  return opened;
}

/** A chart once it has been scrolled to and drawn. Before, only its place is there. */
async function chart(page: Page, title: string) {
  await page.locator('section[aria-label="More charts"] > div').nth(TITLES.indexOf(title)).scrollIntoViewIfNeeded();
  const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: title }) });
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('img').waitFor();
  return figure;
}

describe('charts of the dashboard', () => {
  test('all come with the one request of the page', async () => {
    const { page, context } = await windowOf(stage, director);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/cohorts/')) asked.push(new URL(request.url()).pathname);
    });
    await page.goto('/outcomes');
    await page.getByRole('heading', { name: 'More charts' }).click();
    await settled(page);
    for (const title of TITLES) await chart(page, title);
    expect(asked).toEqual(['/v1/cohorts/dashboard']);
    await context.close();
  });

  test('each has its words, its table and its downloads', async () => {
    const { page, context, faults } = await openCharts();
    for (const title of TITLES) {
      const figure = await chart(page, title);
      const label = await figure.getByRole('img').getAttribute('aria-label');
      expect(label?.length).toBeGreaterThan(40);
      const toggle = figure.getByRole('button', { name: 'Show as a table' });
      await toggle.focus();
      await page.keyboard.press('Enter');
      await figure.getByRole('table').waitFor();
      expect(await figure.getByRole('row').count()).toBeGreaterThan(1);
      expect(await figure.getByRole('link', { name: `Download ${title} as` }).count()).toBe(5);
      // One long table is enough for the check of the whole page below.
      if (title !== TITLES.at(-1)) await page.keyboard.press('Enter');
    }
    // Else a button that happens to be half under the header counts as too small.
    await page.evaluate('scrollTo(0, 0)');
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the table of the trajectory begins with the mean of the first infusion', async () => {
    const { page, context } = await openCharts();
    const figure = await chart(page, TITLES[0] ?? '');
    await figure.getByRole('button', { name: 'Show as a table' }).click();
    // The 100 responders of the sample begin at 34.9 and end at 8.9.
    const rows = await figure.getByRole('row').allInnerTexts();
    expect(rows.find((row) => row.startsWith('Responders\t1\t'))).toMatch(/^Responders\t1\t100\t34\.9\t/);
    expect(rows.find((row) => row.startsWith('Responders\t6\t'))).toMatch(/^Responders\t6\t100\t8\.9\t/);
    await context.close();
  });

  test('a chart is taken away as picture, drawing, table and data, with its filter', async () => {
    const { page, context } = await openCharts();
    const figure = await chart(page, 'Response by quarter');
    const types = {
      PNG: 'image/png',
      SVG: 'image/svg+xml',
      CSV: 'text/csv',
      JSON: 'application/json',
    };
    for (const [format, type] of Object.entries(types)) {
      const link = figure.getByRole('link', { name: `as ${format}` });
      const href = (await link.getAttribute('href')) ?? '';
      expect(href).toContain('kind=induction');
      const answer = await page.request.get(href);
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toContain(type);
    }
    const download = page.waitForEvent('download');
    await figure.getByRole('link', { name: 'as CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await context.close();
  });

  test('a chart asked for after the session has ended comes once the person is back', async () => {
    const own = await signIn(stage.app, director.email, PASSWORD);
    const { page, context } = await windowOf(stage, own);
    await page.goto('/outcomes');
    await page.getByRole('heading', { name: 'More charts' }).click();
    const figure = await chart(page, 'Response by quarter');
    await own.delete('/v1/session').expect(204);
    await figure.getByRole('link', { name: 'as PNG' }).click();
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.png$/);
    await context.close();
  });

  test('a chart that can’t be drawn now says so on the page', async () => {
    const { page, context } = await openCharts();
    const figure = await chart(page, 'Response by quarter');
    await page.route('**/quarterly-trend.svg*', (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/problems/too-many',
          title: 'Too many requests',
          status: 429,
          detail: 'Many charts are being drawn at the moment. Try again in 2 seconds.',
          requestId: 'r-1',
        }),
      }),
    );
    await figure.getByRole('link', { name: 'as SVG' }).click();
    await figure.getByRole('alert').getByText('Many charts are being drawn').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('a dark page has charts in light ink', async () => {
    const { page, context } = await openCharts();
    const figure = await chart(page, 'Response by infusion');
    const light = await figure.getByRole('img').screenshot();
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await figure.getByRole('img').waitFor();
    expect((await figure.getByRole('img').screenshot()).equals(light)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });
});
