import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { settled, windowOf } from '../support/browser.js';
import { testCourse } from '../support/clinic.js';
import { patientStage, row } from './patient-stage.js';

describe('a score on the page of a patient', () => {
  const patient = patientStage();

  test('gets a score, an amendment with its history, and a take-back, by keyboard', async () => {
    const { page, context, faults } = await patient.open();
    await page.getByRole('button', { name: 'Score Infusion 1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: `${patient.chartNumber}: score at infusion 1` }).waitFor();
    await page.keyboard.type('68');
    await page.keyboard.press('Enter');
    await page
      .getByText(/0 to 64|0-64/)
      .first()
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('38');
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${patient.chartNumber}, infusion 1.`).waitFor();
    expect(await patient.recordedAt('infusion-1')).toMatchObject({
      total: 38,
      assessedOn: '2026-03-20',
    });
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
    expect(await patient.recordedAt('infusion-1')).toMatchObject({
      state: 'entered-in-error',
      version: 3,
    });
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a score typed while the connection is lost is kept and saved once', async () => {
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Score Infusion 1' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('33');
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await page.getByText(`Kept on this device: ${patient.chartNumber}, infusion 1.`).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByText('1 score waits for the network').waitFor({ state: 'detached' });
    await settled(page);
    expect(await patient.recordedAt('infusion-1')).toMatchObject({ total: 33, version: 1 });
    await context.close();
  });

  test('what was typed into a dialog outlives a reload, and goes over no version that was not seen', async () => {
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Score Infusion 1' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('33');
    await page.getByRole('textbox', { name: 'Note' }).fill('by telephone');
    await patient.clinic.director.score(patient.courseId, 'infusion-1', 35, '2026-03-02').expect(201);
    await page.reload();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What you typed before is here again').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'CUDOS total' }).inputValue()).toBe('33');
    expect(await dialog.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('by telephone');
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save the score' }).click();
    await dialog.getByRole('alert').getByText('35, moderate').waitFor();
    expect(await patient.recordedAt('infusion-1')).toMatchObject({ total: 35, version: 1 });
    await dialog.getByRole('button', { name: 'Keep what is recorded' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    await row(page, 'Infusion 1 2 Mar').getByText('35').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await context.close();
  });

  test('two people at one score see both values before one is written over', async () => {
    await patient.record(40);
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Amend Infusion 1' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('42');
    await page.getByRole('textbox', { name: 'Why is it amended?' }).fill('Typing error');
    await patient.clinic.director
      .put(patient.slotPath('infusion-1'), {
        total: 44,
        assessedOn: '2026-03-02',
        amendmentReason: 'asked again',
      })
      .set('If-Match', '"1"')
      .expect(200);
    await page.getByRole('button', { name: 'Save the score' }).click();
    const conflict = page.getByRole('alert').filter({ hasText: 'Somebody else recorded' });
    await conflict.getByText('44, moderate').waitFor();
    await conflict.getByText('by Dana').waitFor();
    await conflict.getByText('42').waitFor();
    expect(await patient.recordedAt('infusion-1')).toMatchObject({ total: 44 });
    expect(await axeFaults(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Amend it with mine' }).click();
    await page.getByRole('button', { name: 'Save the score' }).click();
    await page.getByText(`Saved: ${patient.chartNumber}, infusion 1.`).waitFor();
    expect(await patient.recordedAt('infusion-1')).toMatchObject({ total: 42, version: 3 });
    await context.close();
  });

  test('a change of 31 points in 3 days asks to look again, and is saved with a reason', async () => {
    await patient.record(50);
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Score Infusion 2' }).click();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('19');
    await page.getByLabel('Day of the answers').fill('2026-03-05');
    await page.keyboard.press('Enter');
    await page.getByText('is a change of 31 points within 3 days').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Why is it right all the same?' }).fill('asked again, the patient is sure');
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${patient.chartNumber}, infusion 2.`).waitFor();
    expect(await patient.recordedAt('infusion-2')).toMatchObject({ total: 19 });
    await context.close();
  });

  test('a score left out before a later visit is proposed on its planned day', async () => {
    await patient.record(40);
    await patient.clinic.clinician.score(patient.courseId, 'infusion-3', 28, '2026-03-09').expect(201);
    const { page, context } = await patient.open();
    await page.getByRole('button', { name: 'Score Infusion 2' }).click();
    const dialog = page.getByRole('dialog');
    // 2 March and the protocol's 3 days.
    expect(await dialog.getByLabel('Day of the answers').inputValue()).toBe('2026-03-05');
    await page.keyboard.type('33');
    await page.keyboard.press('Enter');
    await row(page, 'Infusion 2 5 Mar 2026 33').waitFor();
    expect(await patient.recordedAt('infusion-2')).toMatchObject({
      total: 33,
      assessedOn: '2026-03-05',
    });
    await context.close();
  });

  test('a second score after the series is asked to be a follow-up, and is no conflict', async () => {
    const { clinician } = patient.clinic;
    const { patientId, courseId, chartNumber } = await testCourse(clinician, { startedOn: '2024-05-01' });
    await clinician.score(courseId, 'infusion-6', 20, '2024-05-18').expect(201);
    await clinician.score(courseId, 'post-series', 14, '2024-06-01').expect(201);
    const { page, context } = await windowOf(patient.stage, clinician);
    await page.goto(`/patients/${patientId}`);
    await page.getByRole('button', { name: 'Add a score after the series' }).click();
    // 18 May 2024 to 20 March 2026: 671 days, 95.9 weeks.
    expect(await page.getByRole('radio', { name: 'Follow-up' }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Weeks after the series' }).inputValue()).toBe('96');
    await page.getByRole('radio', { name: 'Score after the series' }).check();
    await page.getByRole('textbox', { name: 'CUDOS total' }).fill('17');
    await page.getByRole('button', { name: 'Save the score' }).click();
    const asked = page.getByRole('alert').filter({ hasText: 'Is yours a follow-up, week 96?' });
    await asked.getByText('14', { exact: false }).first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Save as follow-up week 96' }).click();
    await page.getByText(`Saved: ${chartNumber}, follow-up week 96.`).waitFor();
    const at = async (slot: string) =>
      (await clinician.get(`/v1/courses/${courseId}/assessments/${slot}`).expect(200)).body as object;
    expect(await at('follow-up-96')).toMatchObject({ total: 17, version: 1 });
    expect(await at('post-series')).toMatchObject({ total: 14, version: 1 });
    await context.close();
  });
});
