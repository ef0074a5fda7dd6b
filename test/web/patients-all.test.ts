import { expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse } from '../support/clinic.js';

// The clinic's today is 20 March 2026.
const stage = browserStage();

test.each([1280, 390])(
  'all patients are listed with how they are, sorted and filtered, %d pixels wide',
  async (width) => {
    const { clinician } = await testClinic(stage.app);
    const better = await testCourse(clinician, { startedOn: '2026-03-16' });
    await clinician.score(better.courseId, 'infusion-1', 40, '2026-03-16').expect(201);
    await clinician.score(better.courseId, 'infusion-2', 31, '2026-03-19').expect(201);
    const worse = await testCourse(clinician, { startedOn: '2026-03-02' });
    await clinician.score(worse.courseId, 'infusion-1', 44, '2026-03-02').expect(201);
    const stop = { stopped: { on: '2026-03-06', reason: 'cost' } };
    await clinician.patch(`/v1/courses/${worse.courseId}`, stop).set('If-Match', '"1"').expect(200);
    const { body } = await answer(clinician.post('/v1/patients', { chartNumber: 'Z-1', initials: 'JD' }).expect(201));
    const { id } = body as { id: string };

    const { page, context, faults } = await windowOf(stage, clinician, { width, height: 844 });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/patients?show=all');
    await page.getByText('3 patients.').waitFor();
    await settled(page);
    // However many rows: one question for the list, and none for a row.
    expect(asked.filter((path) => /patient-summaries|\/v1\/(courses|patients)/.test(path))).toEqual([
      '/v1/patient-summaries',
    ]);
    const table = page.getByRole('table', { name: 'All patients' });
    const row = (chartNumber: string) => table.getByRole('row').filter({ hasText: chartNumber });
    // 40 - 31 = 9 points, 9 / 40 = 22.5 %; 7 days after 16 March is 23 March.
    expect(await row(better.chartNumber).innerText()).toMatch(/31 Moderate.*9 points lower.*Infusion 3.*23 Mar 2026/s);
    await row(better.chartNumber).getByRole('img', { name: 'Scores by infusion: 40, 31' }).waitFor();
    expect(await row(worse.chartNumber).innerText()).toMatch(/Stopped on 6 Mar 2026: cost.*44 Moderate/s);
    expect(await row('Z-1').innerText()).toMatch(/JD.*No course yet/s);
    expect((await row(better.chartNumber).boundingBox())?.y).toBeLessThan(width < 500 ? 420 : 400);
    expect(await axeFaults(page)).toEqual([]);

    if (width < 500) await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByLabel('Sorted').selectOption('highest score first');
    const numbers = () => table.getByRole('link').allInnerTexts();
    await expectFirst(worse.chartNumber);
    expect(await numbers()).toEqual([worse.chartNumber, better.chartNumber, 'Z-1']);
    await page.getByRole('textbox', { name: 'Chart number' }).fill('z-1');
    await page.getByText('1 patient.').waitFor();
    await page.getByLabel('State').selectOption('no course yet');
    await page.getByText('1 patient.').waitFor();
    await page.reload();
    await page.getByText('1 patient.').waitFor();
    // Browsers show addresses that they remember to everybody at a desk.
    expect(new URL(page.url()).search).not.toMatch(/z-1|find/i);
    if (width < 500) await page.getByRole('button', { name: /^Filter/ }).click();
    expect(await page.getByRole('textbox', { name: 'Chart number' }).inputValue()).toBe('z-1');
    expect(await numbers()).toEqual(['Z-1']);
    expect(await axeFaults(page)).toEqual([]);
    await table.getByRole('link', { name: 'Z-1' }).click();
    await page.waitForURL(`**/patients/${id}`);
    expect(faults).toEqual([]);
    await context.close();

    async function expectFirst(chartNumber: string): Promise<void> {
      await table
        .getByRole('link')
        .first()
        .and(page.getByRole('link', { name: chartNumber }))
        .waitFor();
    }
  },
);

test('on a phone the first of the courses that are over is in sight under the filters', async () => {
  const { clinician } = await testClinic(stage.app);
  const { courseId, chartNumber } = await testCourse(clinician, { startedOn: '2026-03-02' });
  const stop = { stopped: { on: '2026-03-06', reason: 'cost' } };
  await clinician.patch(`/v1/courses/${courseId}`, stop).set('If-Match', '"1"').expect(200);
  const { page, context } = await windowOf(stage, clinician, { width: 390, height: 844, hasTouch: true });
  await page.goto('/patients?show=concluded&state=stopped&sorted=highestScore');
  const card = page.getByRole('row').filter({ hasText: chartNumber });
  await card.waitFor();
  const { y = 844, height = 0 } = (await card.boundingBox()) ?? {};
  expect(y + height).toBeLessThan(844);
  await page.getByRole('button', { name: 'Filter (2)' }).waitFor();
  await context.close();
});
