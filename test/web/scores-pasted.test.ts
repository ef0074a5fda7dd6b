import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/browser.js';
import { allSaved, gridStage, NONE, paste, point, totals } from './grid.js';

const grid = gridStage();

describe('pasting a block', () => {
  test('two thousand cells are checked, written and all saved', async () => {
    const { page, context, courses, faults } = await grid.withCourses(334);
    // 334 rows of six are 2,004 cells; no fall is steep enough to be asked about.
    const rows = courses.map((_, at) =>
      [0, 1, 2, 3, 4, 5].map((column) => 40 - 2 * column - (at % 7)),
    );
    await page.getByText('334 courses under way').waitFor();
    await page.locator('td[data-column="1"]').first().click();
    await page.keyboard.press('p');
    await paste(page, rows.map((row) => row.join('\t')).join('\r\n'));
    await page.getByRole('dialog', { name: 'Check what you paste' }).waitFor();
    await page.getByRole('button', { name: 'Write 2004 scores' }).click();
    await page.getByText('All saved').waitFor({ timeout: 100_000 });
    const written: (number | null)[][] = [];
    for (const { courseId } of courses) written.push(await totals(grid.clinic.clinician, courseId));
    // The table sorts by chart number; which row is whose is another test's.
    expect(written.map(String).sort()).toEqual(rows.map(String).sort());
    expect(faults).toEqual([]);
    await context.close();
  }, 240_000);

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
