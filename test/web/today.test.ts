import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { answer } from '../support/answer.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';

/** The clinic's today is 20 March 2026. Items 14 and 15 are answered 0 and 2. */
const ANSWERS = [...Array.from({ length: 13 }, () => 2), 0, 2, 2, 2, 2];

/** Waits until the focus is in the cell of the table that is named so. */
async function expectFocus(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name }).and(page.locator(':focus')).waitFor();
}

describe('today', () => {
  const stage = browserStage();
  let clinic: TestClinic;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
  });

  const openToday = async () => {
    const opened = await windowOf(stage, clinic.clinician);
    await opened.page.goto('/');
    await opened.page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    return opened;
  };
  const patients = async () => {
    const { body } = await answer(clinic.clinician.get('/v1/patients').expect(200));
    return (body as { items: { id: string; chartNumber: string }[] }).items;
  };
  const coursesOf = async (patientId: string) => {
    const { body } = await answer(clinic.clinician.get(`/v1/patients/${patientId}/courses`).expect(200));
    return (body as { items: { startedOn: string; indication: string }[] }).items;
  };
  /** From the name of the page to the dialog by one key. */
  const openDialog = async (page: Page) => {
    await page.getByText('Welcome: the first steps').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: 'Add a patient and a course' }).waitFor();
  };

  test('a new clinic adds its first patient and course by keyboard alone, on the page', async () => {
    const { page, context, faults } = await openToday();
    await page.getByText('Welcome: the first steps').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await openDialog(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.type('B-77');
    await page.keyboard.press('Tab');
    await page.keyboard.type('JD');
    await page.keyboard.press('Enter');
    await page.getByText('B-77 was added with a course (induction) from 20 Mar 2026').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.getByRole('table', { name: 'Due today' }).getByText('B-77').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const [patient] = await patients();
    expect(patient).toMatchObject({ chartNumber: 'B-77', initials: 'JD' });
    expect(await coursesOf(patient?.id ?? '')).toMatchObject([{ startedOn: '2026-03-20' }]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('an answer lost on the way is asked for again, and makes no second patient or course', async () => {
    const { page, context } = await openToday();
    await openDialog(page);
    await page.keyboard.type('B-78');
    for (const path of ['**/v1/patients', '**/v1/patients/*/courses']) {
      // Only what is sent counts: a list that is read again meanwhile takes nothing away.
      let isLost = false;
      await page.route(path, async (route) => {
        if (isLost || route.request().method() !== 'POST') return route.fallback();
        isLost = true;
        await route.fetch();
        await route.abort();
      });
    }
    await page.keyboard.press('Enter');
    await page.getByText('The service can’t be reached').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('B-78 is recorded, the course not yet').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add the course' }).click();
    await page.getByText('B-78 was added').waitFor();
    const recorded = await patients();
    expect(recorded.map(({ chartNumber }) => chartNumber)).toEqual(['B-78']);
    expect(await coursesOf(recorded[0]?.id ?? '')).toHaveLength(1);
    await context.close();
  });

  test('what is wrong is shown beside its field, and nothing typed is lost', async () => {
    const { page, context } = await openToday();
    await openDialog(page);
    await page.keyboard.type('B-79');
    await page.getByRole('textbox', { name: 'Year of birth' }).fill('81');
    await page.keyboard.press('Enter');
    await page.getByText('The year of birth must have four digits').first().waitFor();
    await page.getByRole('textbox', { name: 'Year of birth' }).fill('1981');
    await page.getByLabel('Date of infusion 1').fill('2026-03-21');
    await page.keyboard.press('Enter');
    await page.getByText('The start, 21 Mar 2026, is in the future').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Chart number' }).inputValue()).toBe('B-79');
    await page.getByLabel('Date of infusion 1').fill('2026-03-19');
    await page.keyboard.press('Enter');
    await page.getByText('B-79 was added').waitFor();
    expect(await patients()).toHaveLength(1);
    await context.close();
  });

  test('a chart number that is taken leads to the patient who has it', async () => {
    const { chartNumber, patientId } = await testCourse(clinic.clinician);
    const { page, context } = await openToday();
    await page.getByRole('button', { name: 'Add a patient' }).click();
    await page.getByRole('dialog').getByLabel('Chart number').fill(chartNumber);
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: `Open ${chartNumber}` });
    expect(await link.getAttribute('href')).toBe(`/patients/${patientId}`);
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('a chart number that looks like another is added only when it is said to be another person', async () => {
    await clinic.clinician.post('/v1/patients', { chartNumber: 'A-1042' }).expect(201);
    const { page, context } = await openToday();
    await page.getByRole('button', { name: 'Add a patient' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Chart number' }).fill('a1042');
    await page.keyboard.press('Enter');
    await dialog.getByText('The chart number A-1042 is almost the same').waitFor();
    await dialog.getByRole('link', { name: 'Open A-1042' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'How do you know it is another person?' }).fill('another year of birth');
    await page.keyboard.press('Enter');
    await page.getByText('a1042 was added').waitFor();
    expect(await patients()).toHaveLength(2);
    await context.close();
  });

  test('what is due and what was left open lead on by one key each', async () => {
    const due = await testCourse(clinic.clinician, { startedOn: '2026-03-20' });
    // Six planned days from 2 to 19 March have passed.
    const left = await testCourse(clinic.clinician, { startedOn: '2026-03-02' });
    const { page, context, faults } = await openToday();
    await page.getByRole('heading', { name: 'Due today 1' }).waitFor();
    await page.getByRole('heading', { name: 'Unresolved 6' }).waitFor();
    const line = page.getByRole('table', { name: 'Due today' }).getByRole('link').first();
    await line.focus();
    await page.keyboard.press('s');
    await page.waitForURL(`**/scores?course=${due.courseId}&infusion=1`);
    await expectFocus(page, `${due.chartNumber}, infusion 1,`);
    await page.goBack();
    await line.focus();
    await page.keyboard.press('f');
    await page.waitForURL(`**/courses/${due.courseId}/form/infusion-1`);
    await page.goBack();
    const unresolved = page.getByRole('table', { name: 'Unresolved' });
    await unresolved.getByRole('link', { name: left.chartNumber }).first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await page.waitForURL(`**/patients/${left.patientId}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a visit left open in a course that has ended is shown, and scored in the table', async () => {
    const { courseId, chartNumber } = await testCourse(clinic.clinician);
    for (const [slot, on] of [
      ['infusion-1', '2026-03-02'],
      ['infusion-3', '2026-03-09'],
    ] as const)
      await clinic.clinician.score(courseId, slot, 30, on).expect(201);
    await clinic.clinician
      .patch(`/v1/courses/${courseId}`, { stopped: { on: '2026-03-10', reason: 'patientChoice' } })
      .set('If-Match', '"1"')
      .expect(200);
    const { page, context, faults } = await openToday();
    await page.getByRole('heading', { name: 'Unresolved in courses that have ended 1' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: `Score ${chartNumber}, infusion 2` }).click();
    await expectFocus(page, `${chartNumber}, infusion 2,`);
    await page.keyboard.type('28');
    await page.keyboard.press('Enter');
    await page.getByText('All saved').waitFor();
    // Today would lie after infusion 3: the planned day is 2 March and 3 days.
    const path = `/v1/courses/${courseId}/assessments/infusion-2`;
    expect((await clinic.clinician.get(path).expect(200)).body).toMatchObject({
      total: 28,
      assessedOn: '2026-03-05',
    });
    await page.getByRole('link', { name: 'Today' }).click();
    await page.getByRole('heading', { name: 'Safety notices' }).waitFor();
    await page.getByText('Nothing was left open.').waitFor();
    await page.getByRole('heading', { name: 'Unresolved in courses' }).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a missed visit takes its reason by a number and its planned day by itself', async () => {
    const { courseId, chartNumber } = await testCourse(clinic.clinician);
    const { page, context } = await openToday();
    const unresolved = page.getByRole('table', { name: 'Unresolved' });
    await unresolved.getByRole('link', { name: chartNumber }).first().focus();
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: `${chartNumber}: infusion 1 was missed` }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${chartNumber}, infusion 1.`).waitFor();
    await page.getByRole('heading', { name: 'Unresolved 5' }).waitFor();
    const path = `/v1/courses/${courseId}/assessments/infusion-1`;
    expect((await clinic.clinician.get(path).expect(200)).body).toMatchObject({
      state: 'missed',
      missedReason: 'noShow',
      assessedOn: '2026-03-02',
    });
    await context.close();
  });

  test('a safety notice says what it is not and whom to call, and takes what was done', async () => {
    const { courseId, chartNumber } = await testCourse(clinic.clinician);
    await clinic.clinician
      .put(`/v1/courses/${courseId}/assessments/infusion-1`, {
        answers: ANSWERS,
        assessedOn: '2026-03-02',
      })
      .set('If-None-Match', '*')
      .expect(201);
    const { page, context, faults } = await openToday();
    await page.getByRole('heading', { name: 'Safety notices 1' }).waitFor();
    const notices = page.getByRole('region', { name: 'Open safety notices' });
    await notices.getByText('Nobody monitors it').waitFor();
    await notices.getByText('988 Suicide & Crisis Lifeline').waitFor();
    await notices.getByText('Item 15, thoughts of suicide: answered 2').waitFor();
    await notices.getByRole('button', { name: `Look at the notice of ${chartNumber}` }).focus();
    await page.keyboard.press('Enter');
    expect(await axeFaults(page)).toEqual([]);
    await notices.getByLabel('What was done').fill('Talked with the patient, plan reviewed');
    await notices.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await notices.getByText(/Acknowledged by clinician, 20 Mar 2026.*plan reviewed/).waitFor();
    await page.getByRole('heading', { name: 'Safety notices 0' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const { body } = await answer(clinic.director.get('/v1/safety-notices').expect(200));
    expect(body).toMatchObject({ items: [] });
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a service that cannot be reached is reported, and asked again at a press', async () => {
    await testCourse(clinic.clinician, { startedOn: '2026-03-20' });
    const { page, context } = await windowOf(stage, clinic.clinician);
    await page.route('**/v1/courses?*', (route) => route.abort());
    await page.goto('/');
    await page.getByText('The service can’t be reached').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.unroute('**/v1/courses?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Due today 1' }).waitFor();
    await context.close();
  });
});
