import { describe, expect, test } from '@jest/globals';
import { allSaved, fieldOf, gridStage, point, versions } from './grid.js';
import { axeFaults } from '../support/axe.js';

const grid = gridStage();

describe('the table by keyboard alone', () => {
  test('it is left with Tab at its end, with Esc and Tab, and with F6', async () => {
    const { page, context, first, second } = await grid.withCourses(2);
    const isAmongScores = () => page.evaluate(`document.activeElement.closest('tbody') !== null`);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('Control+End');
    expect(await fieldOf(page, second.chartNumber, 6).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await isAmongScores()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await isAmongScores()).toBe(true);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await isAmongScores()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('F6');
    expect(await isAmongScores()).toBe(false);
    await context.close();
  });

  test.each(['Tab', 'F6', 'Shift+F6'])(
    'a score that is half typed when the table is left with %s is saved once',
    async (key) => {
      const { page, context, first } = await grid.withCourses(1);
      await point(page, first.chartNumber, 6);
      await page.keyboard.type('30');
      await page.keyboard.press(key);
      await allSaved(page);
      const recorded = await versions(grid.clinic.clinician, first.courseId, 'infusion-6');
      expect(recorded.map(({ total }) => total)).toEqual([30]);
      await context.close();
    },
  );

  test('the row of a patient leads to the patient, and the help lists the keys', async () => {
    const { page, context, first } = await grid.withCourses(1);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys of the score table' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await point(page, first.chartNumber, 2);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/patients/${first.patientId}`);
    await context.close();
  });

  test('without a course under way it says how one comes here', async () => {
    const { page, context } = await grid.open();
    await page.getByRole('heading', { name: 'No course is under way' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });
});
