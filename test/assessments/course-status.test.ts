import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { CourseUnderTest, quiet } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;

interface Listed {
  id: string;
  status: string;
}

const assessedOn = '2026-03-19';
const missed = { state: 'missed', missedReason: 'illness' };
const takenBack = { state: 'entered-in-error' };

/** Everything that can be said of infusion 6, as the bodies that are sent one after another. */
const ENTRIES: Record<string, object[]> = {
  nothing: [],
  'a total': [{ total: 12, assessedOn }],
  'a total of 0': [{ total: 0, assessedOn }],
  'all answers': [{ answers: quiet(), assessedOn }],
  'answers without a total': [{ answers: quiet({ 9: null }), assessedOn }],
  'a missed visit': [missed],
  'a total taken back': [{ total: 12, assessedOn }, takenBack],
  'a missed visit taken back': [missed, takenBack],
  'a total after it was taken back': [missed, takenBack, { total: 12, assessedOn }],
};

beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  for (const bodies of Object.values(ENTRIES)) {
    await courseWith(bodies);
    await stop(await courseWith(bodies));
  }
});
afterAll(() => app.close());

async function courseWith(bodies: object[]): Promise<CourseUnderTest> {
  const course = await CourseUnderTest.begun(clinic.clinician);
  for (const [seen, body] of bodies.entries()) {
    const slot = 'infusion-6';
    await (seen === 0 ? course.create(slot, body) : course.amend(slot, seen, body));
  }
  return course;
}

const stop = ({ id, person }: CourseUnderTest) =>
  person
    .patch(`/v1/courses/${id}`, { stopped: { on: '2026-03-19', reason: 'better' } })
    .set('If-Match', '"1"')
    .expect(200);

async function listed(query = ''): Promise<Listed[]> {
  const answer = await clinic.clinician.get(`/v1/courses?limit=100${query}`).expect(200);
  return (answer.body as { items: Listed[] }).items;
}

test('the list of a status has exactly the courses that say they have this status', async () => {
  const all = await listed();
  expect(all).toHaveLength(2 * Object.keys(ENTRIES).length);
  for (const status of ['active', 'completed', 'stopped']) {
    expect(await listed(`&status=${status}`)).toEqual(all.filter((one) => one.status === status));
  }
  // Five of the nine entries conclude a course: three totals, the answers with a total, the missed visit.
  const count = (status: string) => all.filter((one) => one.status === status).length;
  expect([count('completed'), count('active'), count('stopped')]).toEqual([10, 4, 4]);
});
