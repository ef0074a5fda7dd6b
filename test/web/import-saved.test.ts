import { describe, expect, test } from '@jest/globals';
import { checkRows, choose, FAULTY, importStage, labelOf, save } from './import-stage.js';
import { axeFaults } from '../support/axe.js';

const imports = importStage();

describe('5,000 rows', () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `P${at},2026-01-05,${at % 5 === 0 ? 99 : 40}`);
  const text = ['chart,date 1,score 1', ...lines].join('\n');

  test('are checked, looked through and saved with progress', async () => {
    const { page, context } = await imports.open();
    await choose(page, 'large.csv', text);
    await checkRows(page);
    await page.getByRole('heading', { name: '1,000 rows have faults' }).waitFor();
    await page.keyboard.press('Shift+F8');
    expect(await labelOf(page.locator('input:focus'))).toBe('Row 4997, score 1');
    await page.getByText('All (5,000)').click();
    await page.getByRole('button', { name: 'Page 200' }).click();
    expect(await page.getByLabel('Row 5001, score 1').inputValue()).toBe('40');
    await page.getByRole('button', { name: /Save only the 4,000 rows/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('progressbar', { name: 'Rows saved' }).waitFor();
    await page.getByText('4,000 new patients').waitFor();
    await page.getByText('1,000 rows with faults were left out.').waitFor();
    await context.close();
  });
});

describe('a connection that is lost', () => {
  test('while the rows are saved leaves nothing in doubt: the same rows are saved once', async () => {
    const { page, context } = await imports.open();
    await choose(page, 'scores.csv', 'chart,date 1,score 1\nP1,2026-01-05,40\n');
    await checkRows(page);
    // The service gets the rows and saves them; its answer never comes.
    await page.route('**/v1/imports?*commit=true*', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Save the row' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The connection was lost while the rows were saved').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.unroute('**/v1/imports?*commit=true*');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByText('These rows were saved before').waitFor();
    expect(await imports.recorded()).toEqual(['P1 2026-01-05 40  ']);
    await context.close();
  });

  test('while the rows are checked keeps the file and the corrections', async () => {
    const { page, context } = await imports.open();
    await choose(page, 'scores.csv', FAULTY);
    await checkRows(page);
    await page.getByLabel('Row 5, Score 2').fill('30');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('The connection was lost while the rows were checked').waitFor();
    await context.setOffline(false);
    await page.getByRole('alert').getByRole('button', { name: 'Check again' }).click();
    await page.getByRole('heading', { name: '2 rows have faults' }).waitFor();
    await context.close();
  });
});

test('a file that is recorded already says so, and nothing can be saved', async () => {
  const { page, context } = await imports.open();
  const text = 'chart,date 1,score 1\nP1,2026-01-05,40\n';
  for (const first of [true, false]) {
    await choose(page, 'scores.csv', text);
    await page.getByRole('button', { name: 'Check the rows' }).click();
    if (!first) break;
    await page.getByRole('heading', { name: 'The row is without faults' }).waitFor();
    await save(page, /Save the row/);
    await page.getByRole('button', { name: 'Import another file' }).click();
  }
  await page.getByRole('heading', { name: 'Everything in this file is recorded already' }).waitFor();
  await page.getByText('This file was imported before').waitFor();
  expect(await page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
  await context.close();
});
