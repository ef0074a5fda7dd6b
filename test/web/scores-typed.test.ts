import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { settled } from '../support/browser.js';
import { testCourse } from '../support/clinic.js';
import { allSaved, cellOf, gridStage, NONE, point, totals, versions } from './grid.js';

const grid = gridStage();

describe('typing scores', () => {
  test('six scores of a patient go in without a mouse, each on its planned day', async () => {
    let course = { courseId: '', chartNumber: '' };
    const { page, context, faults } = await grid.open(async (person) => {
      await testCourse(person);
      course = await testCourse(person);
    });
    await page.getByRole('grid').waitFor();
    await page.keyboard.type(course.chartNumber);
    await page.keyboard.press('Enter');
    await page.keyboard.press('p');
    for (const score of ['40', '33', '31', '22', '18', '12']) {
      await page.keyboard.type(score);
      await page.keyboard.press('Tab');
    }
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, course.courseId)).toEqual([40, 33, 31, 22, 18, 12]);
    // 2 March 2026 and the customary days 0, 3, 7, 10, 14 and 17 after it.
    const sixth = await versions(grid.clinic.clinician, course.courseId, 'infusion-6');
    expect(sixth.map(({ assessedOn }) => assessedOn)).toEqual(['2026-03-19']);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the date of a score is the clinic’s today, and a score typed with Enter goes on below', async () => {
    const { page, context, first, second } = await grid.withCourses(2);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await page.getByText('20 Mar 2026, today', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    // Two courses are sent at once, and only what is saved last is said at the end.
    await page.getByRole('status').getByText(`35 saved for ${first.chartNumber}`).waitFor({ state: 'attached' });
    await page.keyboard.type('41');
    await page.keyboard.press('Enter');
    await allSaved(page);
    const [recorded] = await versions(grid.clinic.clinician, first.courseId, 'infusion-1');
    expect(recorded).toMatchObject({ total: 35, assessedOn: '2026-03-20' });
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([41]);
    await cellOf(page, first.chartNumber, 1).getByText('Moderate').waitFor();
    await page.getByRole('status').getByText(`41 saved for ${second.chartNumber}`).waitFor({
      state: 'attached',
    });
    await context.close();
  });

  test('a score of another day takes one key and the day', async () => {
    const { page, context, first } = await grid.withCourses(1);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('d');
    await page.getByLabel('Date of the visit').fill('2026-03-04');
    await page.keyboard.press('Enter');
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await allSaved(page);
    const [recorded] = await versions(grid.clinic.clinician, first.courseId, 'infusion-1');
    expect(recorded).toMatchObject({ total: 35, assessedOn: '2026-03-04' });
    await context.close();
  });

  test('70 is refused with the reason, kept in sight, and never sent', async () => {
    const { page, context, first, second } = await grid.withCourses(2);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('70');
    await page.keyboard.press('Enter');
    await page.keyboard.type('31');
    await page.keyboard.press('Enter');
    await page.getByText('add up items 1 to 16 only').first().waitFor();
    await page.getByText('1 needs you (n)').waitFor();
    await settled(page);
    expect(await totals(grid.clinic.clinician, second.courseId, 1)).toEqual([31]);
    expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-1')).toEqual([]);
    await page.keyboard.press('n');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(grid.clinic.clinician, first.courseId, 1)).toEqual([30]);
    await context.close();
  });

  test('a row that is typed late is proposed its planned days, and one key takes them for all that follow', async () => {
    const { page, context, first } = await grid.withCourses(1);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('40');
    await page.getByRole('button', { name: 'Planned day, 2 Mar 2026' }).waitFor();
    await page.keyboard.press('p');
    await page.keyboard.press('Tab');
    for (const score of ['38', '35', '33', '30', '28']) {
      await page.keyboard.type(score);
      await page.keyboard.press('Tab');
    }
    await allSaved(page);
    const days = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((at) => versions(grid.clinic.clinician, first.courseId, `infusion-${at}`)),
    );
    // By the plan of 0, 3, 7, 10, 14 and 17 days.
    expect(days.map(([last]) => last?.assessedOn)).toEqual([
      '2026-03-02',
      '2026-03-05',
      '2026-03-09',
      '2026-03-12',
      '2026-03-16',
      '2026-03-19',
    ]);
    await context.close();
  });

  test('letters that are no command and the mouse wheel change nothing', async () => {
    const { page, context, first } = await grid.withCourses(1, (person, [course = NONE]) =>
      person.score(course.courseId, 'infusion-1', 35, '2026-03-02').expect(201),
    );
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('xyz');
    await page.mouse.wheel(0, 300);
    await page.mouse.wheel(0, -300);
    await page.keyboard.press('ArrowRight');
    await cellOf(page, first.chartNumber, 1).getByText('35').waitFor();
    await allSaved(page);
    expect(await versions(grid.clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    await context.close();
  });

  test('a score that was typed with a letter or a decimal is refused, not guessed', async () => {
    const { page, context, first } = await grid.withCourses(1);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('4o');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3.5');
    await page.keyboard.press('Tab');
    await page.getByText('“4o” is not a number').first().waitFor();
    await page.getByText('3.5 is not a whole number').first().waitFor();
    expect(await totals(grid.clinic.clinician, first.courseId)).toEqual(Array(6).fill(null));
    await context.close();
  });

  test('a visit is missed by one key and one more for the reason', async () => {
    const { page, context, first } = await grid.withCourses(1);
    await point(page, first.chartNumber, 2);
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: 'Why was it missed?' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('2');
    await allSaved(page);
    await cellOf(page, first.chartNumber, 2).getByText('Did not come').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('m');
    await page.keyboard.press('7');
    await page.getByLabel('What was the reason?').fill('Snowed in');
    await page.keyboard.press('Enter');
    await allSaved(page);
    const [second] = await versions(grid.clinic.clinician, first.courseId, 'infusion-2');
    expect(second).toMatchObject({ state: 'missed', missedReason: 'noShow' });
    const [third] = await versions(grid.clinic.clinician, first.courseId, 'infusion-3');
    expect(third).toMatchObject({ missedReason: 'other', note: 'Snowed in' });
    await context.close();
  });

  test('an unusual change is saved only with a reason', async () => {
    const { page, context, first } = await grid.withCourses(1, (person, [course = NONE]) =>
      person.score(course.courseId, 'infusion-1', 50, '2026-03-18').expect(201),
    );
    await point(page, first.chartNumber, 2);
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    await page.getByText('change of 35 points').first().waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Why is it right all the same?' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('a');
    await allSaved(page);
    const [recorded] = await versions(grid.clinic.clinician, first.courseId, 'infusion-2');
    expect(recorded).toMatchObject({ total: 15, overrideReason: 'Asked the patient again' });
    await context.close();
  });
});
