import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { answer } from '../support/answer.js';
import { axeFaults, browserStage, windowOf } from '../support/browser.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { workbook } from './workbook.js';

const stage = browserStage();
let clinic: TestClinic;

beforeEach(async () => {
  clinic = await testClinic(stage.app);
});

async function importPage(size?: { width: number; height: number }) {
  const opened = await windowOf(stage, clinic.director, size);
  await opened.page.goto('/import');
  await opened.page.getByText('Drop a spreadsheet here').waitFor();
  return opened;
}

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
}

async function checkRows(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('heading', { name: /without faults|have faults|has faults/ }).waitFor();
}

function labelOf(cell: Locator): Promise<string | null> {
  return cell.getAttribute('aria-label');
}

async function save(page: Page, button: RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'See the outcomes' }).waitFor();
}

/** The courses of the clinic, by chart number, as the export has them: date and score of the first two infusions. */
async function recorded(): Promise<string[]> {
  const { text } = await answer(clinic.director.get('/v1/exports/courses.csv').expect(200));
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  const wanted = ['chart_number', 'date_1', 'score_1', 'date_2', 'score_2'];
  return lines
    .map((line) => line.split(','))
    .map((cells) => wanted.map((name) => cells[names.indexOf(name)] ?? '').join(' '))
    .sort();
}

const FAULTY = [
  'Chart #,Date 1,Score 1,Date 2,Score 2,Phone',
  'P1,2026-01-05,40,2026-01-08,31,1',
  ',2026-01-05,72,,,2',
  '',
  'P3,2026-01-05,40,2026-01-08,30.5,3',
  'P4,2026-12-31,40,,,4',
].join('\n');

