import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { signIn, testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';
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

test('with closed days the list holds each day just those that are due within a week or still asked for', async () => {
  const own = await testClinic(app);
  // It treats on Tuesdays and Thursdays, and closed from 24 March to 9 April: 26 and 31 March, 2, 7 and 9 April.
  const holidays = ['2026-03-26', '2026-03-31', '2026-04-02', '2026-04-07', '2026-04-09'].map((on) => ({
    on,
    name: 'Closed',
  }));
  const days = { clinicWeekdays: [2, 4], holidays, afterSeriesWeeks: [1, 2, 4] };
  await own.director.patch('/v1/clinic', days).set('If-Match', '"1"').expect(200);
  for (let day = 1; day <= 20; day += 1) {
    const startedOn = '2026-02-01';
    const { courseId } = await testCourse(own.clinician, { startedOn });
    const sixthOn = `2026-03-${String(day).padStart(2, '0')}`;
    await own.clinician.score(courseId, 'infusion-6', 12, sixthOn).expect(201);
  }
  const ids = async (person: SignedIn, query: string) =>
    ((await answer(person.get(`/v1/courses?limit=200${query}`).expect(200))).body as Due).items;
  let [listedEver, unlistedEver] = [0, 0];
  for (const today of DAYS_AFTER) {
    app.clock.set(`${today.on}T17:00:00Z`);
    const person = await signIn(app, own.clinician.email);
    const due = (await ids(person, '')).filter(({ afterSeriesDue }) =>
      afterSeriesDue.some(({ dueOn }) => dueOn <= today.inAWeek),
    );
    const listed = await ids(person, '&afterSeriesDue=true');
    expect([today.on, listed.map(({ id }) => id)]).toEqual([today.on, due.map(({ id }) => id)]);
    listedEver += listed.length;
    unlistedEver += 20 - listed.length;
  }
  expect(Math.min(listedEver, unlistedEver)).toBeGreaterThan(20);
});

/** 20 March to 20 April, and the day a week after each. */
const DAYS_AFTER = Array.from({ length: 32 }, (_, after) => {
  const iso = (days: number) => new Date(Date.UTC(2026, 2, 20 + days)).toISOString().slice(0, 10);
  return { on: iso(after), inAWeek: iso(after + 7) };
});
