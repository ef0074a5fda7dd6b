import { expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse } from '../support/clinic.js';

// The clinic's today is 20 March 2026.
const stage = browserStage();

test.each([1280, 390])('courses that are over are listed like those under way, %d pixels wide', async (width) => {
  const { clinician } = await testClinic(stage.app);
  const started = async (startedOn: string, scores: [slot: number, total: number, on: string][]) => {
    const course = await testCourse(clinician, { startedOn });
    for (const [slot, total, on] of scores)
      await clinician.score(course.courseId, `infusion-${slot}`, total, on).expect(201);
    return course;
  };
  // 40 - 18 = 22 points, 55 %; week 4 after 18 February is 18 March.
  const completed = await started('2026-02-01', [
    [1, 40, '2026-02-01'],
    [6, 18, '2026-02-18'],
  ]);
  const stopped = await started('2026-03-02', [
    [1, 30, '2026-03-02'],
    [2, 33, '2026-03-05'],
  ]);
  const stop = { stopped: { on: '2026-03-06', reason: 'cost' } };
  await clinician.patch(`/v1/courses/${stopped.courseId}`, stop).set('If-Match', '"1"').expect(200);
  // Nothing since 5 January is 74 days.
  const silent = await started('2026-01-05', [[1, 35, '2026-01-05']]);
  const old = await started('2025-01-01', [[1, 50, '2025-01-01']]);
  await started('2026-03-16', [[1, 41, '2026-03-16']]);

  const { page, context, faults } = await windowOf(stage, clinician, { width });
  await page.goto('/patients');
  await page.getByLabel('Show').selectOption('Concluded');
  const table = page.getByRole('table', { name: 'Concluded' });
  const row = (chartNumber: string) => table.getByRole('row', { name: new RegExp(chartNumber) });
  await page.getByText('3 courses concluded.').waitFor();
  expect(await row(completed.chartNumber).innerText()).toMatch(
    /Completed.*18 Minimal.*22 points lower \(55.%\).*Follow-up week 4.*was planned 18 Mar 2026/s,
  );
  expect(await row(stopped.chartNumber).innerText()).toMatch(
    /Stopped on 6 Mar 2026: cost.*33 Moderate.*3 points higher/s,
  );
  expect(await row(silent.chartNumber).innerText()).toMatch(/No further visit since 5 Jan 2026.*silent/s);
  await row(completed.chartNumber)
    .getByRole('img', { name: /^Scores by infusion: 40/ })
    .waitFor();
  expect(await axeFaults(page)).toEqual([]);

  const numbers = () => table.getByRole('link').allInnerTexts();
  const isFolded = width < 500;
  if (isFolded) {
    expect(await page.getByLabel('Sorted').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
  }
  expect(await numbers()).toEqual([stopped, completed, silent].map(({ chartNumber }) => chartNumber));
  await page.getByLabel('Sorted').selectOption('highest score first');
  expect(await numbers()).toEqual([silent, stopped, completed].map(({ chartNumber }) => chartNumber));
  await page.getByLabel('State').selectOption('stopped');
  await page.reload();
  await page.getByText('1 course concluded.').waitFor();
  if (isFolded) {
    // Both that were chosen, each to take out; the fields are folded again.
    await page.getByRole('button', { name: 'Filter (2)' }).waitFor();
    await page.getByRole('button', { name: 'Take out State: stopped' }).click();
    expect(new URL(page.url()).searchParams.has('state')).toBe(false);
    await page.getByRole('button', { name: 'Filter (1)' }).click();
  }
  await page.getByLabel('State').selectOption('any');
  await page.getByLabel('Started in').selectOption('any time');
  await page.getByText('4 courses concluded.').waitFor();
  expect((await numbers())[0]).toBe(old.chartNumber);
  expect(faults).toEqual([]);
  await context.close();
});

test('of many courses the first 50 are shown, more at a press, and all where one is looked for', async () => {
  const { clinician } = await testClinic(stage.app);
  // Nothing was ever recorded of them, so that they fell silent; the first one that is made began first.
  const first = await testCourse(clinician, { startedOn: '2026-01-04' });
  for (let at = 0; at < 51; at += 1) await testCourse(clinician, { startedOn: '2026-01-05' });
  const { page, context, faults } = await windowOf(stage, clinician);
  await page.goto('/patients?show=concluded');
  const table = page.getByRole('table', { name: 'Concluded' });
  const link = table.getByRole('link', { name: first.chartNumber, exact: true });
  await page.getByText('The first 50 courses concluded.').waitFor();
  expect(await table.getByRole('link').count()).toBe(50);
  expect(await link.count()).toBe(0);
  await page.getByRole('textbox', { name: 'Chart number' }).fill(first.chartNumber);
  await link.waitFor();
  await page.getByRole('textbox', { name: 'Chart number' }).fill('');
  await page.getByText('The first 50 courses concluded.').waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('52 courses concluded.', { exact: true }).waitFor();
  expect(await table.getByRole('link').count()).toBe(52);
  expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});
