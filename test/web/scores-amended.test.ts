import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { type SignedIn } from '../support/clinic.js';
import { allSaved, fieldOf, gridStage, NONE, point, totals, type Course, versions } from './grid.js';

const grid = gridStage();

describe('amending', () => {
  const with35 = (person: SignedIn, [course = NONE]: Course[]) =>
    person.score(course.courseId, 'infusion-1', 35, '2026-03-02').expect(201);

  test('typing over a score asks why, and keeps its day', async () => {
    const { page, context, first } = await grid.withCourses(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('36');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Why is it amended?' }).waitFor();
    // Digits that were meant for the next patient choose nothing.
    await page.keyboard.type('41');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('t');
    await allSaved(page);
    const [amended, original] = await versions(grid.clinic.clinician, first.courseId, 'infusion-1');
    expect(amended).toMatchObject({ total: 36, assessedOn: '2026-03-02' });
    expect(amended?.amendmentReason).toBe('Typing error');
    expect(original?.total).toBe(35);
    await context.close();
  });

  test('Esc goes back from the reason to what was typed, and again to what is recorded', async () => {
    const { page, context, first } = await grid.withCourses(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('36');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await fieldOf(page, first.chartNumber, 1).inputValue()).toBe('36');
    await page.keyboard.press('Escape');
    expect(await fieldOf(page, first.chartNumber, 1).inputValue()).toBe('35');
    expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    await context.close();
  });

  test('F2 edits with the caret inside, Home and the arrows move in it', async () => {
    const { page, context, first } = await grid.withCourses(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('F2');
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.keyboard.press('m');
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([45]);
    await context.close();
  });

  test('Ctrl+Z undoes one’s own writes, the last one first, as amendments', async () => {
    const { page, context, first } = await grid.withCourses(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('36');
    await page.keyboard.press('Tab');
    await page.keyboard.press('t');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 2)).toEqual([36, 30]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 2)).toEqual([35, null]);
    const [undone] = await versions(grid.clinic.clinician, first.courseId, 'infusion-2');
    expect(undone).toMatchObject({ state: 'entered-in-error' });
    expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(3);
    await context.close();
  });

  test('Delete takes an entry back with a reason', async () => {
    const { page, context, first } = await grid.withCourses(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('Delete');
    await page.keyboard.press('w');
    await allSaved(page);
    const [taken] = await versions(grid.clinic.clinician, first.courseId, 'infusion-1');
    expect(taken).toMatchObject({ state: 'entered-in-error', amendmentReason: 'Wrong patient' });
    await context.close();
  });

  test('where two people wrote, both values are shown and one is chosen by key', async () => {
    const { page, context, first, second } = await grid.withCourses(2);
    const score = (course: Course, total: number) =>
      grid.clinic.director.score(course.courseId, 'infusion-1', total, '2026-03-02').expect(201);
    await page.getByRole('grid').waitFor();
    await score(first, 44);
    await score(second, 28);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await page.keyboard.type('31');
    await page.keyboard.press('Enter');
    await page.getByText('2 need you (n)').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.getByText('Take theirs: 44 on 2 Mar 2026, by Dana').waitFor();
    await page.getByText('Keep mine: 35 on 20 Mar 2026').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.getByText('1 needs you (n)').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.keyboard.press('k');
    await page.keyboard.press('m');
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([44]);
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([31]);
    expect(await versions(grid.clinic.clinician, second.courseId, 'infusion-1')).toHaveLength(2);
    await context.close();
  });
});
