import { expect, test } from '@jest/globals';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse } from '../support/clinic.js';
import { WIDER_THAN_THE_SCREEN } from './page-states.js';

const stage = browserStage();
const LONG = 'W'.repeat(40);

test.each([
  { width: 390, height: 844, line: 130 },
  { width: 800, height: 1280, line: 70 },
])(
  'at $width x $height a chart number of 40 letters makes no page wider than the screen, and no other line higher',
  async ({ line: highest, ...size }) => {
    const { clinician } = await testClinic(stage.app);
    const other = await testCourse(clinician, { startedOn: '2026-03-20' });
    const patient = await clinician.post('/v1/patients', { chartNumber: LONG }).expect(201);
    const { id } = patient.body as { id: string };
    const begun = await clinician
      .post(`/v1/patients/${id}/courses`, { startedOn: '2026-03-20', kind: 'induction' })
      .expect(201);
    const form = `/courses/${(begun.body as { id: string }).id}/form/infusion-1`;
    const { page, context } = await windowOf(stage, clinician, { ...size, hasTouch: true });
    for (const path of ['/', '/scores', '/patients', '/answer-sheets', `/patients/${id}`, form]) {
      await page.goto(path);
      await page.getByText(LONG).first().waitFor();
      await settled(page);
      expect([path, await page.evaluate(WIDER_THAN_THE_SCREEN)]).toEqual([path, []]);
    }
    await page.goto('/');
    const due = page.getByRole('table', { name: 'Due today' });
    const line = due.getByRole('row').filter({ hasText: other.chartNumber });
    expect((await line.boundingBox())?.height).toBeLessThan(highest);
    // A finger finds the patient.
    const link = line.getByRole('link', { name: other.chartNumber, exact: true });
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await context.close();
  },
);

test('numbers that differ in their last letters alone are told apart in the table of scores', async () => {
  const { clinician } = await testClinic(stage.app);
  for (const chartNumber of ['RIVERSIDE-2026-000417', 'RIVERSIDE-2026-000471']) {
    const patient = await clinician.post('/v1/patients', { chartNumber }).expect(201);
    const courses = `/v1/patients/${(patient.body as { id: string }).id}/courses`;
    await clinician.post(courses, { startedOn: '2026-03-20', kind: 'induction' }).expect(201);
  }
  const { page, context } = await windowOf(stage, clinician);
  await page.goto('/scores');
  const numbers = page.getByRole('rowheader').getByRole('link');
  await numbers.nth(1).waitFor();
  const cut = `[...document.querySelectorAll('th[scope=row] a')].filter((one) => one.scrollWidth > one.clientWidth + 1).length`;
  expect(await page.evaluate(cut)).toBe(0);
  await context.close();
});
