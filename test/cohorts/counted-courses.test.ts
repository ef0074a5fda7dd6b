import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { close, cohortOf } from './cohort-answer.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await smallClinic(app);
});
afterAll(() => app.close());

test('courses of another clinic are never counted', async () => {
  const cohort = await cohortOf(clinic);
  expect(cohort.ladder).toMatchObject({ courses: 8 });
  expect(cohort.completers.worsened).toMatchObject({ count: 0, n: 6 });
});

test('of a clinic without courses nothing is said: counts of 0, and null for the rest', async () => {
  const cohort = await cohortOf(await testClinic(app));
  const none = { count: 0, n: 0, percent: null, ci95: [null, null] };
  expect(cohort).toMatchObject({
    ladder: { courses: 0, withBaseline: 0, withInfusion6: 0 },
    starters: { n: 0, response: none },
    completers: {
      n: 0,
      response: none,
      cohenDz: null,
      percentReductionOfMeans: null,
      reduction: { n: 0, mean: null, sd: null, ci95: [null, null], median: null },
    },
    bounds: { response: { worst: none, best: none } },
    underWay: 0,
    byQuarter: [],
    lastScoredInfusion: [0, 0, 0, 0, 0, 0],
  });
});

test('of one course there is a mean, but no SD and no interval of it', async () => {
  const single = await testClinic(app);
  const { courseId } = await testCourse(single.clinician);
  await single.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  await single.clinician.score(courseId, 'infusion-6', 10, '2026-03-19').expect(201);
  const cohort = await cohortOf(single);
  expect(cohort.completers).toMatchObject({
    n: 1,
    cohenDz: null,
    percentReductionOfMeans: 75,
    reduction: { n: 1, mean: 30, sd: null, ci95: [null, null], median: 30 },
    response: { count: 1, n: 1, percent: 100 },
  });
  expect(cohort.reliableChange).toMatchObject({ sd: null, threshold: null, improved: null });
});

test('the threshold of reliable change is of all inductions of the clinic, also where a filter shows one course', async () => {
  const own = await testClinic(app);
  // 45, 45, 15, 15 and six times 30: mean 30, squares 4 x 225 = 900, SD sqrt(900 / 9) = 10, threshold 10 x 1.96 x 0.4 = 7.84.
  for (const [at, baseline] of [45, 45, 15, 15, 30, 30, 30, 30, 30, 30].entries()) {
    const { courseId } = await testCourse(own.clinician);
    await own.clinician.score(courseId, 'infusion-1', baseline, '2026-03-02').expect(201);
    if (at === 0) await own.clinician.score(courseId, 'infusion-6', 37, '2026-03-19').expect(201);
  }
  const maintenance = await testCourse(own.clinician, { kind: 'maintenance' });
  await own.clinician.score(maintenance.courseId, 'infusion-1', 64, '2026-03-02').expect(201);
  const { reliableChange } = await cohortOf(own, '?baselineBand=moderate');
  close(reliableChange.threshold, 7.84);
  expect(reliableChange).toMatchObject({ sd: 10, baselines: 10, n: 1, improved: 1, none: 0, worsened: 0 });
  const listed = await own.director
    .get('/v1/cohorts/courses?baselineBand=moderate&group=reliably-improved')
    .expect(200);
  const { total, reliableChangeThreshold } = listed.body as { total: number; reliableChangeThreshold: number };
  expect(total).toBe(1);
  close(reliableChangeThreshold, 7.84);
});

test('a score that was taken back, and one that is amended, count as they stand now', async () => {
  const own = await testClinic(app);
  const { courseId } = await testCourse(own.clinician);
  const path = `/v1/courses/${courseId}/assessments/infusion-6`;
  await own.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  await own.clinician.score(courseId, 'infusion-6', 10, '2026-03-19').expect(201);
  const amended = { total: 30, assessedOn: '2026-03-19', amendmentReason: 'typing error' };
  await own.clinician.put(path, amended).set('If-Match', '"1"').expect(200);
  expect((await cohortOf(own)).completers.reduction).toMatchObject({ n: 1, mean: 10 });
  const taken = { state: 'entered-in-error', amendmentReason: 'other patient' };
  await own.clinician.put(path, taken).set('If-Match', '"2"').expect(200);
  expect(await cohortOf(own)).toMatchObject({ ladder: { courses: 0 }, underWay: 1 });
});

test('a completed course whose sixth visit was missed is counted, without an endpoint', async () => {
  const own = await testClinic(app);
  const { courseId } = await testCourse(own.clinician);
  await own.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  await own.clinician
    .put(`/v1/courses/${courseId}/assessments/infusion-6`, {
      state: 'missed',
      missedReason: 'illness',
    })
    .set('If-None-Match', '*')
    .expect(201);
  const ladder = { courses: 1, withBaseline: 1, withLaterScore: 0, withInfusion6: 0 };
  expect(await cohortOf(own)).toMatchObject({ ladder, starters: { response: { count: 0, n: 1 } } });
});
