import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { allSaved, fieldOf, gridStage, point, totals } from './grid.js';

const grid = gridStage();

const today = async (page: Page) => {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
};
const scores = (page: Page) => page.getByRole('link', { name: 'Scores', exact: true }).click();

test('a score that was typed and left by going back in the browser is named on the page one comes to', async () => {
  const { page, context, first } = await grid.withCourses(2);
  await page.goto('/');
  await scores(page);
  await point(page, first.chartNumber, 1);
  await page.keyboard.type('36');
  await page.goBack();
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  const left = page.getByRole('region', { name: 'Typed and not saved yet' });
  await left.getByText(`${first.chartNumber}, infusion 1: 36`).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await left.getByRole('link', { name: 'Go there' }).click();
  await page.locator(`input:focus[aria-label^="${first.chartNumber}, infusion 1,"]`).waitFor();
  expect(await left.count()).toBe(0);
  await page.keyboard.press('Enter');
  await allSaved(page);
  expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([36]);
  await context.close();
});

test('all is not saved while a score waits in a line of Today, until it is saved or given up', async () => {
  const { page, context, first, second } = await grid.withCourses(2);
  await page.goto('/');
  const line = ({ chartNumber }: typeof first) => page.getByLabel(`Score of ${chartNumber}, infusion 1`);
  await line(first).fill('41');
  await line(second).fill('38');
  await scores(page);
  await page.getByText('typed, not saved yet').waitFor();
  const left = page.getByRole('region', { name: 'Typed and not saved yet' });
  await left.getByText(`${first.chartNumber}, infusion 1: 41`).waitFor();
  // Typed in the table all the same.
  await point(page, first.chartNumber, 1);
  await page.keyboard.type('41');
  await page.keyboard.press('Enter');
  await left.getByText(`${first.chartNumber}, infusion 1: 41`).waitFor({ state: 'detached' });
  expect(await page.getByText('All saved').count()).toBe(0);
  await left.getByRole('button', { name: 'Give it up' }).click();
  await allSaved(page);
  expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([41]);
  await today(page);
  expect(await line(second).inputValue()).toBe('');
  await context.close();
});

test('a score left in a line of Today leads to what somebody else has recorded there', async () => {
  const { page, context, first } = await grid.withCourses(1);
  await page.goto('/');
  await page.getByLabel(`Score of ${first.chartNumber}, infusion 1`).fill('41');
  await grid.clinic.director.score(first.courseId, 'infusion-1', 22, '2026-03-02').expect(201);
  await page.getByRole('link', { name: 'Patients', exact: true }).click();
  const left = page.getByRole('region', { name: 'Typed and not saved yet' });
  await left.getByText(`${first.chartNumber}, infusion 1: 41. Recorded by now: 22`).waitFor();
  await left.getByRole('link', { name: 'Go there' }).click();
  await fieldOf(page, first.chartNumber, 1).waitFor();
  expect(await fieldOf(page, first.chartNumber, 1).getAttribute('aria-label')).toContain('22');
  expect(await left.count()).toBe(1);
  await context.close();
});

test('an amendment that waits for a decision is named on Today, where no line shows it', async () => {
  const { page, context, first } = await grid.withCourses(2, async (person, [course]) => {
    await person.score(course?.courseId ?? '', 'infusion-1', 35, '2026-03-02').expect(201);
    await person.score(course?.courseId ?? '', 'infusion-2', 33, '2026-03-05').expect(201);
  });
  await point(page, first.chartNumber, 2);
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'm Misread on the form' }).click();
  await page.getByText('1 needs you (n)').waitFor();
  await today(page);
  const undecided = page.getByRole('region', { name: 'Not saved before you decide' });
  await undecided.getByText(`${first.chartNumber}, infusion 2: 2 on 5 Mar 2026`).waitFor();
  await undecided.getByRole('link', { name: 'Decide' }).click();
  await fieldOf(page, first.chartNumber, 2).waitFor();
  await context.close();
});

test('a score that waits for a decision in its line of Today is not said twice', async () => {
  const { page, context, first } = await grid.withCourses(1, async (person, [course]) => {
    await person.score(course?.courseId ?? '', 'infusion-1', 35, '2026-03-02').expect(201);
    await person.score(course?.courseId ?? '', 'infusion-2', 33, '2026-03-05').expect(201);
  });
  await page.goto('/');
  await page.getByLabel(`Score of ${first.chartNumber}, infusion 3`).fill('2');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Checked on the form' }).waitFor();
  expect(await page.getByRole('region', { name: 'Not saved before you decide' }).count()).toBe(0);
  await context.close();
});

test('a cell that waits for a decision is found from the list of them also where a search hides its row', async () => {
  const { page, context, first, second } = await grid.withCourses(2);
  await point(page, first.chartNumber, 1);
  await page.keyboard.type('70');
  await page.keyboard.press('Enter');
  await page.getByText('1 needs you (n)').waitFor();
  await page.getByLabel('Chart number', { exact: true }).fill(second.chartNumber);
  await page.getByText('1 course under way').waitFor();
  await page.getByRole('button', { name: `${first.chartNumber}, infusion 1` }).click();
  await page.locator(`input:focus[aria-label^="${first.chartNumber}, infusion 1,"]`).waitFor();
  await page.getByText('2 courses under way').waitFor();
  await context.close();
});

test('a patient whom nobody has yet is added where the search has found nothing', async () => {
  const { page, context } = await grid.withCourses(1);
  await page.getByLabel('Chart number', { exact: true }).fill('nobody’s');
  await page.getByRole('heading', { name: 'No chart number holds “nobody’s”' }).waitFor();
  await page.getByRole('button', { name: 'Add a patient' }).click();
  await page.getByRole('dialog').getByLabel('Chart number').fill('N-1');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.locator('input:focus[aria-label^="N-1, infusion 1,"]').waitFor();
  await context.close();
});
