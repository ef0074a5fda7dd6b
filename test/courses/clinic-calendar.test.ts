import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterEach(() => app.clock.set('2026-03-20T17:00:00Z'));
afterAll(() => app.close());

let patients = 0;

/** Tries to begin a course on a day, at an instant. */
async function begins(person: SignedIn, startedOn: string): Promise<number> {
  const chartNumber = `Z-${(patients += 1)}`;
  const patient = await person.post('/v1/patients', { chartNumber }).expect(201);
  const { id } = patient.body as { id: string };
  const course = await person.post(`/v1/patients/${id}/courses`, { kind: 'induction', startedOn });
  return course.status;
}

/** The last second of a day and the first of the next, in UTC. */
const midnights: [timeZone: string, today: string, tomorrow: string, [string, string]][] = [
  // Mountain time: 7 hours behind UTC in winter, 6 in summer.
  ['America/Denver', '2026-01-15', '2026-01-16', ['2026-01-16T06:59:59Z', '2026-01-16T07:00:00Z']],
  ['America/Denver', '2026-07-15', '2026-07-16', ['2026-07-16T05:59:59Z', '2026-07-16T06:00:00Z']],
  // Clocks went forward at 02:00 on 8 March 2026: the day has 23 hours.
  ['America/Denver', '2026-03-07', '2026-03-08', ['2026-03-08T06:59:59Z', '2026-03-08T07:00:00Z']],
  ['America/Denver', '2026-03-08', '2026-03-09', ['2026-03-09T05:59:59Z', '2026-03-09T06:00:00Z']],
  // Clocks go back at 02:00 on 1 November 2026: the day has 25 hours.
  ['America/Denver', '2026-10-31', '2026-11-01', ['2026-11-01T05:59:59Z', '2026-11-01T06:00:00Z']],
  ['America/Denver', '2026-11-01', '2026-11-02', ['2026-11-02T06:59:59Z', '2026-11-02T07:00:00Z']],
  // The first place on earth to see a day, 14 hours ahead, and the last, 11 hours behind.
  ['Pacific/Kiritimati', '2026-03-20', '2026-03-21', ['2026-03-20T09:59:59Z', '2026-03-20T10:00:00Z']],
  ['Pacific/Pago_Pago', '2026-03-19', '2026-03-20', ['2026-03-20T10:59:59Z', '2026-03-20T11:00:00Z']],
];

describe('a course can begin tomorrow only once it is tomorrow in the clinic', () => {
  test.each(midnights)('%s, %s to %s', async (timeZone, today, tomorrow, [before, after]) => {
    app.clock.set(before);
    const clinic = await testClinic(app, { timeZone });
    expect(await begins(clinic.clinician, today)).toBe(201);
    expect(await begins(clinic.clinician, tomorrow)).toBe(422);
    app.clock.set(after);
    expect(await begins(clinic.clinician, tomorrow)).toBe(201);
  });
});

test('the refusal says which day it is in the clinic', async () => {
  const clinic = await testClinic(app, { timeZone: 'Pacific/Kiritimati' });
  const patient = await clinic.clinician.post('/v1/patients', { chartNumber: 'A' }).expect(201);
  const { id } = patient.body as { id: string };
  const { body } = (await clinic.clinician
    .post(`/v1/patients/${id}/courses`, { kind: 'induction', startedOn: '2026-03-22' })
    .expect(422)) as { body: { errors: unknown } };
  expect(body.errors).toEqual([
    {
      pointer: '/startedOn',
      rule: 'date-in-future',
      message: 'The start, 22 Mar 2026, is in the future: today is 21 Mar 2026 in the clinic.',
    },
  ]);
});

describe('a visit nobody spoke of becomes unresolved when its day has passed in the clinic', () => {
  /** States of infusions 1 and 2 of a course begun on 2026-03-05, planned for the 5th and the 8th. */
  async function statesOf(clinic: TestClinic, courseId: string): Promise<string[]> {
    const person = await signIn(app, clinic.clinician.email);
    const { body } = (await person.get(`/v1/courses/${courseId}`).expect(200)) as {
      body: { slots: { state: string }[] };
    };
    return body.slots.slice(0, 2).map(({ state }) => state);
  }

  test('also across the start of summer time', async () => {
    app.clock.set('2026-03-06T18:00:00Z');
    const clinic = await testClinic(app);
    const patient = await clinic.clinician.post('/v1/patients', { chartNumber: 'B' }).expect(201);
    const course = await clinic.clinician
      .post(`/v1/patients/${(patient.body as { id: string }).id}/courses`, {
        kind: 'induction',
        startedOn: '2026-03-05',
      })
      .expect(201);
    const { id } = course.body as { id: string };
    expect(await statesOf(clinic, id)).toEqual(['unresolved', 'due']);
    app.clock.set('2026-03-09T05:59:59Z');
    expect(await statesOf(clinic, id)).toEqual(['unresolved', 'due']);
    app.clock.set('2026-03-09T06:00:00Z');
    expect(await statesOf(clinic, id)).toEqual(['unresolved', 'unresolved']);
  });
});
