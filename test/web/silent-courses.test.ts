import { expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { answer } from '../support/answer.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse } from '../support/clinic.js';

const stage = browserStage();

/** Two courses of which nothing came for long; the clinic's today is 20 March 2026. */
async function silentClinic() {
  const clinic = await testClinic(stage.app);
  const begun = await testCourse(clinic.clinician, { startedOn: '2025-12-01' });
  const scored = await testCourse(clinic.clinician, { startedOn: '2026-01-05' });
  await clinic.clinician.score(scored.courseId, 'infusion-1', 40, '2026-01-05').expect(201);
  await testCourse(clinic.clinician, { startedOn: '2026-03-20' });
  const courseOf = async (id: string) => (await answer(clinic.clinician.get(`/v1/courses/${id}`).expect(200))).body;
  return { clinic, begun, scored, courseOf };
}

test('courses that fell silent are extended and closed by one key each', async () => {
  const { clinic, begun, scored, courseOf } = await silentClinic();
  const { page, context, faults } = await windowOf(stage, clinic.clinician);
  await page.goto('/');
  await page.getByRole('heading', { name: '2 courses fell silent: stopped, or still under way?' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  const lines = page.getByRole('table', { name: 'Fell silent' });
  // 26 days are left of January after the 5th, 28 of February, and 20 of March: 74.
  await lines.getByText('74 days ago').waitFor();
  await lines.getByRole('link', { name: scored.chartNumber }).focus();
  await page.keyboard.press('u');
  await page.getByText(`${scored.chartNumber} is under way again.`).waitFor();
  await page.getByRole('heading', { name: '1 course fell silent: stopped, or still under way?' }).waitFor();
  expect(await courseOf(scored.courseId)).toMatchObject({ status: 'active', underWayOn: '2026-03-20' });
  await page.getByRole('button', { name: 'Take that back' }).click();
  await page.getByRole('heading', { name: '2 courses fell silent: stopped, or still under way?' }).waitFor();
  expect(await courseOf(scored.courseId)).toMatchObject({ status: 'lost', underWayOn: null });
  await lines.getByRole('link', { name: scored.chartNumber }).focus();
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: '1 course fell silent: stopped, or still under way?' }).waitFor();
  await lines.getByRole('link', { name: begun.chartNumber }).focus();
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: `Stop course 1 of ${begun.chartNumber}` });
  await dialog.getByLabel('Why was it given up?').selectOption('moved');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByLabel('Note').press('Tab');
  await dialog.getByRole('button', { name: 'Stop the course' }).click();
  await page.getByRole('heading', { name: 'fell silent' }).waitFor({ state: 'detached' });
  expect(await courseOf(begun.courseId)).toMatchObject({ status: 'stopped', stopped: { reason: 'moved' } });
  expect(faults).toEqual([]);
  await context.close();
});

test('with a thumb, on a telephone and on the page of the course', async () => {
  const { clinic, begun, scored, courseOf } = await silentClinic();
  const { page, context, faults } = await windowOf(stage, clinic.clinician, {
    width: 390,
    height: 844,
    hasTouch: true,
  });
  await page.goto('/');
  await page.getByRole('button', { name: `Still under way: ${scored.chartNumber}` }).tap();
  await page.getByText(`${scored.chartNumber} is under way again.`).waitFor();
  for (const name of ['Fell silent', 'Due today']) {
    const box = await page.getByRole('table', { name }).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  }
  // Where the tap scrolled to, the bar may lie over half of a button.
  await page.evaluate('scrollTo(0, 0)');
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(`/patients/${begun.patientId}`);
  await page.getByText('no further visit since 1 Dec 2025').waitFor();
  await page.getByRole('button', { name: 'Still under way' }).tap();
  await page.getByText('under way, as said on 20 Mar 2026').waitFor();
  expect(await courseOf(begun.courseId)).toMatchObject({ status: 'active' });
  await page.getByRole('button', { name: 'Take “still under way” back' }).tap();
  await page.getByText('no further visit since 1 Dec 2025').waitFor();
  expect(await courseOf(begun.courseId)).toMatchObject({ status: 'lost', underWayOn: null });
  await page.getByRole('img', { name: /No further visit since 1 Dec 2025/ }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
