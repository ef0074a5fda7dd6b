import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let other: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  other = await testClinic(app);
});
afterAll(() => app.close());

interface Fault {
  pointer: string;
  rule: string;
  message: string;
}
const faultsOf = (answer: { body: unknown }) => (answer.body as { errors: Fault[] }).errors;
const pointersOf = (answer: { body: unknown }) => faultsOf(answer).map(({ pointer }) => pointer);

const change = (courseId: string, body: object, version = 1) =>
  clinic.clinician.patch(`/v1/courses/${courseId}`, body).set('If-Match', `"${version}"`);

/** A course begun on 2026-03-02 with 40 and 31 at the first two infusions, on the 2nd and the 5th. */
async function underWay(): Promise<string> {
  const { courseId } = await testCourse(clinic.clinician);
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  await clinic.clinician.score(courseId, 'infusion-2', 31, '2026-03-05').expect(201);
  return courseId;
}

describe('a course is stopped', () => {
  test('with a day, a reason and a note, and its later visits are missed because of it', async () => {
    const courseId = await underWay();
    const stopped = { on: '2026-03-08', reason: 'sideEffects', note: 'Raised blood pressure' };
    const answer = await change(courseId, { stopped }).expect(200);
    expect(answer.body).toMatchObject({ status: 'stopped', stopped, version: 2 });
    const slots = (answer.body as { slots: object[] }).slots;
    expect(slots[1]).toMatchObject({ state: 'scored', missedReason: null });
    expect(slots[2]).toMatchObject({ state: 'missed', missedReason: 'courseStopped' });
    expect(answer.headers.etag).toBe('"2"');
  });

  test('and the stop can be taken back', async () => {
    const courseId = await underWay();
    await change(courseId, { stopped: { on: '2026-03-08', reason: 'cost' } }).expect(200);
    const { body } = (await change(courseId, { stopped: null }, 2).expect(200)) as {
      body: { slots: object[] };
    };
    expect(body).toMatchObject({ status: 'active', stopped: null, version: 3 });
    expect(body.slots[2]).toMatchObject({ state: 'unresolved', missedReason: null });
  });

  test('on the day of its last score at the earliest, and today at the latest', async () => {
    const courseId = await underWay();
    const stop = (on: string, version: number) => change(courseId, { stopped: { on, reason: 'better' } }, version);
    const early = await stop('2026-03-04', 1).expect(422);
    expect(faultsOf(early)).toEqual([
      {
        pointer: '/stopped/on',
        rule: 'stopped-before-last-score',
        message: 'The day the course was stopped, 4 Mar 2026, is before the score of infusion 2 on 5 Mar 2026.',
      },
    ]);
    const late = await stop('2026-03-21', 1).expect(422);
    expect(faultsOf(late)).toMatchObject([{ pointer: '/stopped/on', rule: 'date-in-future' }]);
    await stop('2026-03-05', 1).expect(200);
    await stop('2026-03-20', 2).expect(200);
  });

  test('never without a reason of the list and a day of the calendar, and both faults are named', async () => {
    const courseId = await underWay();
    const refused = await change(courseId, { stopped: { on: 'Monday', reason: 'bored' } });
    expect(refused.status).toBe(422);
    expect(pointersOf(refused)).toEqual(['/stopped/on', '/stopped/reason']);
    for (const stopped of [[], 'yes', [{ on: '2026-03-08', reason: 'cost' }], 7]) {
      const odd = await change(courseId, { stopped }).expect(422);
      expect(pointersOf(odd)[0]).toMatch(/^\/stopped/);
    }
    const note = `${'n'.repeat(499)}\u0000`;
    await change(courseId, { stopped: { on: '2026-03-08', reason: 'cost', note } }).expect(422);
    const read = await clinic.clinician.get(`/v1/courses/${courseId}`).expect(200);
    expect(read.body).toMatchObject({ status: 'active', stopped: null, version: 1 });
  });

  test('with a note of at most 500 characters', async () => {
    const courseId = await underWay();
    const stop = (note: string) => change(courseId, { stopped: { on: '2026-03-08', reason: 'cost', note } });
    await stop('☃\uFE0F'.repeat(251)).expect(422);
    await stop('é'.repeat(501)).expect(422);
    await stop('é'.repeat(500)).expect(200);
  });

  test('and no score after the stop is taken, but one before it is', async () => {
    const courseId = await underWay();
    await change(courseId, { stopped: { on: '2026-03-10', reason: 'moved' } }).expect(200);
    await clinic.clinician.score(courseId, 'infusion-3', 25, '2026-03-11').expect(422);
    await clinic.clinician.score(courseId, 'infusion-3', 25, '2026-03-09').expect(201);
  });
});

