import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { smallClinic } from '../cohorts/small-clinic.js';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import type { TestClinic } from '../support/clinic.js';

const stage = browserStage();
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await smallClinic(stage.app);
});

/** Five courses, which fell by 30 (40 to 10), 8 (20 to 12), 21 (30 to 9), 20 (50 to 30) and 9 points (10 to 1). */
const COMPLETERS = '/outcomes/courses?kind=induction&group=with-infusion-6';
const REDUCTION = 7;

const reductions = (page: Page) => page.locator(`tbody tr > :nth-child(${REDUCTION})`).allInnerTexts();
const header = (page: Page) => page.getByRole('columnheader', { name: 'Reduction' });

test('the courses behind a number are sorted by a column, kept in the address, and taken away in that order', async () => {
  const { page, context, faults } = await windowOf(stage, clinic.director);
  await page.goto(COMPLETERS);
  await page.getByText('5 of 5 shown').waitFor();
  expect(await page.getByRole('columnheader', { name: 'Started' }).getAttribute('aria-sort')).toBe('descending');
  await header(page).getByRole('button').click();
  await page.waitForURL(/sort=reduction&order=desc/);
  await shown(page, ['30', '21', '20', '9', '8']);
  expect(await header(page).getAttribute('aria-sort')).toBe('descending');
  await header(page).getByRole('button').press('Enter');
  await shown(page, ['8', '9', '20', '21', '30']);
  expect(await header(page).getAttribute('aria-sort')).toBe('ascending');
  await page.reload();
  await shown(page, ['8', '9', '20', '21', '30']);
  expect(await axeFaults(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Download all of these courses' }).getByRole('link', { name: 'CSV' }).click();
  const [names = '', ...lines] = (await text(await (await download).createReadStream())).trimEnd().split('\n');
  const column = names.split(',').indexOf('infusion 6: reduction');
  expect(lines.map((line) => line.split(',')[column])).toEqual(['8', '9', '20', '21', '30']);

  await page.getByRole('link', { name: 'Back to the outcomes' }).click();
  await page.waitForURL(/\/outcomes\?kind=induction$/);
  expect(faults).toEqual([]);
  await context.close();
});

/** The rows come when the service has answered. */
async function shown(page: Page, wanted: string[]) {
  const [first = ''] = wanted;
  await page.locator(`tbody tr:first-child > :nth-child(${REDUCTION})`).getByText(first, { exact: true }).waitFor();
  expect(await reductions(page)).toEqual(wanted);
}
