import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

// The clinic's today is 20 March 2026; scores after a series are due in weeks 1, 4 and 12.
let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Due {
  items: { id: string; afterSeriesDue: { slot: string; state: string; dueOn: string }[] }[];
}

/** A completed induction with infusion 6 on this day. */
async function completed(sixthOn: string) {
  const course = await testCourse(clinic.clinician, { startedOn: '2025-12-01' });
  const path = `/v1/courses/${course.courseId}/assessments/infusion-6`;
  await clinic.clinician.put(path, { total: 12, assessedOn: sixthOn }).set('If-None-Match', '*').expect(201);
  return course;
}

const dueNow = async () =>
  ((await answer(clinic.clinician.get('/v1/courses?afterSeriesDue=true').expect(200))).body as Due).items;

test('a completed induction is listed while a score after the series is asked for, and until it is recorded', async () => {
  const today = await completed('2026-03-13');
  const inAWeek = await completed('2026-03-20');
  const open = await completed('2026-02-18');
  // Week 4 is 17 February and asked for to 17 March; week 12 is 14 April, more than a week from now.
  await completed('2026-01-20');
  const followed = await completed('2026-03-13');
  const next = { kind: 'maintenance', startedOn: '2026-03-20' };
  await clinic.clinician.post(`/v1/patients/${followed.patientId}/courses`, next).expect(201);
  const listed = await dueNow();
  const firstOf = ({ courseId }: { courseId: string }) => listed.find(({ id }) => id === courseId)?.afterSeriesDue[0];
  expect(listed).toHaveLength(3);
  expect(firstOf(today)).toMatchObject({ slot: 'post-series', state: 'due', dueOn: '2026-03-20' });
  expect(firstOf(inAWeek)).toMatchObject({ slot: 'post-series', state: 'due', dueOn: '2026-03-27' });
  // 18 February and 28 days are 18 March; the first week is over.
  expect(firstOf(open)).toMatchObject({ slot: 'follow-up-4', state: 'unresolved', dueOn: '2026-03-18' });
  await clinic.clinician.score(today.courseId, 'post-series', 9, '2026-03-20').expect(201);
  expect((await dueNow()).map(({ id }) => id)).not.toContain(today.courseId);
  await clinic.director.patch('/v1/clinic', { afterSeriesWeeks: [] }).set('If-Match', '"1"').expect(200);
  expect(await dueNow()).toEqual([]);
});
