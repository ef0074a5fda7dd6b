import { expect, test } from '@jest/globals';
import { settled, windowOf } from '../support/browser.js';
import { testCourse } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';
import { WIDER_THAN_THE_SCREEN } from './page-states.js';

const at = clinicStage();
const LONG = 'W'.repeat(40);

test.each([
  { width: 390, height: 844, line: 130 },
  { width: 800, height: 1280, line: 70 },
])(
  'at $width x $height a chart number of 40 letters makes no page wider than the screen, and no other line higher',
  async ({ line: highest, ...size }) => {
    const { clinician } = at.clinic;
    const other = await testCourse(clinician, { startedOn: '2026-03-20' });
    const patient = await clinician.post('/v1/patients', { chartNumber: LONG }).expect(201);
    const { id } = patient.body as { id: string };
    await clinician.post(`/v1/patients/${id}/courses`, { startedOn: '2026-03-20', kind: 'induction' }).expect(201);
    const { page, context } = await windowOf(at.stage, clinician, { ...size, hasTouch: true });
    for (const path of ['/', '/scores', '/patients', '/answer-sheets', `/patients/${id}`]) {
      await page.goto(path);
      await page.getByText(LONG).first().waitFor();
      await settled(page);
      expect([path, await page.evaluate(WIDER_THAN_THE_SCREEN)]).toEqual([path, []]);
    }
    await page.goto('/');
    const line = page.getByRole('row').filter({ hasText: other.chartNumber });
    expect((await line.boundingBox())?.height).toBeLessThan(highest);
    // A finger finds the patient.
    const link = line.getByRole('link', { name: other.chartNumber, exact: true });
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await context.close();
  },
);
