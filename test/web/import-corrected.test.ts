import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { checkRows, choose, FAULTY, importStage, labelOf, save } from './import-stage.js';
import { axeFaults } from '../support/axe.js';

const imports = importStage();

describe('a spreadsheet with faults', () => {
  test('shows every fault at its cell, is corrected there, and saved', async () => {
    const { page, context, faults } = await imports.open();
    expect(await axeFaults(page)).toEqual([]);
    await choose(page, 'scores.csv', FAULTY);
    await page.getByText('4 rows under the header').waitFor();
    expect(await page.getByRole('combobox', { name: 'Meaning of Phone, column F' }).inputValue()).toBe('Not imported');
    expect(await page.getByRole('combobox', { name: 'Meaning of Score 2, column E' }).inputValue()).toBe(
      'Infusion 2: score',
    );
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
    expect(await imports.recorded()).toEqual([
      'P1 2026-01-05 40 2026-01-08 31',
      'P2 2026-01-05 27  ',
      'P3 2026-01-05 40 2026-01-08 30',
      'P4 2026-01-31 40  ',
    ]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is saved without its failed rows, which are taken away with the reasons', async () => {
    const { page, context } = await imports.open();
    await choose(page, 'scores.csv', FAULTY);
    await checkRows(page);
    await save(page, /Save only the 1 row without faults/);
    expect(await imports.recorded()).toEqual(['P1 2026-01-05 40 2026-01-08 31']);
    await page.getByText('3 rows with faults were left out.').waitFor();
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the failed rows' }).click();
    const download = await taken;
    expect(download.suggestedFilename()).toBe('scores-failed-rows.csv');
    const lines = (await buffer(await download.createReadStream())).toString().trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('\uFEFFChart #,Date 1,Score 1,Date 2,Score 2,Phone,errors');
    expect(lines[1]).toMatch(/^,2026-01-05,72,,,2,/);
    expect(lines[1]).toContain('72 is above 64');
    await context.close();
  });

  test('is corrected with the keyboard alone, from fault to fault', async () => {
    const { page, context } = await imports.open();
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
    expect(await imports.recorded()).toHaveLength(4);
    await context.close();
  });

  test('keeps its corrections while another page is looked at', async () => {
    const { page, context } = await imports.open();
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
