import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settled } from '../support/browser.js';
import { HABITS } from '../spreadsheets/habits.js';
import { importReport, recordedCourses } from '../spreadsheets/spreadsheet.js';
import { choose, importStage, save } from './import-stage.js';

const imports = importStage();

/** What the page calls the ways of writing dates. */
const ORDERS: Record<string, string> = { 'mm/dd/yyyy': 'month/day/year', 'dd/mm/yyyy': 'day/month/year' };
/** What the page asks in words of its own, before the rows are checked. */
const ASKED_BEFORE = ['date-format', 'date-is-number'];

const textOf = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

/** Says how the file is to be read, as a person would, and answers what is asked about it as a whole. */
async function answerFirst(page: Page, { sheet, numberFrom, dateFormat, dayCount }: Record<string, string>) {
  if (sheet) {
    await page.getByLabel('Sheet', { exact: true }).selectOption(sheet);
    await settled(page);
  }
  const fromZero = page.getByRole('button', { name: 'Number from 0' });
  if (numberFrom && (await fromZero.count()) > 0) await fromZero.first().click();
  else if (numberFrom) await page.getByLabel('Number of the first visit').selectOption(numberFrom);
  await settled(page);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  if (dateFormat) await page.getByRole('radio', { name: ORDERS[dateFormat] }).check();
  if (dayCount) {
    await page.getByRole('radio', { name: 'year-month-day only' }).check();
    await page.getByLabel('Numbers such as 46083').selectOption(dayCount);
  }
}

async function check(page: Page, button: RegExp) {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('heading', { name: /fault|needs your answer|can’t be read/ }).waitFor();
}

describe('by the page', () => {
  test.each(HABITS.filter(({ onPage }) => onPage))(
    '$name: what is asked is shown, answered, and saved',
    async ({ file, settings = {}, savedWith, courses = [] }) => {
      const { app } = imports.stage;
      const { director } = imports.clinic;
      const { causes } = await importReport(app, director, file, settings);
      const { page, context, faults } = await imports.open();
      await choose(page, 'scores', file);
      await page.getByLabel('Row with the names of the columns').waitFor();
      let seen = await textOf(page);
      await answerFirst(page, { ...settings, ...savedWith });
      await check(page, /^Check the rows/);
      seen += await textOf(page);
      const before = savedWith?.numberFrom ? [...ASKED_BEFORE, 'visits-left-over'] : ASKED_BEFORE;
      for (const { rule, message } of causes) if (!before.includes(rule)) expect(seen).toContain(message);
      const boxes = await page.getByRole('checkbox', { name: /^Accept/ }).all();
      if (savedWith === null) expect(await page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
      else {
        for (const box of boxes) await box.check();
        if (boxes.length > 0) await check(page, /^Check again/);
        await save(page, /^Save/);
        expect(await recordedCourses(director)).toEqual(courses);
      }
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});
