import { beforeAll, expect, test } from '@jest/globals';
import { browserStage, windowOf } from '../support/browser.js';
import type { SignedIn } from '../support/clinic.js';
import { shapesOf } from '../support/in-page.js';
import { sampleDirector } from '../support/sample-clinic.js';

const stage = browserStage();
let director: SignedIn;

beforeAll(async () => {
  stage.app.clock.set('2026-11-22T18:00:00Z');
  director = await sampleDirector(stage.app);
});

/** The outcomes of the sample clinic, with their pictures. */
async function open() {
  const opened = await windowOf(stage, director);
  await opened.page.goto('/outcomes');
  await opened.page.getByRole('figure').getByRole('img').nth(2).waitFor();
  return opened;
}

test('the report is two pages, A4 and Letter', async () => {
  const { page, context } = await open();
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 2]);
  }
  await context.close();
});

test('a comparison is two pages, A4 and Letter', async () => {
  const { page, context } = await windowOf(stage, director);
  await page.goto('/outcomes/comparison');
  await page.getByRole('figure').getByRole('img').waitFor();
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 2]);
  }
  await context.close();
});

test('on paper each picture is as wide as its place and keeps its shape, and no button is printed', async () => {
  const { page, context } = await open();
  await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  const figures = await page.getByRole('figure').all();
  expect(figures).toHaveLength(3);
  for (const figure of figures) {
    const picture = figure.getByRole('img');
    const [drawn, shown] = (await picture.evaluate(shapesOf)) as [number, number];
    expect(shown / drawn).toBeCloseTo(1, 1);
    const [inside, place] = [await picture.boundingBox(), await figure.boundingBox()];
    expect((inside?.width ?? 0) / (place?.width ?? 1)).toBeGreaterThan(0.85);
  }
  await context.close();
});

test.each(['/outcomes/comparison', '/outcomes/courses?group=responders', '/patients'])(
  'a dark page, %s, is printed dark on white',
  async (path) => {
    const { page, context } = await windowOf(stage, director);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
    expect(await scheme()).toBe('dark');
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await scheme()).toBe('light');
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    expect(await scheme()).toBe('dark');
    await context.close();
  },
);
