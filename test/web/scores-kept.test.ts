import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { PASSWORD } from '../support/clinic.js';
import { allSaved, fieldOf, gridStage, point, totals, versions } from './grid.js';

const grid = gridStage();

describe('nothing typed is lost', () => {
  test('a lost connection keeps scores, and they are saved once when it is back', async () => {
    const { page, context, first, second, faults } = await grid.withCourses(2);
    await point(page, first.chartNumber, 1);
    await context.setOffline(true);
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await point(page, second.chartNumber, 1);
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await page.getByText('2 scores wait for the network').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([30]);
    expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a score whose answer was lost is not recorded twice', async () => {
    const { page, context, first } = await grid.withCourses(1);
    let lost = 0;
    await page.route('**/assessments/**', async (route) => {
      if ((lost += 1) > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(lost).toBeGreaterThan(1);
    expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    await context.close();
  });

  test('what was kept and what was half typed outlive a reload', async () => {
    const { page, context, first, second } = await grid.withCourses(2);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.route('**/assessments/**', (route) => route.abort());
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await point(page, second.chartNumber, 1);
    await page.keyboard.type('2');
    await page.getByText('1 score waits for the network').first().waitFor();
    await page.unroute('**/assessments/**');
    await page.reload();
    await page.getByText('35 saved for').waitFor({ state: 'attached' });
    await page.getByText('typed, not saved yet', { exact: true }).waitFor();
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([null]);
    expect(await fieldOf(page, second.chartNumber, 1).inputValue()).toBe('2');
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([28]);
    await context.close();
  });

  test('a session that ended keeps the score until the person is back', async () => {
    const { page, context, first } = await grid.withCourses(1);
    await point(page, first.chartNumber, 1);
    await grid.clinic.clinician.delete('/v1/session').expect(204);
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(grid.clinic.director, first.courseId, 1)).toEqual([35]);
    await context.close();
  });

  test('a service that is gone between typing and Enter loses nothing once it is there again', async () => {
    const { page, context, first, second, faults } = await grid.withCourses(2);
    const { app } = grid.stage;
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('3');
    await app.stop();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await point(page, second.chartNumber, 1);
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await page.getByText('2 scores wait for the network').first().waitFor();
    await app.startAgain();
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([35]);
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([30]);
    expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });
});
