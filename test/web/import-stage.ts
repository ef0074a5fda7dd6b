import { beforeEach } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { answer } from '../support/answer.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, type TestClinic } from '../support/clinic.js';

/** The import page, for the tests of one file; each has a clinic of its own. */
export function importStage() {
  const stage = browserStage();
  const imports = { stage, clinic: {} as TestClinic, open, recorded };
  beforeEach(async () => {
    imports.clinic = await testClinic(stage.app);
  });

  async function open(size?: { width: number; height: number }) {
    const opened = await windowOf(stage, imports.clinic.director, size);
    await opened.page.goto('/import');
    await opened.page.getByText('Drop a spreadsheet here').waitFor();
    return opened;
  }

  /** The courses of the clinic, by chart number, as the export has them: date and score of the first two infusions. */
  async function recorded(): Promise<string[]> {
    const { text } = await answer(imports.clinic.director.get('/v1/exports/courses.csv').expect(200));
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const names = header.split(',');
    const wanted = ['chart_number', 'date_1', 'score_1', 'date_2', 'score_2'];
    return lines
      .map((line) => line.split(','))
      .map((cells) => wanted.map((name) => cells[names.indexOf(name)] ?? '').join(' '))
      .sort();
  }

  return imports;
}

export async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
}

export async function checkRows(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('heading', { name: /without faults|have faults|has faults/ }).waitFor();
}

export function labelOf(cell: Locator): Promise<string | null> {
  return cell.getAttribute('aria-label');
}

export async function save(page: Page, button: RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'See the outcomes' }).waitFor();
}

export const FAULTY = [
  'Chart #,Date 1,Score 1,Date 2,Score 2,Phone',
  'P1,2026-01-05,40,2026-01-08,31,1',
  ',2026-01-05,72,,,2',
  '',
  'P3,2026-01-05,40,2026-01-08,30.5,3',
  'P4,2026-12-31,40,,,4',
].join('\n');
