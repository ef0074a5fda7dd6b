import { beforeEach, describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import type { Course } from './grid.js';

describe('a form with answers about death or suicide that waits for the network', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let course: Course;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    course = await testCourse(clinic.clinician, { startedOn: '2026-03-20' });
  });

  /** 18 times 1, also to the wish to be dead and thoughts of suicide, and the network is gone. */
  const waiting = async () => {
    const opened = await windowOf(stage, clinic.clinician, { installed: true });
    const { page, context } = opened;
    await page.goto(`/courses/${course.courseId}/form/infusion-1`);
    await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await settled(page);
    await context.setOffline(true);
    for (let item = 0; item < 18; item += 1) await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Kept on this device, not saved yet').waitFor();
    return opened;
  };

  test('keeps its notice in sight, and asks what was done once it is saved', async () => {
    const { page, context, faults } = await waiting();
    await page.getByText('Safety notice: look at this now').waitFor();
    await page.getByText('988 Suicide & Crisis Lifeline').waitFor();
    await page.getByText('Nobody else sees this notice before the form is saved.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('region', { name: 'Safety notice' }).waitFor();
    await page.getByLabel('What was done').fill('Called the patient');
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('Acknowledged by clinician').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is named on another page when it is saved, with a way to the notice', async () => {
    const { page, context, faults } = await waiting();
    await page.getByRole('link', { name: 'Patients' }).click();
    await page.getByRole('heading', { name: 'Patients', exact: true }).waitFor();
    await context.setOffline(false);
    const bar = page.getByRole('alert').filter({ hasText: 'Safety notice: look at this now' });
    await bar.getByText(`${course.chartNumber}, infusion 1: the form is saved.`).waitFor();
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    await bar.getByRole('link', { name: 'Look and acknowledge' }).click();
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await page.getByText('Item 14, wish to be dead: answered 1').waitFor();
    expect(await bar.count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});
