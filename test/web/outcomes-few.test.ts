import { expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';

const stage = browserStage();

const DAYS = ['2026-01-05', '2026-01-08', '2026-01-12', '2026-01-15', '2026-01-19', '2026-01-22'];

/** A course that fell from 40 to 20. */
async function concluded({ clinician }: TestClinic): Promise<void> {
  const { courseId } = await testCourse(clinician, { startedOn: '2026-01-05' });
  for (const [at, day] of DAYS.entries()) {
    await clinician.score(courseId, `infusion-${at + 1}`, 40 - 4 * at, day).expect(201);
  }
}

test('where too few are counted for a chart its sentence stands alone, without an empty frame', async () => {
  const clinic = await testClinic(stage.app);
  await concluded(clinic);
  await concluded(clinic);
  const { page, context, faults } = await windowOf(stage, clinic.director);
  const drawn = async (name: string | RegExp) => {
    const figure = page.getByRole('figure').filter({ hasText: name });
    await figure.waitFor();
    await settled(page);
    return figure.getByRole('img').count();
  };
  await page.goto('/outcomes');
  expect(await drawn('Q1 2026: 2 started, 2 finished')).toBe(1);
  expect(await drawn('too few finished quarters to tell change from chance')).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/outcomes/differences');
  expect(await drawn('fewer than two have 11 starters, so there is nothing to compare')).toBe(0);
  await page.goto('/outcomes/comparison');
  expect(await drawn('2026 and 2025: too few started to compare')).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});
