import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { settled } from '../support/browser.js';
import { type SignedIn } from '../support/clinic.js';
import { allSaved, cellOf, fieldOf, gridStage, NONE, point, totals, type Course } from './grid.js';

const grid = gridStage();

const with35 = (person: SignedIn, [course = NONE]: Course[]) =>
  person.score(course.courseId, 'infusion-1', 35, '2026-03-02').expect(201);

describe('a value typed over another and left', () => {
  test.each([
    ['another cell', (page: Page, { chartNumber }: Course) => point(page, chartNumber, 3)],
    ['the search', (page: Page) => page.getByRole('textbox', { name: 'Chart number', exact: true }).click()],
    ['another page', (page: Page) => page.getByRole('link', { name: 'Today', exact: true }).click()],
  ])('for %s asks why it is amended, and stays until that is said', async (_, leave) => {
    const { page, context, first, second } = await grid.withCourses(2, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('36');
    await page.getByText('typed, not saved yet').waitFor();
    await leave(page, second);
    await page.getByRole('dialog', { name: 'Why is it amended?' }).waitFor();
    await page.getByText('typed, not saved yet').waitFor();
    expect(await page.getByText('All saved').count()).toBe(0);
    await leave(page, second);
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/scores');
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
    await page.getByRole('button', { name: 'm Misread on the form' }).click();
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([36]);
    await context.close();
  });

  test('can be given up, and the person is where they pointed', async () => {
    const { page, context, first, second } = await grid.withCourses(2, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('36');
    await cellOf(page, second.chartNumber, 2).click();
    await page.getByRole('button', { name: 'Give it up: 35 on 2 Mar 2026 stays' }).click();
    await fieldOf(page, second.chartNumber, 2).waitFor();
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
    await context.close();
  });

  test('by closing the page is asked by the browser, and is there with the focus after a reload', async () => {
    const { page, context, first } = await grid.withCourses(25);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.getByLabel('Sorted').selectOption('what is due first');
    await point(page, first.chartNumber, 5);
    await page.keyboard.type('2');
    await page.reload();
    const field = fieldOf(page, first.chartNumber, 5);
    await page.locator(`input:focus[aria-label^="${first.chartNumber}, infusion 5,"]`).waitFor();
    const { y = 0 } = (await field.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(800);
    expect(asked).toEqual(['beforeunload']);
    await page.getByText('typed, not saved yet').waitFor();
    await page.keyboard.type('8');
    expect(await field.inputValue()).toBe('28');
    await page.keyboard.press('Escape');
    await allSaved(page);
    await context.close();
  });
});

describe('a first score that was typed and left', () => {
  test('by a tap elsewhere is not recorded before “Save”', async () => {
    const { page, context, first } = await grid.withCourses(2);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('3');
    await page.getByRole('heading', { name: 'Scores' }).click();
    const asked = page.getByRole('dialog', { name: 'Not saved yet. Save it?' });
    await asked.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([null]);
    await asked.getByRole('button', { name: 'Go back' }).click();
    await page.keyboard.type('5');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
    await context.close();
  });

  test('for another cell is saved by Enter in the question, and the person is where they pointed', async () => {
    const { page, context, first, second } = await grid.withCourses(2);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await point(page, second.chartNumber, 1);
    await page.getByRole('dialog', { name: 'Not saved yet. Save it?' }).waitFor();
    await page.keyboard.press('Enter');
    await allSaved(page);
    await page.keyboard.type('28');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([28]);
    await context.close();
  });
});
