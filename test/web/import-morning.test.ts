import { expect, test } from '@jest/globals';
import { settled } from '../support/browser.js';
import { download, downloadBytes, recordedCourses } from '../spreadsheets/spreadsheet.js';
import { choose, importStage, save } from './import-stage.js';

const imports = importStage();

/** Days with the month in front, a column that is named for something else, an untold first score, a note, words in cells. */
const MORNING = [
  'Riverside Ketamine, outcomes of the spring',
  'ID no,Phone 1,Date 1,Points,Date 2,Score 2,Date 3,Score 3,Note 3,stopped_reason,Date 7,Score 7',
  'P1,555,3/2/2026,40,3/5/2026,34,3/9/2026,28,slept well,,3/19/2026,9',
  'P2,556,3/2/2026,44,3/5/2026,no show,3/9/2026,30,,Completed,,',
  'P3,557,3/2/2025,38,3/5/2026,36,3/9/2026,31,,,,',
  'P4,558,3/3/2026,72,3/6/2026,33,,,,side effects,,',
].join('\n');

test('a morning of work: a file with trouble is mended on the page, saved, exported, and changes nothing when it comes back', async () => {
  const { director } = imports.clinic;
  const { page, context, faults } = await imports.open();
  await choose(page, 'spring.csv', MORNING);
  await page.getByLabel('Row with the names of the columns').selectOption('2');
  await settled(page);

  // 1. Two columns that nobody could know, 2. columns that are left out, 3. the order of day and month.
  for (const [column, meaning] of [
    ['ID no, column A', 'Chart number'],
    ['Points, column D', 'Infusion 1: score'],
  ]) {
    await page.getByRole('combobox', { name: `Meaning of ${column}` }).fill(meaning ?? '');
    await page.getByRole('option', { name: meaning ?? '', exact: true }).click();
  }
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('radio', { name: 'month/day/year' }).check();
  await page.getByRole('button', { name: 'Check the rows' }).click();

  // 4. What is asked: a missed visit, a course that was not stopped, a year; 5. a score that can't be.
  await page.getByText('"no show" is no score').first().waitFor();
  await page.getByText('"Completed" is no reason for stopping').first().waitFor();
  await page.getByText('Check both dates, the year too').first().waitFor();
  await page.getByLabel('Row 5, Date 1').fill('3/2/2026');
  await page.getByLabel('Row 6, Points').fill('42');
  for (const box of await page.getByRole('checkbox', { name: /^Accept/ }).all()) await box.check();
  await page.getByRole('button', { name: 'Check again, with 2 corrections' }).click();
  await page.getByRole('heading', { name: 'All 4 rows are without faults' }).waitFor();
  await save(page, /Save all 4 rows/);
  const saved = [
    'P1 2026-03-02 40 34 28 - - -',
    'P2 2026-03-02 44 - 30 - - -',
    'P3 2026-03-02 38 36 31 - - -',
    'P4 2026-03-03 42 33 - - - -',
  ];
  expect(await recordedCourses(director)).toEqual(saved);

  const before = await download(director, '/v1/exports/courses.csv');
  for (const format of ['csv?bom=true', 'xlsx']) {
    const again = await imports.open();
    await choose(again.page, `courses.${format}`, await downloadBytes(director, `/v1/exports/courses.${format}`));
    await again.page.getByRole('button', { name: 'Check the rows' }).click();
    await again.page.getByRole('heading', { name: 'Everything in this file is recorded already' }).waitFor();
    await again.context.close();
  }
  expect(await download(director, '/v1/exports/courses.csv')).toBe(before);
  expect(faults).toEqual([]);
  await context.close();
});
