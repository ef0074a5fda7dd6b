import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { CohortCoursePage } from '../../src/cohorts/courses/cohort-courses.dto.js';
import type { CohortResponse } from '../../src/cohorts/cohort.dto.js';
import { COLUMNS, download, importReport, sheet } from '../spreadsheets/spreadsheet.js';
import { answer } from '../support/answer.js';
import { signIn, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-03-20T17:00:00Z');
  clinic = await testClinic(app);
});

/** The cohort as the director sees it at this instant. */
async function cohortAt(instant: string): Promise<CohortResponse> {
  app.clock.set(instant);
  const director = await signIn(app, clinic.director.email);
  const { body } = await answer(director.get('/v1/cohorts/outcome').expect(200));
  return body as CohortResponse;
}

test('a spreadsheet in which 6 of 12 patients just stop coming has 12 starters, of whom 6 responded', async () => {
  const came = Array.from(
    { length: 6 },
    (_none, at) => `DR${at},2025-01-06,40,2025-01-09,34,2025-01-13,28,2025-01-16,20,2025-01-20,15,2025-01-23,12,`,
  );
  const stayedAway = Array.from({ length: 6 }, (_none, at) => `DX${at},2025-01-07,41,2025-01-10,39,,,,,,,,,`);
  const report = await importReport(app, clinic.director, sheet(COLUMNS, ...came, ...stayedAway), { commit: 'true' });
  expect(report).toMatchObject({ coursesNew: 12, coursesLost: 6, coursesUnderWay: 0 });
  const { director } = clinic;
  const { body } = await answer(director.get('/v1/cohorts/outcome').expect(200));
  const cohort = body as CohortResponse;
  expect(cohort.underWay).toBe(0);
  expect(cohort.ladder).toMatchObject({ courses: 12, withBaseline: 12, withLaterScore: 12, withInfusion6: 6 });
  // 40 -> 12 is more than half, and 6 of 12 are 50 %; had those who stayed away all responded, 12 of 12.
  expect(cohort.starters.response).toMatchObject({ count: 6, n: 12, percent: 50 });
  expect(cohort.bounds.response.best).toMatchObject({ count: 12, n: 12, percent: 100 });
  expect(cohort.attrition[1]).toEqual({ lastScoredInfusion: 2, count: 6, reasons: { noFurtherVisit: 6 } });
  const group = cohort.groups['/attrition/1/reasons/noFurtherVisit'];
  const listed = await answer(director.get('/v1/cohorts/courses').query({ group }).expect(200));
  const { total, items } = listed.body as CohortCoursePage;
  expect(total).toBe(6);
  expect(new Set(items.map(({ status, stoppedReason }) => `${status} ${stoppedReason}`))).toEqual(
    new Set(['lost null']),
  );
  const csv = await download(director, '/v1/cohorts/charts/attrition.csv');
  expect(csv.split(/\r?\n/)[0]).toContain('No further visit');
  const compared = await answer(director.get('/v1/cohorts/comparison?period=2025&against=2026').expect(200));
  expect(compared.body).toMatchObject({ period: { underWay: 0, ladder: { withBaseline: 12 } } });
});

test('a course is lost at midnight in the clinic after 60 days, also where clocks changed since', async () => {
  // Denver is 7 hours behind on 2 March and 6 in May; 2 March + 61 days is 2 May, which begins at 06:00 UTC.
  const { courseId } = await testCourse(clinic.clinician);
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  expect(await cohortAt('2026-05-02T05:59:59Z')).toMatchObject({ underWay: 1, ladder: { withBaseline: 0 } });
  expect(await cohortAt('2026-05-02T06:00:00Z')).toMatchObject({ underWay: 0, ladder: { withBaseline: 1 } });
});

test('an entry that comes late brings a course back, and it is lost again 61 days later', async () => {
  const { courseId } = await testCourse(clinic.clinician);
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  expect(await cohortAt('2026-05-04T18:00:00Z')).toMatchObject({ underWay: 0, starters: { n: 1 } });
  const clinician = await signIn(app, clinic.clinician.email);
  await clinician
    .put(`/v1/courses/${courseId}/assessments/infusion-2`, {
      total: 30,
      assessedOn: '2026-05-04',
      overrideReason: 'late',
    })
    .set('If-None-Match', '*')
    .expect(201);
  // 4 May + 60 days is 3 July.
  expect(await cohortAt('2026-07-03T18:00:00Z')).toMatchObject({ underWay: 1, starters: { n: 0 } });
  expect(await cohortAt('2026-07-04T18:00:00Z')).toMatchObject({ underWay: 0, starters: { n: 1 } });
});

test('who says that a course is still under way, and when, is kept, and gives it 60 days more', async () => {
  const { courseId } = await testCourse(clinic.clinician);
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  expect(await cohortAt('2026-05-04T18:00:00Z')).toMatchObject({ underWay: 0, starters: { n: 1 } });
  const clinician = await signIn(app, clinic.clinician.email);
  const say = (underWayOn: string | null, version: number) =>
    clinician.patch(`/v1/courses/${courseId}`, { underWayOn }).set('If-Match', `"${version}"`);
  const { body } = await answer(say('2026-05-05', 1).expect(422));
  expect(body).toMatchObject({ errors: [{ pointer: '/underWayOn', rule: 'date-in-future' }] });
  await say('2026-03-01', 1).expect(422);
  const said = await answer(say('2026-05-04', 1).expect(200));
  const by = { underWayOn: '2026-05-04', underWayBy: clinician.id };
  expect(said.body).toMatchObject({ status: 'active', lastEntryOn: '2026-05-04', ...by });
  const active = await answer(clinician.get('/v1/courses?status=active').expect(200));
  expect(active.body).toMatchObject({ items: [{ id: courseId, ...by }] });
  // 4 May + 60 days is 3 July.
  expect(await cohortAt('2026-07-03T18:00:00Z')).toMatchObject({ underWay: 1, starters: { n: 0 } });
  expect(await cohortAt('2026-07-04T18:00:00Z')).toMatchObject({ underWay: 0, starters: { n: 1 } });
  const later = await signIn(app, clinic.clinician.email);
  const back = later.patch(`/v1/courses/${courseId}`, { underWayOn: null }).set('If-Match', '"2"').expect(200);
  const taken = { underWayOn: null, underWayBy: null, lastEntryOn: '2026-03-02' };
  expect((await answer(back)).body).toMatchObject({ status: 'lost', ...taken });
});

test('maintenance is given 180 days', async () => {
  const { courseId } = await testCourse(clinic.clinician, { kind: 'maintenance' });
  await clinic.clinician.score(courseId, 'infusion-1', 20, '2026-03-02').expect(201);
  // 2 March + 180 days is 29 August.
  expect(await cohortAt('2026-08-29T18:00:00Z')).toMatchObject({ underWay: 1, starters: { n: 0 } });
  expect(await cohortAt('2026-08-30T18:00:00Z')).toMatchObject({ underWay: 0, starters: { n: 1 } });
});
