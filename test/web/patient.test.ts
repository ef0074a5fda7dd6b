import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answer } from '../support/answer.js';
import { axeFaults, browserStage, windowOf } from '../support/browser.js';
import { invite, testClinic, testCourse, type TestClinic } from '../support/clinic.js';

/** The planned days of a course from 2 March 2026; the clinic's today is 20 March. */
const DAYS = ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12', '2026-03-16', '2026-03-19'];

describe('a patient', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let patientId: string;
  let courseId: string;
  let chartNumber: string;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    ({ patientId, courseId, chartNumber } = await testCourse(clinic.clinician));
  });

  const record = async (...totals: number[]) => {
    for (const [at, total] of totals.entries()) {
      const on = DAYS[at] ?? '';
      await clinic.clinician.score(courseId, `infusion-${at + 1}`, total, on).expect(201);
    }
  };
  const openPatient = async () => {
    const opened = await windowOf(stage, clinic.clinician);
    await opened.page.goto(`/patients/${patientId}`);
    await opened.page.getByRole('heading', { name: `Chart ${chartNumber}`, level: 1 }).waitFor();
    await opened.page.getByRole('heading', { name: 'Visits' }).waitFor();
    return opened;
  };
  const slotPath = (slot: string) => `/v1/courses/${courseId}/assessments/${slot}`;
  const recordedAt = async (slot: string) =>
    (await clinic.clinician.get(slotPath(slot)).expect(200)).body as Record<string, unknown>;
  const row = (page: Page, visit: string) =>
    page.getByRole('row', { name: new RegExp(`^${visit}`) });

  test('is told in words and numbers: 40, 31 and 28 are 12 points or 30 % lower, and improving', async () => {
    await record(40, 31, 28);
    // A second baseline, 30: SD of 40 and 30 is 7.07, so more than 1.96 x 7.07 x 0.4 = 5.5 points is a change.
    const other = await testCourse(clinic.clinician);
    await clinic.clinician.score(other.courseId, 'infusion-1', 30, '2026-03-02').expect(201);
    const { page, context, faults } = await openPatient();
    await page.getByText('12 points lower (30 %)').first().waitFor();
    await page.getByText('Baseline 40, moderate, 2 Mar 2026').waitFor();
    await page.getByText('3 points lower', { exact: true }).waitFor();
    await page.getByText('Improving', { exact: true }).waitFor();
    await page.getByText('Over the latest three scores: 40, 31, 28.').waitFor();
    await page.getByText('3 of 6').waitFor();
    await page.getByText('more than 5.5 points').waitFor();
    await page.getByRole('img', { name: /Baseline 40/ }).waitFor();
    expect(await page.title()).not.toContain(chartNumber);
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 768, height: 1024 });
    expect(await axeFaults(page)).toEqual([]);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(768);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('has no trend before the third score', async () => {
    await record(40, 31);
    const { page, context } = await openPatient();
    const trend = page.getByRole('heading', { name: 'Trend' }).locator('..');
    await trend.getByText(/From three scores on|fewer than two baselines/).waitFor();
    expect(await page.getByText('Improving', { exact: true }).count()).toBe(0);
    await context.close();
  });

  test('gets a score, an amendment with its history, and a take-back, by keyboard', async () => {
    const { page, context, faults } = await openPatient();
    await page.getByRole('button', { name: 'Score Infusion 1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: `${chartNumber}: score at infusion 1` }).waitFor();
    await page.keyboard.type('68');
    await page.keyboard.press('Enter');
    await page
      .getByText(/0 to 64|0-64/)
      .first()
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('38');
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${chartNumber}, infusion 1.`).waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ total: 38, assessedOn: '2026-03-20' });
    await page.getByRole('button', { name: 'Amend Infusion 1' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('36');
    await page.keyboard.press('Enter');
    await page.getByText('Say why the entry is amended').first().waitFor();
    await page.getByRole('button', { name: 'Typing error' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the score' }).click();
    await page.getByRole('button', { name: 'History of Infusion 1: 2 versions' }).click();
    const history = page.getByRole('table', { name: 'History of Infusion 1' });
    await history.getByText('36, moderate').waitFor();
    expect(await history.locator('s').innerText()).toBe('38, moderate');
    await history.getByText('Typing error').waitFor();
    await history
      .getByText(/clinician, 20 Mar 2026/)
      .first()
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'More for Infusion 1' }).click();
    await page.getByRole('menuitem', { name: 'Take it back …' }).click();
    await page.getByRole('textbox', { name: 'Why is it taken back?' }).fill('Wrong patient');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await history.getByText('Taken back').waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ state: 'entered-in-error', version: 3 });
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a score typed while the connection is lost is kept and saved once', async () => {
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Score Infusion 1' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('33');
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await page.getByText('The service can’t be reached').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Save the score' }).click();
    await page.getByText(`Saved: ${chartNumber}, infusion 1.`).waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ total: 33, version: 1 });
    await context.close();
  });

  test('what was typed into a dialog outlives a reload, and goes over no version that was not seen', async () => {
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Score Infusion 1' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('33');
    await page.getByRole('textbox', { name: 'Note' }).fill('by telephone');
    await clinic.director.score(courseId, 'infusion-1', 35, '2026-03-02').expect(201);
    await page.reload();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What you typed before is here again').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'CUDOS total' }).inputValue()).toBe('33');
    expect(await dialog.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('by telephone');
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save the score' }).click();
    await dialog.getByRole('alert').getByText('35, moderate').waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ total: 35, version: 1 });
    await dialog.getByRole('button', { name: 'Keep what is recorded' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    await row(page, 'Infusion 1 2 Mar').getByText('35').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await context.close();
  });

  test('a course that was begun, its answer lost and its page loaded anew, is begun once', async () => {
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Begin a course' }).click();
    await page.getByRole('dialog').getByLabel('Indication').selectOption('ptsd');
    await page.route('**/v1/patients/*/courses', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Begin the course' }).click();
    await page.getByText('The service can’t be reached').waitFor();
    await page.unroute('**/v1/patients/*/courses');
    await page.reload();
    const indication = page.getByRole('dialog').getByLabel('Indication');
    await indication.waitFor();
    expect(await indication.inputValue()).toBe('ptsd');
    await page.getByRole('button', { name: 'Begin the course' }).click();
    await page.getByRole('heading', { name: 'Course 2' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const courses = clinic.clinician.get(`/v1/patients/${patientId}/courses`);
    const { body } = await answer(courses.expect(200));
    expect((body as { items: unknown[] }).items).toHaveLength(2);
    await context.close();
  });

  test('a clinician names another one of the clinic as treating', async () => {
    const email = `other-${courseId}@example.org`;
    const other = await invite(stage.app, clinic.director, 'clinician', email);
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Correct the course' }).click();
    await page.getByLabel('Treating clinician').selectOption(other.id);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await clinic.clinician.get(`/v1/courses/${courseId}`)).body).toMatchObject({
      clinicianId: other.id,
    });
    await context.close();
  });

  test('two people at one score see both values before one is written over', async () => {
    await record(40);
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Amend Infusion 1' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('42');
    await page.getByRole('textbox', { name: 'Why is it amended?' }).fill('Typing error');
    await clinic.director
      .put(slotPath('infusion-1'), {
        ...{ total: 44, assessedOn: '2026-03-02', amendmentReason: 'asked again' },
      })
      .set('If-Match', '"1"')
      .expect(200);
    await page.getByRole('button', { name: 'Save the score' }).click();
    const conflict = page.getByRole('alert').filter({ hasText: 'Somebody else recorded' });
    await conflict.getByText('44, moderate').waitFor();
    await conflict.getByText('by Dana').waitFor();
    await conflict.getByText('42').waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ total: 44 });
    expect(await axeFaults(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Amend it with mine' }).click();
    await page.getByRole('button', { name: 'Save the score' }).click();
    await page.getByText(`Saved: ${chartNumber}, infusion 1.`).waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ total: 42, version: 3 });
    await context.close();
  });

  test('a change of 31 points in 3 days asks to look again, and is saved with a reason', async () => {
    await record(50);
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Score Infusion 2' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('19');
    await page.getByLabel('Day of the answers').fill('2026-03-05');
    await page.keyboard.press('Enter');
    await page.getByText('is a change of 31 points within 3 days').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page
      .getByRole('textbox', { name: 'Why is it right all the same?' })
      .fill('asked again, the patient is sure');
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${chartNumber}, infusion 2.`).waitFor();
    expect(await recordedAt('infusion-2')).toMatchObject({ total: 19 });
    await context.close();
  });

  test('a follow-up score is recorded by its weeks and told beside the six', async () => {
    await record(40, 30);
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Add a score after the series' }).click();
    await page.getByRole('radio', { name: 'Follow-up' }).check();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('25');
    await page.getByRole('textbox', { name: 'Weeks after the series' }).fill('0');
    await page.keyboard.press('Enter');
    await page.getByText('Weeks after the series must be a whole number').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Weeks after the series' }).fill('1');
    await page.keyboard.press('Enter');
    await row(page, 'Follow-up week 1').getByText('15 points lower than at baseline').waitFor();
    await context.close();
  });

  test('a course is stopped with a reason, and the stop taken back', async () => {
    await record(40);
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Stop the course' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Stop the course' }).click();
    await dialog
      .getByText(/The reason must be one of/)
      .first()
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel('Why was it given up?').selectOption('Side effects');
    await dialog.getByRole('button', { name: 'Stop the course' }).click();
    await page.getByText('stopped on 20 Mar 2026: side effects').waitFor();
    await row(page, 'Infusion 2').getByText('Course stopped before').waitFor();
    await page.getByRole('button', { name: 'Take the stop back' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Take the stop back' }).click();
    await row(page, 'Infusion 2').getByText('Unresolved:').waitFor();
    await context.close();
  });

  test('a second course stands beside the first', async () => {
    await record(40, 31, 28, 25, 22, 18);
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Begin a course' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('radio', { name: 'Maintenance' }).isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Begin the course' }).click();
    await page
      .getByRole('heading', { name: 'Course 2 · Maintenance · from 20 Mar 2026' })
      .waitFor();
    await page.getByRole('tab', { name: 'Course 1 · Induction' }).click();
    // 40 - 18 = 22 points, 55 %, at most half; below 20 and not at most 10.
    await row(page, 'Infusion 6 18 Minimal').getByText('22 points lower (55 %)').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('a correction that makes the patient look like another is saved with a reason', async () => {
    await clinic.clinician.post('/v1/patients', { chartNumber: 'Q-1042' }).expect(201);
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Correct the patient' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Chart number' }).fill('q1042');
    await page.keyboard.press('Enter');
    await dialog.getByText('The chart number Q-1042 is almost the same').waitFor();
    await dialog.getByRole('link', { name: 'Open Q-1042' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog
      .getByRole('textbox', { name: 'How do you know it is another person?' })
      .fill('another branch');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chart q1042', level: 1 }).waitFor();
    const { body } = await answer(clinic.clinician.get(`/v1/patients/${patientId}`).expect(200));
    expect(body).toMatchObject({ chartNumber: 'q1042', overrideReason: 'another branch' });
    await context.close();
  });

  test('a score left out before a later visit is proposed on its planned day', async () => {
    await record(40);
    await clinic.clinician.score(courseId, 'infusion-3', 28, '2026-03-09').expect(201);
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Score Infusion 2' }).click();
    const dialog = page.getByRole('dialog');
    // 2 March and the protocol's 3 days.
    expect(await dialog.getByLabel('Day of the answers').inputValue()).toBe('2026-03-05');
    await page.keyboard.type('33');
    await page.keyboard.press('Enter');
    await row(page, 'Infusion 2 5 Mar 2026 33').waitFor();
    expect(await recordedAt('infusion-2')).toMatchObject({ total: 33, assessedOn: '2026-03-05' });
    await context.close();
  });

  test('a correction of the patient shows what somebody else corrected first', async () => {
    const { page, context } = await openPatient();
    await page.getByRole('button', { name: 'Correct the patient' }).click();
    await page.getByRole('textbox', { name: 'Initials' }).fill('JD');
    await clinic.director
      .patch(`/v1/patients/${patientId}`, { initials: 'XY', birthYear: 1981 })
      .set('If-Match', '"1"')
      .expect(200);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(`${chartNumber} · XY · born 1981`).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have seen it; let me save mine' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('JD · born 1981', { exact: true }).waitFor();
    await context.close();
  });

  test('is found in the list by the beginning of the chart number', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    await page.goto('/patients');
    await page.getByText('1 patient.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Chart number begins with').fill('Z-9');
    await page.getByText('No chart number begins with Z-9.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Chart number begins with').fill(chartNumber.slice(0, 4));
    await page.getByRole('link', { name: chartNumber }).click();
    await page.getByRole('heading', { name: `Chart ${chartNumber}` }).waitFor();
    await context.close();
  });

  test('of another clinic is told to be missing', async () => {
    const { page, context } = await windowOf(stage, (await testClinic(stage.app)).clinician);
    await page.goto(`/patients/${patientId}`);
    await page.getByText('There is no such patient in this clinic.').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });
});
