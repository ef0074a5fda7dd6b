import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/browser.js';
import { allSaved, gridStage, NONE, paste, point, totals } from './grid.js';

const grid = gridStage();

describe('pasting a block', () => {
  test('a block is shown with what is wrong in it, and only the good is written', async () => {
    const { page, context, first, second } = await grid.withCourses(2, (person, [course = NONE]) =>
      person.score(course.courseId, 'infusion-1', 35, '2026-03-02').expect(201),
    );
    await point(page, first.chartNumber, 1);
    await paste(page, '36\t70\r\n41\tforty\r\n12\r\n');
    await page.getByRole('dialog', { name: 'Check what you paste' }).waitFor();
    await page.getByText('2 can be written. 3 cannot').waitFor();
    await page.getByText('add up items 1 to 16 only').waitFor();
    await page.getByText('“forty” is not a number').waitFor();
    await page.getByText('There is no row for it.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([null]);
    await page.getByRole('button', { name: 'Write 2 scores' }).click();
    await page.getByText('Choose why').waitFor();
    await page.getByRole('combobox', { name: 'Why is 1 score amended?' }).click();
    await page.getByRole('option', { name: 'Typing error' }).click();
    await page.getByRole('button', { name: 'Write 2 scores' }).click();
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 2)).toEqual([36, null]);
    expect(await totals(grid.clinic.clinician, second.courseId, 2)).toEqual([41, null]);
    await context.close();
  });

  test('one pasted value is typed, and saved with Enter', async () => {
    const { page, context, first } = await grid.withCourses(1);
    await point(page, first.chartNumber, 1);
    await paste(page, '35\r\n');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
    await context.close();
  });
});
