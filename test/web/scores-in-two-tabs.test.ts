import { expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { allSaved, cellOf, gridStage, point, totals, versions } from './grid.js';
import { axeFaults } from '../support/axe.js';

const grid = gridStage();

async function secondTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/scores');
  await page.getByRole('grid').waitFor();
  return page;
}

/** The browser of the tests takes every page for the one in front; this says what another browser would. */
async function comeBackTo(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
}

test('a score typed in one tab is in the other when the person comes back to it', async () => {
  const { page, context, second } = await grid.withCourses(2);
  const other = await secondTab(context);
  await page.bringToFront();
  await point(page, second.chartNumber, 1);
  await page.keyboard.type('35');
  await page.keyboard.press('Enter');
  // Away from the cell, so that it shows its value as text.
  await page.keyboard.press('ArrowUp');
  await allSaved(page);
  expect(await cellOf(other, second.chartNumber, 1).getByText('35').count()).toBe(0);
  await comeBackTo(other);
  await cellOf(other, second.chartNumber, 1).getByText('35').waitFor();
  // What is typed over it there is an amendment, and no second score.
  await point(other, second.chartNumber, 1);
  await other.keyboard.type('36');
  await other.keyboard.press('Enter');
  await other.getByRole('dialog', { name: 'Why is it amended?' }).waitFor();
  await other.keyboard.press('t');
  await allSaved(other);
  await comeBackTo(page);
  await cellOf(page, second.chartNumber, 1).getByText('36').waitFor();
  expect(await versions(grid.clinic.clinician, second.courseId, 'infusion-1')).toHaveLength(2);
  await context.close();
});

test('what is typed in a tab over what it has not seen is asked about with both values', async () => {
  const { page, context, first } = await grid.withCourses(1);
  const other = await secondTab(context);
  await page.bringToFront();
  await point(page, first.chartNumber, 1);
  await page.keyboard.type('35');
  await page.keyboard.press('Enter');
  await allSaved(page);
  await other.bringToFront();
  await point(other, first.chartNumber, 1);
  await other.keyboard.type('28');
  await other.keyboard.press('Tab');
  await other.getByText('1 needs you (n)').waitFor();
  expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
  await other.keyboard.press('n');
  await other.keyboard.press('Enter');
  await other.getByText('Take theirs: 35 on 20 Mar 2026, by').waitFor();
  await other.getByText('Keep mine: 28 on 20 Mar 2026').waitFor();
  expect(await axeFaults(other)).toEqual([]);
  await other.keyboard.press('k');
  await other.keyboard.press('t');
  await allSaved(other);
  expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([28]);
  expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(2);
  await context.close();
});