describe('a spreadsheet with faults', () => {
  test('shows every fault at its cell, is corrected there, and saved', async () => {
    const { page, context, faults } = await importPage();
    expect(await axeFaults(page)).toEqual([]);
    await choose(page, 'scores.csv', FAULTY);
    await page.getByText('4 rows under the header').waitFor();
    expect(
      await page.getByRole('combobox', { name: 'Meaning of Phone, column F' }).inputValue(),
    ).toBe('Not imported');
    expect(
      await page.getByRole('combobox', { name: 'Meaning of Score 2, column E' }).inputValue(),
    ).toBe('Infusion 2: score');
    expect(await axeFaults(page)).toEqual([]);
    await checkRows(page);
    await page.getByRole('heading', { name: '3 rows have faults' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    // Four cells are wrong: no chart number, 72, 30.5, and a day in the future; the empty row 4 counts as a row.
    const wrong = page.locator('input[aria-invalid=true]');
    const names = await Promise.all((await wrong.all()).map(labelOf));
    expect(names).toEqual(['Row 3, Chart #', 'Row 3, Score 1', 'Row 5, Score 2', 'Row 6, Date 1']);
    await page.getByText('Fault, Score 1: 72 is above 64').waitFor();

    await page.getByLabel('Row 3, Chart #').fill('P2');
    await page.getByLabel('Row 3, Score 1').fill('27');
    await page.getByLabel('Row 5, Score 2').fill('30');
    await page.getByLabel('Row 6, Date 1').fill('2026-01-31');
    await page.getByRole('button', { name: 'Check again, with 4 corrections' }).click();
    await page.getByRole('heading', { name: 'All 4 rows are without faults' }).waitFor();
    await page.getByText('4 new patients').waitFor();
    await page.getByRole('button', { name: 'Save all 4 rows' }).click();
    await page.getByRole('dialog').getByText('6 visits, with a score or as missed').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'See the outcomes' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await recorded()).toEqual([
      'P1 2026-01-05 40 2026-01-08 31',
      'P2 2026-01-05 27  ',
      'P3 2026-01-05 40 2026-01-08 30',
      'P4 2026-01-31 40  ',
    ]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is saved without its failed rows, which are taken away with the reasons', async () => {
    const { page, context } = await importPage();
    await choose(page, 'scores.csv', FAULTY);
    await checkRows(page);
    await save(page, /Save only the 1 row without faults/);
    expect(await recorded()).toEqual(['P1 2026-01-05 40 2026-01-08 31']);
    await page.getByText('3 rows with faults were left out.').waitFor();
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the failed rows' }).click();
    const download = await taken;
    expect(download.suggestedFilename()).toBe('scores-failed-rows.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('\uFEFFChart #,Date 1,Score 1,Date 2,Score 2,Phone,errors');
    expect(lines[1]).toMatch(/^,2026-01-05,72,,,2,/);
    expect(lines[1]).toContain('72 is above 64');
    await context.close();
  });

  test('is corrected with the keyboard alone, from fault to fault', async () => {
    const { page, context } = await importPage();
    await choose(page, 'scores.csv', FAULTY);
    await page.getByRole('button', { name: 'Check the rows' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 rows have faults' }).waitFor();
    const corrections = ['P2', '27', '30', '2026-01-31'];
    for (const text of corrections) {
      await page.keyboard.press('F8');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Shift+F8');
    expect(await labelOf(page.locator('input:focus'))).toBe('Row 5, Score 2');
    await page.keyboard.press('Escape');
    expect(await page.locator('input:focus').inputValue()).toBe('30.5');
    await page.getByRole('button', { name: 'Check again, with 3 corrections' }).waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.getByRole('button', { name: 'Check again, with 4 corrections' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'All 4 rows are without faults' }).waitFor();
    await page.getByRole('button', { name: 'Save all 4 rows' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'See the outcomes' }).waitFor();
    expect(await recorded()).toHaveLength(4);
    await context.close();
  });

  test('keeps its corrections while another page is looked at', async () => {
    const { page, context } = await importPage();
    await choose(page, 'scores.csv', FAULTY);
    await checkRows(page);
    await page.getByLabel('Row 5, Score 2').fill('30');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    // A reload would lose them from any page.
    const asked = page.waitForEvent('dialog');
    void page.reload().catch(() => undefined);
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    expect(await page.getByLabel('Row 5, Score 2').inputValue()).toBe('30');
    await context.close();
  });
});

describe('the columns of a spreadsheet', () => {
  test('that are not understood are given a meaning, each once', async () => {
    const { page, context, faults } = await importPage();
    await choose(
      page,
      'liste.csv',
      'Clinic list of 2026,,,\nAkte,Tag,Wert,Wert\nP1,2026-01-05,40,7\n',
    );
    await page
      .getByLabel('Row with the names of the columns')
      .selectOption('2: Akte, Tag, Wert, Wert');
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
    expect(await recorded()).toEqual(['P1 2026-01-05 40  ']);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('hold dates in an order that is asked for, and shown in words', async () => {
    const { page, context } = await importPage();
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
    expect(await recorded()).toEqual(['P1 2026-03-04 40  ', 'P2 2026-03-13 35  ']);
    await context.close();
  });
});

describe('an Excel workbook', () => {
  // Excel counts days from 1899-12-30: 46027 is 5 January 2026 and 46030 is 8 January 2026.
  const sheets = {
    Notes: { 1: ['Nothing here'] },
    Scores: {
      1: ['Chart #', 'Date 1', 'Score 1', 'Date 2', 'Score 2'],
      2: [1042, { day: 46027 }, 40, { day: 46030 }, { formula: '31' }],
      5: ['P2', { day: 46027.75 }, { formula: '34.999999999999993' }],
      6: ['P3', { day: 46027 }, { error: '#REF!' }],
    },
  };

  test.each(['America/Los_Angeles', 'Pacific/Auckland'])(
    'has its days read as they stand, also on a device in %s',
    async (timezoneId) => {
      const { context: other } = await windowOf(stage, clinic.director);
      const context = await stage.browser.newContext({ baseURL: stage.app.url, timezoneId });
      await context.addCookies(await other.cookies());
      const page = await context.newPage();
      await page.goto('/import');
      await choose(page, 'scores.xlsx', workbook(sheets));
      await page.getByLabel('Sheet').selectOption('Scores');
      await page.getByText('3 rows under the header').waitFor();
      await checkRows(page);
      await page.getByText('"#REF!" is not a number').waitFor();
      await page.getByLabel('Row 6, Score 1').fill('22');
      await page.getByRole('button', { name: 'Check again' }).click();
      await save(page, /Save all 3 rows/);
      expect(await recorded()).toEqual([
        '1042 2026-01-05 40 2026-01-08 31',
        'P2 2026-01-05 35  ',
        'P3 2026-01-05 22  ',
      ]);
      await context.close();
      await other.close();
    },
  );

  test('of 20,000 rows is opened, under the content policy of the pages', async () => {
    const { page, context, faults } = await importPage();
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
    ['a quotation mark left open', 'quote.csv', Buffer.from('a,b\n"x,1\ny,2\n'), 'doesn’t close'],
  ])('says what to do: %s', async (_, name, content, sentence) => {
    const { page, context, faults } = await importPage();
    await choose(page, name, content);
    const notice = page.getByRole('alert');
    await notice.waitFor();
    expect(await notice.textContent()).toContain(sentence);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('5,000 rows', () => {
  const lines = Array.from(
    { length: 5000 },
    (_, at) => `P${at},2026-01-05,${at % 5 === 0 ? 99 : 40}`,
  );
  const text = ['chart,date 1,score 1', ...lines].join('\n');

  test('are checked, looked through and saved with progress', async () => {
    const { page, context } = await importPage();
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
    const { page, context } = await importPage();
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
    expect(await recorded()).toEqual(['P1 2026-01-05 40  ']);
    await context.close();
  });

  test('while the rows are checked keeps the file and the corrections', async () => {
    const { page, context } = await importPage();
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

test('a file is dropped onto the page', async () => {
  const { page, context, faults } = await importPage();
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

test('a file that is recorded already says so, and nothing can be saved', async () => {
  const { page, context } = await importPage();
  const text = 'chart,date 1,score 1\nP1,2026-01-05,40\n';
  for (const first of [true, false]) {
    await choose(page, 'scores.csv', text);
    await page.getByRole('button', { name: 'Check the rows' }).click();
    if (!first) break;
    await page.getByRole('heading', { name: 'The row is without faults' }).waitFor();
    await save(page, /Save the row/);
    await page.getByRole('button', { name: 'Import another file' }).click();
  }
  await page
    .getByRole('heading', { name: 'Everything in this file is recorded already' })
    .waitFor();
  await page.getByText('This file was imported before').waitFor();
  expect(await page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
  await context.close();
});
