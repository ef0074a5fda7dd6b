import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { allSaved, gridStage, NONE, paste, point, totals, versions } from './grid.js';
import { axeFaults } from '../support/axe.js';

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

  test('360 values are all saved, once each, also where the service asks to wait in between', async () => {
    const { page, context, courses, first, faults } = await grid.withCourses(60);
    const rows = courses.map((_, at) => [0, 1, 2, 3, 4, 5].map((column) => 40 - 2 * column - (at % 7)));
    let sent = 0;
    let refused = 0;
    let refusedAt = 0;
    let waited = 0;
    await page.route('**/v1/assessments', async (route) => {
      sent += 1;
      if (refusedAt > 0 && Date.now() - refusedAt > 1_000) waited ||= Date.now() - refusedAt;
      if (sent === 1 || waited > 0) return route.continue();
      refused += 1;
      refusedAt ||= Date.now();
      return route.fulfill({ status: 429, headers: { 'retry-after': '2' } });
    });
    await pasteAll(page, first.chartNumber, rows);
    await page.getByText('All saved').waitFor({ timeout: 0 });
    // Three blocks of 120 go at once; nothing more is sent before the two seconds are over. Timers of a browser may be early by a little.
    expect(refused).toBe(2);
    expect(waited).toBeGreaterThan(1_900);
    expect(sent).toBe(5);
    for (const [at, { courseId }] of courses.entries()) {
      expect(await totals(grid.clinic.clinician, courseId)).toEqual(rows[at]);
    }
    expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-6')).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what needs a decision waits in its cell, and the rest of the block is saved', async () => {
    const { page, context, first, second } = await grid.withCourses(2);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('p');
    await paste(page, '40\t36\r\n38\t34');
    // Somebody else is faster.
    await grid.clinic.director.score(first.courseId, 'infusion-1', 39, '2026-03-02').expect(201);
    await page.getByRole('button', { name: 'Write 4 scores' }).click();
    await page.getByText('1 needs you (n)').waitFor();
    expect(await totals(grid.clinic.clinician, first.courseId, 2)).toEqual([39, 36]);
    expect(await totals(grid.clinic.clinician, second.courseId, 2)).toEqual([38, 34]);
    await context.close();
  });

  test('a connection that is lost while a block is saved loses none of it', async () => {
    const { page, context, courses, first, faults } = await grid.withCourses(10);
    const rows = courses.map((_, at) => [0, 1, 2, 3, 4, 5].map((column) => 40 - 2 * column - at));
    let sent = 0;
    await page.route('**/v1/assessments', async (route) => {
      if ((sent += 1) > 1) return route.continue();
      // The service has saved it, and its answer never comes.
      await route.fetch();
      await context.setOffline(true);
      return route.abort();
    });
    await pasteAll(page, first.chartNumber, rows);
    await page
      .getByText(/\d scores? waits? for the network/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await allSaved(page);
    for (const [at, { courseId }] of courses.entries()) {
      expect(await totals(grid.clinic.clinician, courseId)).toEqual(rows[at]);
      expect(await versions(grid.clinic.clinician, courseId, 'infusion-1')).toHaveLength(1);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** Pastes whole rows from the first infusion of a patient on, says yes to them, and sees them being written. */
async function pasteAll(page: Page, chartNumber: string, rows: readonly number[][]): Promise<void> {
  await point(page, chartNumber, 1);
  // With planned days each value has a day of its own.
  await page.keyboard.press('p');
  await paste(page, rows.map((row) => row.join('\t')).join('\r\n'));
  await page.getByRole('button', { name: `Write ${rows.flat().length} scores` }).click();
}
