import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { COHORT_CHART_NAMES } from '../../src/domain/charts/cohort/cohort-charts.js';
import { answer } from '../support/answer.js';
import { signIn, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await smallClinic(app);
});
afterEach(() => app.clock.set('2026-03-20T17:00:00Z'));
afterAll(() => app.close());

const bodyAt = async (path: string) =>
  (await answer(clinic.director.get(`/v1/cohorts/${path}`).expect(200))).body as Record<string, unknown>;
const dashboard = (etag?: string, who = clinic.director) => {
  const asked = who.get('/v1/cohorts/dashboard');
  return etag === undefined ? asked : asked.set('If-None-Match', etag);
};

test.each(['?', '?kind=induction&period=2025', '?minimumBaseline=30&unfinished=shown'])(
  'the dashboard %s has the outcome and every chart as their own routes have them',
  async (query) => {
    const { charts, ...outcome } = await bodyAt(`dashboard${query}`);
    const filter = query.replace('&unfinished=shown', '');
    expect(outcome).toEqual({ ...((await bodyAt(`outcome${filter}`)) as object), dataVersion: outcome['dataVersion'] });
    for (const name of COHORT_CHART_NAMES) {
      expect(await bodyAt(`charts/${name}${query}`)).toMatchObject((charts as Record<string, object>)[name] ?? {});
    }
  },
);

test('what has not changed is not sent again, whatever somebody else records', async () => {
  const { headers } = await dashboard().expect(200);
  const { etag = '' } = headers;
  const unchanged = await dashboard(etag).expect(304);
  expect([unchanged.text, unchanged.headers['etag']]).toEqual(['', etag]);
  // Another clinic of the same service.
  await smallClinic(app);
  await dashboard(etag).expect(304);
});

test('a score, an amendment, a stop and the next day are changes', async () => {
  const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-03-02' });
  const etags: string[] = [];
  const changed = async (who = clinic.director) => {
    const { headers } = await dashboard(etags.at(-1), who).expect(200);
    etags.push(headers['etag'] ?? '');
    await dashboard(etags.at(-1), who).expect(304);
  };
  await changed();
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  await changed();
  await clinic.clinician
    .put(`/v1/courses/${courseId}/assessments/infusion-1`, {
      total: 41,
      assessedOn: '2026-03-02',
      amendmentReason: 'x',
    })
    .set('If-Match', '"1"')
    .expect(200);
  await changed();
  await clinic.clinician
    .patch(`/v1/courses/${courseId}`, { stopped: { on: '2026-03-05', reason: 'cost' } })
    .set('If-Match', '"1"')
    .expect(200);
  await changed();
  app.clock.advance(24 * 60 * 60 * 1000);
  await changed(await signIn(app, clinic.director.email));
  expect(new Set(etags).size).toBe(5);
});

test('only a director sees it, and a filter that can not be is refused as for the outcome', async () => {
  const { clinician, director } = await testClinic(app);
  await clinician.get('/v1/cohorts/dashboard').expect(403);
  await director.get('/v1/cohorts/dashboard?period=2025&from=2025-01-01').expect(422);
});
