import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { answer } from '../support/answer.js';
import { invite } from '../support/clinic.js';
import { patientStage, row } from './patient-stage.js';

describe('a patient and a course, corrected', () => {
  const patient = patientStage();

  test('a course that was begun, its answer lost and its page reloaded, is begun once', async () => {
    const { page, context } = await patient.open();
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
    const courses = patient.clinic.clinician.get(`/v1/patients/${patient.patientId}/courses`);
    const { body } = await answer(courses.expect(200));
    expect((body as { items: unknown[] }).items).toHaveLength(2);
    await context.close();
  });

  test('a clinician names another one of the clinic as treating', async () => {
    const email = `other-${patient.courseId}@example.org`;
    const other = await invite(patient.stage.app, patient.clinic.director, 'clinician', email);
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Correct the course' }).click();
    await page.getByLabel('Treating clinician').selectOption(other.id);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await patient.clinic.clinician.get(`/v1/courses/${patient.courseId}`)).body).toMatchObject({
      clinicianId: other.id,
    });
    await context.close();
  });

  test('a course is stopped with a reason, and the stop taken back', async () => {
    await patient.record(40);
    const { page, context } = await patient.open();
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

  test('a correction that makes the patient look like another is saved with a reason', async () => {
    await patient.clinic.clinician.post('/v1/patients', { chartNumber: 'Q-1042' }).expect(201);
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Correct the patient' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Chart number' }).fill('q1042');
    await page.keyboard.press('Enter');
    await dialog.getByText('The chart number Q-1042 is almost the same').waitFor();
    await dialog.getByRole('link', { name: 'Open Q-1042' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'How do you know it is another person?' }).fill('another branch');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chart q1042', level: 1 }).waitFor();
    const { body } = await answer(patient.clinic.clinician.get(`/v1/patients/${patient.patientId}`).expect(200));
    expect(body).toMatchObject({ chartNumber: 'q1042', overrideReason: 'another branch' });
    await context.close();
  });

  test('a correction of the patient shows what somebody else corrected first', async () => {
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Correct the patient' }).click();
    await page.getByRole('textbox', { name: 'Initials' }).fill('JD');
    await patient.clinic.director
      .patch(`/v1/patients/${patient.patientId}`, { initials: 'XY', birthYear: 1981 })
      .set('If-Match', '"1"')
      .expect(200);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(`${patient.chartNumber} · XY · born 1981`).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have seen it; let me save mine' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('JD · born 1981', { exact: true }).waitFor();
    await context.close();
  });
});
