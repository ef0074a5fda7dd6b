import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';

const stage = browserStage();
let clinic: TestClinic;

/** Two courses from 2 March 2026; the first has the totals 40 and 31 where it is asked for. */
async function courses(recorded: boolean) {
  clinic = await testClinic(stage.app);
  const first = await testCourse(clinic.clinician);
  const second = await testCourse(clinic.clinician);
  if (recorded) {
    await clinic.clinician.score(first.courseId, 'infusion-1', 40, '2026-03-02').expect(201);
    await clinic.clinician.score(first.courseId, 'infusion-2', 31, '2026-03-05').expect(201);
  }
  return { first, second };
}

async function openTable(how: { width?: number; height?: number; hasTouch?: boolean } = {}) {
  const opened = await windowOf(stage, clinic.clinician, how);
  await opened.page.goto('/scores');
  await opened.page.getByRole('grid').waitFor();
  return opened;
}

function cellOf(page: Page, { chartNumber }: { chartNumber: string }, infusion: number) {
  return page.getByRole('gridcell', { name: `${chartNumber}, infusion ${infusion},` });
}

const recorded = async ({ courseId }: { courseId: string }, slot: string) =>
  (await clinic.clinician.get(`/v1/courses/${courseId}/assessments/${slot}`).expect(200)).body as object;

test('on a tablet a score is typed and a visit missed by taps and digits alone', async () => {
  const { first } = await courses(false);
  const { page, context, faults } = await openTable({ width: 800, height: 1280, hasTouch: true });
  await cellOf(page, first, 1).tap();
  const field = page.getByRole('textbox', { name: `${first.chartNumber}, infusion 1,` });
  expect(await field.getAttribute('inputmode')).toBe('numeric');
  await page.keyboard.type('31');
  await page.getByRole('button', { name: 'Save', exact: true }).tap();
  await cellOf(page, first, 2).tap();
  await page.getByText('All saved').waitFor();
  await page.getByRole('button', { name: 'Missed' }).tap();
  await page.getByRole('button', { name: 'Ill on the day' }).tap();
  await cellOf(page, first, 2).getByText('missed').waitFor();
  await page.getByText('All saved').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await recorded(first, 'infusion-1')).toMatchObject({ total: 31 });
  expect(await recorded(first, 'infusion-2')).toMatchObject({ state: 'missed' });
  expect(faults).toEqual([]);
  await context.close();
});

test('a marked block is copied as a spreadsheet takes it', async () => {
  const { first } = await courses(true);
  const { page, context } = await openTable();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await cellOf(page, first, 1).click();
  await page.keyboard.press('Control+c');
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('40');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByText('2 rows by 2 columns marked').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Control+c');
  // Nothing is recorded in the second row.
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('40\t31\n\t');
  await context.close();
});

test('a link asks before a typed score is left, and is followed once that is settled', async () => {
  const { first } = await courses(false);
  const { page, context } = await openTable();
  await cellOf(page, first, 1).click();
  await page.keyboard.type('22');
  await page.getByRole('link', { name: first.chartNumber }).click();
  await page.getByRole('button', { name: 's Save 22' }).click();
  await page.getByText('All saved').waitFor();
  await page.getByRole('link', { name: first.chartNumber }).click();
  await page.getByRole('heading', { name: `Chart ${first.chartNumber}` }).waitFor();
  await page.getByRole('row', { name: /^Infusion 1 20 Mar 2026 22/ }).waitFor();
  expect(await recorded(first, 'infusion-1')).toMatchObject({ total: 22, version: 1 });
  await context.close();
});

test('answers changed from the table show their safety notice at once', async () => {
  const { first } = await courses(false);
  const answers = [...Array.from({ length: 13 }, () => 2), 0, 2, 2, 2, 2];
  await clinic.clinician
    .put(`/v1/courses/${first.courseId}/assessments/infusion-1`, {
      answers,
      assessedOn: '2026-03-02',
    })
    .set('If-None-Match', '*')
    .expect(201);
  const { page, context } = await openTable();
  await cellOf(page, first, 1).click();
  await page.keyboard.press('d');
  await page.getByLabel('Date of the visit').fill('2026-03-03');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Why is it amended?' }).waitFor();
  await page.keyboard.press('t');
  const notice = page.getByRole('region', { name: `Answered just now: ${first.chartNumber}` });
  await notice.getByText('Item 15, thoughts of suicide: answered 2').waitFor();
  await notice.getByText('988 Suicide & Crisis Lifeline').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Put the notice' }).click();
  await notice.waitFor({ state: 'detached' });
  await context.close();
});
