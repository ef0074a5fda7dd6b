import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Route } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { answer } from '../support/answer.js';
import { browserStage, windowOf } from '../support/browser.js';
import { colleague, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { totals } from './grid.js';

// The clinic's today is 20 March 2026.
describe('the day as one list', () => {
  const stage = browserStage();
  let clinic: TestClinic;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
  });

  const dueToday = (count: number) =>
    Promise.all(Array.from({ length: count }, () => testCourse(clinic.clinician, { startedOn: '2026-03-20' })));
  const openToday = async (path = '/', size: Parameters<typeof windowOf>[2] = {}) => {
    const opened = await windowOf(stage, clinic.clinician, size);
    await opened.page.goto(path);
    await opened.page.getByRole('heading', { name: 'Due today' }).waitFor();
    return opened;
  };

  test('three patients who are due are scored with three keys each, from line to line', async () => {
    const courses = await dueToday(3);
    const { page, context, faults } = await openToday();
    const fields = page.getByRole('table', { name: 'Due today' }).getByRole('textbox');
    await fields.first().focus();
    for (const score of ['31', '32', '33']) {
      await page.keyboard.type(score);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('heading', { name: 'Due today 0' }).waitFor();
    const recorded = await Promise.all(courses.map(({ courseId }) => totals(clinic.clinician, courseId, 1)));
    expect(recorded.flat().toSorted()).toEqual([31, 32, 33]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the lists come with the safety notices, which would push them down, and without them where they fail', async () => {
    await dueToday(1);
    const { page, context } = await windowOf(stage, clinic.clinician);
    const asked = new Promise<Route>((hold) => void page.route('**/v1/safety-notices?*', hold, { times: 1 }));
    const lists = Promise.all(
      ['courses?status=active*', 'courses?afterSeriesDue=*'].map((path) => page.waitForResponse(`**/v1/${path}`)),
    );
    await page.goto('/');
    const notices = await asked;
    await lists;
    const heading = page.getByRole('heading', { name: 'Due today' });
    expect(await heading.isVisible()).toBe(false);
    await notices.abort();
    await heading.waitFor();
    await context.close();
  });

  test('what is no score stays in its line with a sentence, and a reload keeps it', async () => {
    const [course] = await dueToday(1);
    const { page, context } = await openToday();
    page.on('dialog', (dialog) => void dialog.accept());
    const field = page.getByRole('textbox', { name: `Score of ${course?.chartNumber}, infusion 1` });
    await field.fill('72');
    await page.keyboard.press('Enter');
    await page.getByText(/64/).filter({ hasNotText: 'CUDOS total' }).first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.reload();
    await field.waitFor();
    expect(await field.inputValue()).toBe('72');
    await field.fill('27');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(`Saved: ${course?.chartNumber}, infusion 1, 27.`).waitFor();
    await context.close();
  });

  test('an unusual score asks in its line, and one press says why it is right', async () => {
    const { courseId, chartNumber } = await testCourse(clinic.clinician, { startedOn: '2026-03-17' });
    await clinic.clinician.score(courseId, 'infusion-1', 32, '2026-03-17').expect(201);
    const { page, context } = await openToday();
    await page.getByRole('textbox', { name: `Score of ${chartNumber}, infusion 2` }).fill('2');
    await page.keyboard.press('Enter');
    await page.getByText('2 at infusion 2 is 30 points from 32 at infusion 1').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Checked on the form' }).click();
    await page.getByText(`Saved: ${chartNumber}, infusion 2, 2.`).waitFor();
    expect(await totals(clinic.clinician, courseId, 2)).toEqual([32, 2]);
    await context.close();
  });

  test('visits left open are scored on their planned days, the latest one today, as is said before', async () => {
    const { courseId, chartNumber } = await testCourse(clinic.clinician, { startedOn: '2026-03-02' });
    const { page, context } = await openToday();
    const field = (infusion: number) =>
      page.getByRole('textbox', { name: `Score of ${chartNumber}, infusion ${infusion}` });
    await field(1).fill('40');
    await page.getByText('2 Mar 2026, 18 days ago; written as of 2 Mar 2026').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${chartNumber}, infusion 1, 40.`).waitFor();
    await field(6).fill('35');
    await page.getByText('19 Mar 2026, yesterday; written as of today').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${chartNumber}, infusion 6, 35.`).waitFor();
    const { body } = await answer(clinic.clinician.get(`/v1/courses/${courseId}`).expect(200));
    const { slots } = body as { slots: { recorded: { assessedOn: string } | null }[] };
    expect(slots.map(({ recorded }) => recorded?.assessedOn ?? null)).toEqual([
      '2026-03-02',
      null,
      null,
      null,
      null,
      '2026-03-20',
    ]);
    await context.close();
  });

  test('the form and a missed visit are one key from the field, and the coming week is below', async () => {
    const [course] = await dueToday(1);
    const next = await testCourse(clinic.clinician, { startedOn: '2026-03-18' });
    await clinic.clinician.score(next.courseId, 'infusion-1', 40, '2026-03-18').expect(201);
    const { page, context } = await openToday();
    // 18 March and the 3 and 7 days of the plan.
    const week = page.getByRole('table', { name: 'Coming week' });
    await week.getByRole('row', { name: `21 Mar 2026 ${next.chartNumber} Infusion 2` }).waitFor();
    await week.getByRole('row', { name: `25 Mar 2026 ${next.chartNumber} Infusion 3` }).waitFor();
    const field = page.getByRole('textbox', { name: `Score of ${course?.chartNumber}, infusion 1` });
    await field.focus();
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: `${course?.chartNumber}: infusion 1 was missed` }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await field.focus();
    await page.keyboard.press('f');
    await page.waitForURL(`**/courses/${course?.courseId}/form/infusion-1`);
    await context.close();
  });

  test('a score after the series is due by itself, and is typed in its line', async () => {
    const { courseId, chartNumber } = await testCourse(clinic.clinician, { startedOn: '2026-02-24' });
    // A week after 13 March is today.
    const sixth = { total: 12, assessedOn: '2026-03-13' };
    const path = `/v1/courses/${courseId}/assessments/infusion-6`;
    await clinic.clinician.put(path, sixth).set('If-None-Match', '*').expect(201);
    const { page, context, faults } = await openToday();
    await page.getByRole('textbox', { name: `Score of ${chartNumber}, score after the series` }).fill('9');
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${chartNumber}, score after the series, 9.`).waitFor();
    await page.getByRole('heading', { name: 'Due today 0' }).waitFor();
    const { body } = await answer(clinic.clinician.get(`/v1/courses/${courseId}`).expect(200));
    expect(body).toMatchObject({ afterSeries: [{ slot: 'post-series', total: 9, assessedOn: '2026-03-20' }] });
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a course that does not improve is listed with its scores and the reason, and marked in the table', async () => {
    const { courseId, chartNumber } = await testCourse(clinic.clinician, { startedOn: '2026-03-10' });
    const days = ['2026-03-10', '2026-03-13', '2026-03-17', '2026-03-20'];
    for (const [at, total] of [40, 39, 38, 37].entries()) {
      await clinic.clinician.score(courseId, `infusion-${at + 1}`, total, days[at] ?? '').expect(201);
    }
    const { page, context } = await openToday('/', { width: 390, height: 844 });
    const row = page.getByRole('table', { name: 'May need a look' }).getByRole('row').filter({ hasText: chartNumber });
    // 3 of 40 points are 7.5 %.
    await row.getByText('under 20 % better').waitFor();
    await row.getByRole('img', { name: 'Scores by infusion: 40, 39, 38, 37' }).waitFor();
    await page.getByText('doi:10.1038/s41398-024-03027-2').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await page.goto('/scores');
    await page.getByRole('rowheader', { name: chartNumber }).getByText('under 20 % better').waitFor();
    await context.close();
  });

  test('the day of one clinician is chosen, and is in the address', async () => {
    const kim = await colleague(stage.app, clinic, 'clinician', 'Kim');
    const theirs = await testCourse(clinic.clinician, { startedOn: '2026-03-20', clinicianId: kim.id });
    await dueToday(1);
    const { page, context } = await openToday();
    await page.getByRole('heading', { name: 'Due today 2' }).waitFor();
    await page.getByLabel('Who treats').selectOption('Kim');
    await page.getByRole('heading', { name: 'Due today 1' }).waitFor();
    await page.getByRole('link', { name: theirs.chartNumber, exact: true }).first().waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Due today 1' }).waitFor();
    expect(new URL(page.url()).searchParams.get('clinician')).toBe(kim.id);
    await context.close();
  });

  test.each([
    [390, 844],
    [800, 1280],
  ])('at %i x %i a score is typed and saved by taps', async (width, height) => {
    const [course] = await dueToday(1);
    const { page, context } = await openToday('/', { width, height, hasTouch: true });
    await page.getByRole('textbox', { name: `Score of ${course?.chartNumber}, infusion 1` }).tap();
    await page.keyboard.type('30');
    await page.getByRole('button', { name: 'Save', exact: true }).tap();
    await page.getByText(`Saved: ${course?.chartNumber}, infusion 1, 30.`).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });
});
