import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { windowOf } from '../support/browser.js';
import { checkRows, choose, importStage, save } from './import-stage.js';
import { workbook } from '../support/workbook.js';

const imports = importStage();

describe('the columns of a spreadsheet', () => {
  test('that are not understood are given a meaning, each once', async () => {
    const { page, context, faults } = await imports.open();
    await choose(page, 'liste.csv', 'Clinic list of 2026,,,\nAkte,Tag,Wert,Wert\nP1,2026-01-05,40,7\n');
    await page.getByLabel('Row with the names of the columns').selectOption('2: Akte, Tag, Wert, Wert');
    await page.getByText('No column means “Chart number” yet').waitFor();
    const button = page.getByRole('button', { name: 'Check the rows' });
    expect(await button.isDisabled()).toBe(true);
    const means = async (column: string, meaning: string) => {
      const field = page.getByRole('combobox', { name: `Meaning of ${column}` });
      await field.fill(meaning);
      await page.getByRole('option', { name: meaning, exact: true }).click();
    };
    await means('Akte, column A', 'Chart number');
    await means('Tag, column B', 'Infusion 1: date');
    await means('Wert, column D', 'Infusion 1: score');
    await means('Wert, column C', 'Infusion 1: score');
    await page.getByText('“Wert” means this already.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await means('Wert, column D', 'Not imported');
    await checkRows(page);
    await save(page, /Save the row/);
    expect(await imports.recorded()).toEqual(['P1 2026-01-05 40  ']);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('hold dates in an order that is asked for, and shown in words', async () => {
    const { page, context } = await imports.open();
    const text = 'sep=;\nMRN;Date 1;Score 1\nP1;04/03/2026;40\nP2;13/03/2026;35\n';
    await choose(page, 'deutsch.csv', text);
    await page.getByText('Say how this file writes its dates.').waitFor();
    await page.getByText('1 of 2 different dates can’t be read so').waitFor();
    await page.getByRole('radio', { name: 'month/day/year' }).check();
    await page.getByRole('cell', { name: '3 Apr 2026' }).waitFor();
    await page.getByRole('radio', { name: 'day/month/year' }).check();
    await page.getByRole('cell', { name: '4 Mar 2026' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await checkRows(page);
    await save(page, /Save all 2 rows/);
    expect(await imports.recorded()).toEqual(['P1 2026-03-04 40  ', 'P2 2026-03-13 35  ']);
    await context.close();
  });
});

describe('an Excel workbook', () => {
  // Excel counts days from 1899-12-30: 46027 is 5 January 2026 and 46030 is 8 January 2026.
  const sheets = {
    Notes: { 1: ['Nothing here'] },
    Scores: {
      1: ['Chart #', 'Date 1', 'Score 1', 'Date 2', 'Score 2'],
      2: [1042, { day: 46027 }, 40, { day: 46030 }, { formula: 'A1', value: '31' }],
      5: ['P2', { day: 46027.75 }, { formula: 'A1', value: '34.999999999999993' }],
      6: ['P3', { day: 46027 }, { error: '#REF!' }],
    },
  };

  test.each(['America/Los_Angeles', 'Pacific/Auckland'])(
    'has its days read as they stand, also on a device in %s',
    async (timezoneId) => {
      const { context: other } = await windowOf(imports.stage, imports.clinic.director);
      const context = await imports.stage.browser.newContext({
        baseURL: imports.stage.app.url,
        timezoneId,
      });
      await context.addCookies(await other.cookies());
      const page = await context.newPage();
      await page.goto('/import');
      await choose(page, 'scores.xlsx', workbook(sheets));
      await page.getByLabel('Sheet').selectOption('Scores');
      await page.getByText('3 rows under the header').waitFor();
      await checkRows(page);
      await page.getByText('"#REF!" is not a number').first().waitFor();
      await page.getByLabel('Row 6, Score 1').fill('22');
      await page.getByRole('button', { name: 'Check again' }).click();
      await save(page, /Save all 3 rows/);
      expect(await imports.recorded()).toEqual([
        '1042 2026-01-05 40 2026-01-08 31',
        'P2 2026-01-05 35  ',
        'P3 2026-01-05 22  ',
      ]);
      await context.close();
      await other.close();
    },
  );

  test('of 20,000 rows is opened, under the content policy of the pages', async () => {
    const { page, context, faults } = await imports.open();
    const rows: Record<number, (string | number | { day: number })[]> = { 1: sheets.Scores[1] };
    for (let row = 2; row <= 20_001; row += 1) {
      rows[row] = [`P${row}`, { day: 46027 }, row % 65, { day: 46030 }, row % 60];
    }
    await choose(page, 'large.xlsx', workbook({ Scores: rows }));
    await page.getByText('20,000 rows under the header').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a file that can’t be opened', () => {
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
  test.each([
    ['a workbook of before 2007', 'old.xls', old, 'before 2007'],
    ['a workbook with a password', 'locked.xlsx', locked, 'has a password'],
    ['a damaged workbook', 'broken.xlsx', Buffer.from('PK\u0003\u0004 broken'), 'damaged'],
    ['a picture', 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'CSV UTF-8'],
    ['an empty file', 'empty.csv', Buffer.from('\n\n'), 'empty.csv is empty'],
    ['a web page named .xls', 'page.xls', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'web page'],
  ])('says what to do: %s', async (_, name, content, sentence) => {
    const { page, context, faults } = await imports.open();
    await choose(page, name, content);
    const notice = page.getByRole('alert');
    await notice.waitFor();
    expect(await notice.textContent()).toContain(sentence);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('a file is dropped onto the page', async () => {
  const { page, context, faults } = await imports.open();
  const dataTransfer = await page.evaluateHandle(`(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['chart,date 1,score 1\\nP1,2026-01-05,40\\n'], 'scores.csv'));
    return dropped;
  })()`);
  await page.getByText('Drop a spreadsheet here').dispatchEvent('drop', { dataTransfer });
  await page.getByRole('heading', { name: 'scores.csv' }).waitFor();
  await page.getByText('1 row under the header').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

describe('what is said of the whole file', () => {
  test('is answered before the rows are checked: visits from 0, hidden rows, a quotation mark left open', async () => {
    const { page, context, faults } = await imports.open();
    const button = page.getByRole('button', { name: 'Check the rows' });
    await choose(page, 'zero.csv', 'MRN,date_0,score_0,date_1,score_1\nP1,2026-01-05,40,2026-01-08,31\n');
    await page.getByText('Answer 1 question about the whole file, above.').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(1);
    expect(await button.isDisabled()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Number from 0' }).click();
    await page.getByRole('combobox', { name: 'Meaning of score_0, column C' }).waitFor();
    await checkRows(page);
    await save(page, /Save the row/);
    expect(await imports.recorded()).toEqual(['P1 2026-01-05 40 2026-01-08 31']);
    await page.getByRole('button', { name: 'Import another file' }).click();

    await choose(page, 'quote.csv', 'MRN,date_1,score_1,notes\nP2,2026-01-05,40,"calm\nP3,2026-01-05,35,\n');
    await page.getByText('a quotation mark opens and does not close').waitFor();
    expect(await button.isDisabled()).toBe(true);
    await page.getByRole('checkbox').check();
    await checkRows(page);
    await save(page, /Save all 2 rows/);
    await page.getByRole('button', { name: 'Import another file' }).click();

    const rows = { 1: ['MRN', 'date_1', 'score_1'], 2: ['P4', '2026-01-05', 40], 3: ['P5', '2026-01-05', 30] };
    await choose(page, 'filtered.xlsx', workbook({ Scores: { rows, hiddenRows: [3] } }));
    await page.getByRole('button', { name: 'Leave the hidden rows out' }).click();
    await checkRows(page);
    await save(page, /Save the row/);
    expect((await imports.recorded()).map((line) => line.slice(0, 2))).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is one row a visit: the rows are looked at as courses, accepted, and saved', async () => {
    const { page, context } = await imports.open();
    const lines = ['P1,infusion_1_arm_1,2026-01-05,40', 'P1,infusion_2_arm_1,2026-01-08,31'];
    await choose(page, 'redcap.csv', ['record_id,redcap_event_name,cudos_date,cudos_total', ...lines].join('\n'));
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByText('2 rows laid out as 1 course.').waitFor();
    await page.getByRole('checkbox', { name: 'Accept it as it is' }).check();
    await page.getByRole('button', { name: 'Check again' }).click();
    await save(page, /Save the row/);
    expect(await imports.recorded()).toEqual(['P1 2026-01-05 40 2026-01-08 31']);
    await context.close();
  });
});
