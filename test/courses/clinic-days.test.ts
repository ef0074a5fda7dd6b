import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { importReport } from '../spreadsheets/spreadsheet.js';
import { signIn, testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterEach(() => app.clock.set('2026-03-20T17:00:00Z'));
afterAll(() => app.close());

const WORKDAYS = [1, 2, 3, 4, 5];
const settings = (clinic: TestClinic, body: object, version = 1) =>
  clinic.director.patch('/v1/clinic', body).set('If-Match', `"${version}"`);

async function plan({ clinician }: { clinician: SignedIn }, courseId: string) {
  const { body } = await answer(clinician.get(`/v1/courses/${courseId}`).expect(200));
  return (body as { slots: { state: string; dueOn: string }[] }).slots.map(({ state, dueOn }) => `${dueOn} ${state}`);
}

test('weekdays and holidays of the clinic decide the planned days of courses that have begun', async () => {
  const clinic = await testClinic(app);
  const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-03-18' });
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-18').expect(201);
  // Wednesday 18 March and 3, 7, 10, 14, 17 days.
  expect((await plan(clinic, courseId)).slice(1, 4)).toEqual(['2026-03-21 due', '2026-03-25 due', '2026-03-28 due']);
  const holidays = [
    { on: '2026-04-01', name: 'Stocktaking' },
    { on: '2026-03-23', name: ' Founder’s Day ' },
  ];
  const { body } = await answer(settings(clinic, { clinicWeekdays: WORKDAYS, holidays }).expect(200));
  const byDate = [{ on: '2026-03-23', name: 'Founder’s Day' }, holidays[0]];
  expect(body).toMatchObject({ clinicWeekdays: WORKDAYS, holidays: byDate, version: 2 });
  // Sat 21 to Tue 24, as Mon 23 is a holiday; Wed 25; Sat 28 to Mon 30; Wed 1 April to Thu 2; Sat 4 to Mon 6.
  expect((await plan(clinic, courseId)).slice(1)).toEqual([
    '2026-03-24 due',
    '2026-03-25 due',
    '2026-03-30 due',
    '2026-04-02 due',
    '2026-04-06 due',
  ]);
  const events = await answer(clinic.director.get('/v1/audit-events?action=clinic.changed').expect(200));
  expect(JSON.stringify(events.body)).toContain('clinicWeekdays');
});

test('in a clinic 14 hours ahead a visit is unresolved when its clinic day has passed there', async () => {
  // 20 March 2026 at 09:59:59 UTC is still Friday in Kiritimati, a second later it is Saturday.
  app.clock.set('2026-03-20T09:59:59Z');
  const clinic = await testClinic(app, { timeZone: 'Pacific/Kiritimati' });
  await settings(clinic, { clinicWeekdays: WORKDAYS }).expect(200);
  const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-03-17' });
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-17').expect(201);
  expect((await plan(clinic, courseId))[1]).toBe('2026-03-20 due');
  app.clock.set('2026-03-20T10:00:00Z');
  expect((await plan(clinic, courseId))[1]).toBe('2026-03-20 unresolved');
});

test('a visit planned across the start of summer time is due on the Monday after it', async () => {
  // Mountain time: clocks go forward on Sunday 8 March 2026, and Monday begins at 06:00 UTC.
  app.clock.set('2026-03-06T18:00:00Z');
  const clinic = await testClinic(app);
  await settings(clinic, { clinicWeekdays: WORKDAYS }).expect(200);
  const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-03-05' });
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-05').expect(201);
  app.clock.set('2026-03-10T05:59:59Z');
  const again = { clinician: await signIn(app, clinic.clinician.email) };
  expect((await plan(again, courseId))[1]).toBe('2026-03-09 due');
  app.clock.set('2026-03-10T06:00:00Z');
  expect((await plan(again, courseId))[1]).toBe('2026-03-09 unresolved');
});

test.each([
  [{ clinicWeekdays: [] }, '/clinicWeekdays'],
  [{ clinicWeekdays: [2, 1] }, '/clinicWeekdays'],
  [{ clinicWeekdays: null }, '/clinicWeekdays'],
  [{ holidays: [{ on: '2026-02-30', name: 'x' }] }, '/holidays/0/on'],
  [{ holidays: [{ on: '2026-12-25', name: ' ' }] }, '/holidays/0/name'],
  [{ holidays: [null] }, '/holidays'],
  [
    {
      holidays: [
        { on: '2026-12-25', name: 'Christmas' },
        { on: '2026-12-25', name: 'Closed' },
      ],
    },
    '/holidays',
  ],
])('days that can not be are refused: %j', async (body, pointer) => {
  const clinic = await testClinic(app);
  const refused = await answer(settings(clinic, body).expect(422));
  expect(refused.body).toMatchObject({ errors: [{ pointer }] });
});

test('maintenance of a spreadsheet is planned in the rhythm of the clinic, unless the file says a plan', async () => {
  const clinic = await testClinic(app);
  await settings(clinic, { maintenanceIntervalWeeks: 3 }).expect(200);
  const rows = ['chart_number,date_1,score_1,kind', 'I-1,2026-03-02,30,maintenance', 'I-2,2026-03-02,40,induction'];
  expect(await importReport(app, clinic.director, rows.join('\n'), { commit: 'true' })).toMatchObject({
    committed: true,
  });
  const { body } = await answer(clinic.clinician.get('/v1/courses').expect(200));
  const plans = (body as { items: { chartNumber: string; protocol: number[] }[] }).items.map(
    ({ chartNumber, protocol }) => [chartNumber, protocol] as const,
  );
  expect(new Map(plans)).toEqual(
    new Map([
      ['I-1', [0, 21, 42, 63, 84, 105]],
      ['I-2', [0, 3, 7, 10, 14, 17]],
    ]),
  );
});
