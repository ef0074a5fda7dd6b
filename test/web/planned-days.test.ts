import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { answer } from '../support/answer.js';
import { testCourse } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

// The clinic's today is 20 March 2026.
describe('planned days', () => {
  const at = clinicStage();

  /** A course whose infusion 2 is due today: 17 March and the 3 days of the plan. */
  async function dueToday() {
    const course = await testCourse(at.clinic.clinician, { startedOn: '2026-03-17' });
    await at.clinic.clinician.score(course.courseId, 'infusion-1', 40, '2026-03-17').expect(201);
    return course;
  }
  const dueDays = async (courseId: string) => {
    const { body } = await answer(at.clinic.clinician.get(`/v1/courses/${courseId}`).expect(200));
    return (body as { slots: { dueOn: string | null }[] }).slots.map(({ dueOn }) => dueOn);
  };
  const moveTo = async (page: Page, day: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('New day').fill(day);
    await dialog.getByRole('button', { name: 'Move' }).click();
  };

  test('one key on its line moves an infusion, alone or with all that follow', async () => {
    const { courseId, chartNumber } = await dueToday();
    const page = await at.open('/', at.clinic.clinician);
    await page.getByRole('textbox', { name: `Score of ${chartNumber}, infusion 2` }).focus();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog', { name: `${chartNumber}: move infusion 2` });
    await dialog.getByText('Planned so far: 20 Mar 2026').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    // 24 March is the planned day of infusion 3.
    await moveTo(page, '2026-03-24');
    await dialog.getByText('before the next one as planned').waitFor();
    await moveTo(page, '2026-03-21');
    await page.getByText(`Moved: ${chartNumber}, infusion 2, to 21 Mar 2026.`).waitFor();
    expect(await dueDays(courseId)).toEqual([
      null,
      '2026-03-21',
      '2026-03-24',
      '2026-03-27',
      '2026-03-31',
      '2026-04-03',
    ]);
    await page.goto(`/patients`);
    await page.getByRole('link', { name: chartNumber }).click();
    await page.getByRole('button', { name: 'More for Infusion 3' }).click();
    await page.getByRole('menuitem', { name: 'Move the planned day …' }).click();
    await page.getByRole('radio', { name: 'This one and all that follow' }).check();
    await moveTo(page, '2026-03-25');
    await page.getByText(`Moved: ${chartNumber}, infusion 3, to 25 Mar 2026.`).waitFor();
    expect(await dueDays(courseId)).toEqual([
      null,
      '2026-03-21',
      '2026-03-25',
      '2026-03-28',
      '2026-04-01',
      '2026-04-04',
    ]);
  });

  test('a sheet of item numbers is printed for each who is due, one page each, A4 and Letter', async () => {
    const [one, other] = [await dueToday(), await dueToday()];
    const page = await at.open('/', at.clinic.clinician);
    await page.getByRole('link', { name: 'Answer sheets' }).click();
    const sheet = page.getByRole('article', { name: `Sheet of ${one.chartNumber}` });
    await sheet.getByText('Infusion 2').waitFor();
    await page.getByRole('article', { name: `Sheet of ${other.chartNumber}` }).waitFor();
    expect(await sheet.getByRole('row').count()).toBe(1 + 18);
    // The wording of the items is copyrighted, and our own labels are no questionnaire.
    expect(await sheet.getByText('Insomnia').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.title()).toBe('Answer sheets · CUDOS outcomes');
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 2]);
    }
    await page.getByText('One for anybody').click();
    await page.getByRole('article', { name: 'Sheet for anybody' }).waitFor();
    expect(page.url()).toContain('/answer-sheets?for=anybody');
  });
});
