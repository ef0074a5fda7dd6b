import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
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

async function listed(query = '', person: SignedIn = clinic.clinician): Promise<Listed[]> {
  const answer = await person.get(`/v1/courses?limit=100${query}`).expect(200);
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

test('courses that nobody closed move from the active to the lost ones, 61 days after their last entry', async () => {
  // Those without an entry that counts began on 2 March, + 61 days is 2 May; 19 March + 61 days is 19 May.
  for (const [noon, active, lost] of [
    ['2026-05-01T18:00:00Z', 4, 0],
    ['2026-05-02T18:00:00Z', 1, 3],
    ['2026-05-18T18:00:00Z', 1, 3],
    ['2026-05-19T18:00:00Z', 0, 4],
  ] as const) {
    app.clock.set(noon);
    const person = await signIn(app, clinic.clinician.email);
    const all = await listed('', person);
    for (const status of ['active', 'lost', 'completed', 'stopped']) {
      expect(await listed(`&status=${status}`, person)).toEqual(all.filter((one) => one.status === status));
    }
    expect(await listed('&status=active', person)).toHaveLength(active);
    expect(await listed('&status=lost', person)).toHaveLength(lost);
    expect(await listed('&status=concluded', person)).toEqual(all.filter(({ status }) => status !== 'active'));
  }
});