describe('a correction', () => {
  test('changes what is sent and keeps the rest', async () => {
    const courseId = await underWay();
    const sent = { kind: 'maintenance', indication: 'ptsd', clinicianId: clinic.clinician.id };
    const answer = await change(courseId, sent).expect(200);
    expect(answer.body).toMatchObject({ ...sent, startedOn: '2026-03-02', number: 1, version: 2 });
    const cleared = await change(courseId, { clinicianId: null }, 2).expect(200);
    expect(cleared.body).toMatchObject({ clinicianId: null, kind: 'maintenance' });
  });

  test('of the plan moves the days of the visits that are due', async () => {
    const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-03-19' });
    const answer = await change(courseId, { protocol: [0, 7, 14, 21, 28, 35] }).expect(200);
    const { slots } = answer.body as { slots: { dueOn: string }[] };
    expect(slots.map(({ dueOn }) => dueOn)).toEqual([
      '2026-03-19',
      '2026-03-26',
      '2026-04-02',
      '2026-04-09',
      '2026-04-16',
      '2026-04-23',
    ]);
  });

  test('of the start that leaves recorded scores before it is refused and names each', async () => {
    const courseId = await underWay();
    await change(courseId, { startedOn: '2026-03-01' }).expect(200);
    const refused = await change(courseId, { startedOn: '2026-03-06' }, 2).expect(422);
    expect(faultsOf(refused)).toEqual([
      {
        pointer: '/startedOn',
        rule: 'date-before-start',
        message: 'The date of infusion 1, 2 Mar 2026, is before the course began, 6 Mar 2026.',
      },
      {
        pointer: '/startedOn',
        rule: 'date-before-start',
        message: 'The date of infusion 2, 5 Mar 2026, is before the course began, 6 Mar 2026.',
      },
    ]);
  });

  test('is answered with all its faults at once', async () => {
    const courseId = await underWay();
    const refused = await change(courseId, {
      startedOn: '2026-03-21',
      clinicianId: other.clinician.id,
      stopped: { on: '2026-03-22', reason: 'cost' },
    }).expect(422);
    expect(new Set(pointersOf(refused))).toEqual(new Set(['/startedOn', '/stopped/on', '/clinicianId']));
  });

  test('can’t clear kind, indication, start or plan, nor move a course to another patient', async () => {
    const courseId = await underWay();
    const cleared = { kind: null, indication: null, startedOn: null, protocol: null };
    const refused = await change(courseId, { ...cleared, patientId: courseId, number: 7 });
    expect(refused.status).toBe(422);
    expect(new Set(pointersOf(refused))).toEqual(
      new Set(['/kind', '/indication', '/startedOn', '/protocol', '/patientId', '/number']),
    );
  });

  test('needs the version that was seen; of two at once one wins', async () => {
    const courseId = await underWay();
    await clinic.clinician.patch(`/v1/courses/${courseId}`, { kind: 'maintenance' }).expect(428);
    const answers = await Promise.all(['ptsd', 'anxiety'].map((indication) => change(courseId, { indication })));
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.find(({ status }) => status === 412);
    expect((lost?.body as { current: unknown }).current).toEqual(won?.body);
  });
});
