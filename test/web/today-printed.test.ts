import { expect, test } from '@jest/globals';
import { testCourse } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

/** Item 15, thoughts of suicide, is answered 2. */
const WITH_A_NOTICE = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2, 2, 2];

const at = clinicStage();

test('the printed day is one page, A4 and Letter, and says of which clinic, whose patients and of when it is', async () => {
  const { clinician, name } = at.clinic;
  const started = (startedOn: string) =>
    Array.from({ length: 12 }, () => testCourse(clinician, { startedOn, clinicianId: clinician.id }));
  await Promise.all([
    ...started('2026-03-20'),
    ...started('2026-03-19'),
    testCourse(clinician, { startedOn: '2025-12-01' }),
  ]);
  const { courseId } = await testCourse(clinician, { startedOn: '2026-03-18', clinicianId: clinician.id });
  await clinician
    .put(`/v1/courses/${courseId}/assessments/infusion-1`, { assessedOn: '2026-03-18', answers: WITH_A_NOTICE })
    .set('If-None-Match', '*')
    .expect(201);
  const page = await at.open(`/?clinician=${clinician.id}`, clinician);
  await page.getByRole('heading', { name: 'Unresolved 12' }).waitFor();
  await page.getByRole('table', { name: 'Fell silent' }).waitFor();
  await page.getByRole('heading', { name: 'Safety notices 1' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const head = page.locator('main').getByText(`${name} · Who treats: clinician · as of`);
  await head.waitFor();
  expect(await head.innerText()).toMatch(/as of \d+ \w+ \d{4}, \d\d:\d\d M[DS]T$/);
  expect(await page.getByRole('heading', { name: 'Due today 12' }).isVisible()).toBe(true);
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 1]);
  }
  await page.emulateMedia({ media: 'screen' });
  expect(await head.isVisible()).toBe(false);
});
