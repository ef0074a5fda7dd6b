import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import request from 'supertest';
import { axeFaults } from '../support/axe.js';
import { answer } from '../support/answer.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { pictureShown } from '../support/in-page.js';
import { ended, published, type PublishedSample } from '../published/published-rows.js';
import { sampleDocument } from '../published/sample-document.js';

const stage = browserStage({ PUBLIC_REQUESTS_PER_MINUTE: '1000000' });
let sample: PublishedSample;
beforeAll(async () => {
  sample = await published(stage.app);
});

/** A stranger's window without any script of ours allowed to run, and what it asked for. */
async function open(path: string, size = {}): Promise<{ page: Page; asked: string[] }> {
  const { page } = await windowOf(stage, null, size);
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname));
  await page.goto(path);
  return { page, asked };
}

/** How far the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test('the public page shows everything needed to judge the figures', async () => {
  const { page } = await open(`/published/${sample.slug}`);
  const text = await page.locator('body').innerText();
  const { document } = sample;
  for (const said of [
    document.title,
    document.clinic.name,
    'Started from January 2025 to December 2026',
    ...document.sentences.map((sentence) => sentence.text),
    document.footnote,
    ...document.caveats,
    '100 of 175, 95 % interval 50 to 64 %',
    '35.0 points',
    'n = 120, 95 % interval 33.8 to 36.2 points',
    '68 %',
    'It would count 1 to 10 courses.',
    'A quarter has 1 to 10 courses.',
    'November 2, 2026',
    'November 3, 2026',
    document.hash,
    document.provenance.dataHash,
    document.signature.kid,
    'npm run cudos -- verify',
  ]) {
    expect(text).toContain(said);
  }
  expect(await page.title()).toBe(`${document.title} - ${document.clinic.name}`);
  await page.context().close();
});

test('each chart is a picture with a text alternative, and a table of its data', async () => {
  const { page } = await open(`/published/${sample.slug}`);
  const charts = sample.document.charts.flatMap(({ chart }) => (chart === null ? [] : [chart]));
  const pictures = page.locator('figure img');
  expect(await pictures.count()).toBe(charts.length);
  for (const [at, chart] of charts.entries()) {
    const picture = pictures.nth(at);
    await picture.scrollIntoViewIfNeeded();
    expect(await picture.getAttribute('alt')).toBe(chart.textAlternative);
    expect((await picture.evaluate(pictureShown)).width).toBe(800);
    const table = page.locator('figure table').nth(at);
    expect(await table.locator('tbody tr').count()).toBe(chart.table.rows.length);
    expect(await table.locator('thead th').allInnerTexts()).toHaveLength(chart.table.columns.length);
  }
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('in %s colors', (colorScheme) => {
  test('a chart has the background of the page', async () => {
    const { page } = await windowOf(stage, null);
    await page.emulateMedia({ colorScheme });
    await page.goto(`/published/${sample.slug}`);
    const image = page.locator('figure img').first();
    const source = (await image.evaluate(pictureShown)).address;
    expect(new URL(source).searchParams.get('theme')).toBe(colorScheme);
    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(26, 27, 30)');
    await page.context().close();
  });
});

test.each([320, 768, 1280, 2560])(
  'axe finds nothing at %i px, and nothing sticks out',
  async (width) => {
    const paths = [`/published/${sample.slug}`, '/published/definitions/1', '/published/definitions/2'];
    for (const path of paths) {
      const { page } = await open(path, { width });
      expect(await axeFaults(page)).toEqual([]);
      expect([path, await overflow(page)]).toEqual([path, 0]);
      await page.context().close();
    }
  },
  180_000,
);

test('on a telephone the chart is the one with the larger letters', async () => {
  const { page } = await open(`/published/${sample.slug}`, { width: 320 });
  const source = (await page.locator('figure img').first().evaluate(pictureShown)).address;
  expect(source).toContain('layout=narrow');
  await page.context().close();
});

test('the page runs no script and asks nobody else for anything', async () => {
  const { page, asked } = await open(`/published/${sample.slug}`);
  await settled(page);
  expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
  const own = /^\/(published\/|v1\/published\/snapshots\/)/;
  expect(asked.filter((path) => !own.test(path) && path !== '/favicon.ico')).toEqual([]);
  const { headers } = await answer(request(stage.app.url).get(`/published/${sample.slug}`));
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; (.*; )?style-src 'sha256-/);
  expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe/);
  await page.context().close();
});

test('on paper everything is open, on white, and every chart is there', async () => {
  const { page } = await open(`/published/${sample.slug}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  expect(await page.locator('figure table').first().isVisible()).toBe(true);
  const source = (await page.locator('figure img').first().evaluate(pictureShown)).address;
  expect(source).toContain('theme=light');
  await page.context().close();
});

test('a search for data finds a schema.org Dataset with what is shown and no more', async () => {
  const { page } = await open(`/published/${sample.slug}`);
  const block = page.locator('script[type="application/ld+json"]');
  const dataset = JSON.parse((await block.textContent()) ?? '') as Record<string, unknown>;
  expect(dataset).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: sample.document.title,
    identifier: sample.id,
    creator: { '@type': 'Organization', name: 'Riverside Ketamine Clinic' },
    datePublished: '2026-11-03T17:00:00.000Z',
    temporalCoverage: '2025-01-01/2026-12-31',
    distribution: [
      { '@type': 'DataDownload', contentUrl: `/v1/published/snapshots/${sample.id}` },
      { '@type': 'DataDownload', contentUrl: `/v1/published/snapshots/${sample.id}.csv` },
      { '@type': 'DataDownload', contentUrl: `/v1/published/snapshots/${sample.id}.xlsx` },
    ],
  });
  // Five of the six figures: one is withheld.
  expect(dataset.variableMeasured).toHaveLength(5);
  expect(dataset.variableMeasured).toContainEqual(
    expect.objectContaining({ name: 'Response (starters)', value: 57, unitText: '%' }),
  );
  await page.context().close();
});

test('a text that is markup or a formula is only a text, wherever it is shown', async () => {
  const evil = `</script><img src=x onerror="window.hurt=1">'&amp;`;
  const rest = sampleDocument();
  const bad = await published(stage.app, {
    title: evil,
    clinic: { name: `=HYPERLINK("https://evil.example")${evil}` },
    footnote: evil,
    caveats: [evil],
    sentences: [{ text: evil, figures: [] }],
    figures: rest.figures.map((figure) => ({ ...figure, label: evil, howCounted: evil })),
    ladder: rest.ladder.map((rung) => ({ ...rung, label: `@${evil}` })),
    charts: rest.charts.map((chart) => ({ ...chart, title: evil })),
  });
  for (const path of [`/published/${bad.slug}`, `/embed/${bad.slug}`]) {
    const { page } = await open(path);
    await settled(page);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.locator('h1, h2').first().innerText()).toBe(evil);
    await page.context().close();
  }
  const { page } = await open(`/published/${bad.slug}`);
  const block = page.locator('script[type="application/ld+json"]');
  expect(JSON.parse((await block.textContent()) ?? '')).toMatchObject({ name: evil });
  await page.context().close();
  const csv = await request(stage.app.url).get(`/v1/published/${bad.slug}.csv`).expect(200);
  expect(csv.text).toContain(`"'=HYPERLINK(`);
  expect(csv.text).toContain(`"'@</script>`);
  expect(csv.text).not.toMatch(/(^|[,\n])"?[=@]/);
  const svg = await request(stage.app.url).get(`/v1/published/${bad.slug}/charts/attrition.svg`);
  expect((svg.body as Buffer).toString()).not.toContain('<img');
});

test('a withdrawn publication is a page that says so and why', async () => {
  const gone = await published(stage.app);
  await ended(stage.app, gone, 'withdrawn', 'Two scores were mixed up <by us>.');
  await request(stage.app.url).get(`/published/${gone.slug}`).expect(410);
  const { page } = await open(`/published/${gone.slug}`, { width: 320 });
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('These figures were withdrawn');
  const text = await page.locator('main').innerText();
  expect(text).toContain('Two scores were mixed up <by us>.');
  expect(text).toContain('November 20, 2026');
  expect(await axeFaults(page)).toEqual([]);
  await page.context().close();
});

test('an unknown address is a page that says so', async () => {
  await request(stage.app.url).get('/published/definitions/0').expect(404);
  await request(stage.app.url).get('/published/no-such').expect(404);
  const { page } = await open('/published/no-such');
  expect(await axeFaults(page)).toEqual([]);
  await page.context().close();
});

test('the definitions are those of the domain, with the bands of the score', async () => {
  const { page } = await open('/published/definitions/2');
  const text = await page.locator('body').innerText();
  for (const said of [
    '21 to 30: mild',
    'All courses with a score at infusion 1; one without a score at infusion 6 counts as not achieved.',
    'Percent reduction of means',
    'The endpoint is 19 or lower.',
    'The endpoint is at most half of the baseline, and the baseline is above 0.',
    'no count of 1 to 10 courses is published',
    'more than 60 days (maintenance: 180) have passed since its last entry',
  ]) {
    expect(text).toContain(said);
  }
  await page.context().close();
});
