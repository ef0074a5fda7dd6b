import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testClinic, testCourse, type SignedIn } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function begun(person: SignedIn, third: number, how: { kind?: string; baseline?: number } = {}) {
  const { kind = 'induction', baseline = 40 } = how;
  const { courseId } = await testCourse(person, { kind });
  await person.score(courseId, 'infusion-1', baseline, '2026-03-02').expect(201);
  await person.score(courseId, 'infusion-3', third, '2026-03-09').expect(201);
  return courseId;
}

async function stopped(person: SignedIn, courseId: string) {
  const body = { stopped: { on: '2026-03-09', reason: 'cost' } };
  await person.patch(`/v1/courses/${courseId}`, body).set('If-Match', '"1"').expect(200);
}

interface Chart {
  textAlternative: string;
  table: { rows: unknown[][] };
}

test('a patient is held against concluded courses of the same kind and baseline band, without the own one', async () => {
  const [{ clinician }, elsewhere] = [await testClinic(app), await testClinic(app)];
  const chartOf = async (id: string) =>
    (await clinician.get(`/v1/courses/${id}/charts/trajectory`).expect(200)).body as Chart;
  const own = await begun(clinician, 35);
  // 19 courses of 21 to 39 at infusion 3; under way, of another band, kind or clinic, and the own one do not count.
  await Promise.all(Array.from({ length: 19 }, async (_, at) => stopped(clinician, await begun(clinician, at + 21))));
  await begun(clinician, 60);
  await stopped(clinician, await begun(clinician, 60, { baseline: 46 }));
  await stopped(clinician, await begun(clinician, 60, { kind: 'maintenance' }));
  await stopped(elsewhere.clinician, await begun(elsewhere.clinician, 60));
  expect((await chartOf(own)).textAlternative).toContain('it takes 20, and this clinic has 19 other');
  await stopped(clinician, await begun(clinician, 40));
  await stopped(clinician, own);
  const { textAlternative, table } = await chartOf(own);
  expect(textAlternative).toContain('of 20 other concluded induction courses of this clinic with a moderate baseline');
  // 21 to 40 at infusion 3: places 4.75 and 14.25 from the first.
  expect(table.rows[2]?.slice(-3)).toEqual([25.75, 35.25, 20]);
  expect(table.rows[0]?.slice(-3)).toEqual([40, 40, 20]);
});
