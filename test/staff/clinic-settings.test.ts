import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { invite, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

const LIFELINE = { label: '988 Suicide & Crisis Lifeline', contact: 'Call or text 988' };
const change = (body: object, version = 1) => clinic.director.patch('/v1/clinic', body).set('If-Match', `"${version}"`);
const pointersOf = (body: unknown) => [
  ...new Set((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)),
];

test('a new clinic shows the lifeline of the United States until it names its own', async () => {
  const settings = { name: clinic.name, timeZone: 'America/Denver', locale: 'en-US', crisisResources: [LIFELINE] };
  for (const role of ['director', 'clinician', 'marketing'] as const) {
    const { body, headers } = await answer(clinic[role].get('/v1/clinic').expect(200));
    const days = { clinicWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
    const rhythms = { maintenanceIntervalWeeks: 4, afterSeriesWeeks: [1, 4, 12], ...days };
    const rest = {
      selfApproval: false,
      secondFactor: 'optional',
      strictAudit: false,
      breakGlassDirectorId: null,
      breakGlassUsedAt: null,
      ...rhythms,
      today: '2026-03-20',
      version: 1,
    };
    expect(body).toEqual({ id: clinic.id, ...settings, ...rest });
    expect(headers.etag).toBe('"1"');
  }
});

test('a director names other crisis resources, and everybody sees them at once', async () => {
  const crisisResources = [
    { label: ' Telefonseelsorge ', contact: '0800 111 0 111' },
    { label: 'On-call nurse', contact: '+49 30 1234' },
  ];
  const kept = [{ label: 'Telefonseelsorge', contact: '0800 111 0 111' }, crisisResources[1]];
  const { body, headers } = await answer(change({ crisisResources }).expect(200));
  expect(body).toMatchObject({ name: clinic.name, crisisResources: kept, version: 2 });
  expect(headers.etag).toBe('"2"');
  const seen = await answer(clinic.clinician.get('/v1/clinic').expect(200));
  expect(seen.body).toEqual(body);
});

test('another zone changes which day it is, and no recorded date', async () => {
  const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-03-02' });
  const course = await answer(clinic.clinician.get(`/v1/courses/${courseId}`).expect(200));
  // 17:00 UTC on 20 March is 07:00 on the 21st at UTC+14.
  const { body } = await answer(change({ timeZone: 'Pacific/Kiritimati' }).expect(200));
  expect(body).toMatchObject({ timeZone: 'Pacific/Kiritimati', today: '2026-03-21' });
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-21').expect(201);
  const after = await answer(clinic.clinician.get(`/v1/courses/${courseId}`).expect(200));
  expect(course.body).toMatchObject({ startedOn: '2026-03-02' });
  expect(after.body).toMatchObject({ startedOn: '2026-03-02' });
});

test('a clinic sets the rhythm of maintenance and the weeks of scores after a series', async () => {
  const { body } = await answer(change({ maintenanceIntervalWeeks: 3, afterSeriesWeeks: [2, 6, 26] }).expect(200));
  expect(body).toMatchObject({ maintenanceIntervalWeeks: 3, afterSeriesWeeks: [2, 6, 26], version: 2 });
  const { courseId } = await testCourse(clinic.clinician, { kind: 'maintenance' });
  const course = await answer(clinic.clinician.get(`/v1/courses/${courseId}`).expect(200));
  expect(course.body).toMatchObject({ protocol: [0, 21, 42, 63, 84, 105] });
  const wrong = { maintenanceIntervalWeeks: 21, afterSeriesWeeks: [4, 1] };
  const refused = await answer(change(wrong, 2).expect(422));
  expect(pointersOf(refused.body)).toEqual(['/maintenanceIntervalWeeks', '/afterSeriesWeeks']);
});

test('a clinic says how its public pages write numbers and dates', async () => {
  const { body } = await answer(change({ locale: 'de-CH' }).expect(200));
  expect(body).toMatchObject({ locale: 'de-CH', version: 2 });
});

test('a clinic takes another name, but not one that another clinic has', async () => {
  const other = await testClinic(app);
  await change({ name: `${clinic.name} Hills` }).expect(200);
  const taken = await answer(change({ name: other.name }, 2).expect(409));
  expect(taken.body).toMatchObject({ detail: `There is a clinic named ${other.name} already.` });
  const { body } = await answer(clinic.director.get('/v1/clinic'));
  expect(body).toMatchObject({ name: `${clinic.name} Hills`, version: 2 });
});

test('a change of settings that were changed meanwhile shows what they are now', async () => {
  const first = await answer(change({ timeZone: 'Europe/Berlin' }).expect(200));
  const late = await answer(change({ timeZone: 'Asia/Tokyo' }).expect(412));
  expect(late.body).toMatchObject({ type: '/problems/stale-version', current: first.body });
  await clinic.director.patch('/v1/clinic', { timeZone: 'Asia/Tokyo' }).expect(428);
});

describe('settings that can not be are refused with a pointer', () => {
  const six = Array.from({ length: 6 }, () => LIFELINE);
  test.each([
    [{ name: ' ' }, ['/name']],
    [{ name: null }, ['/name']],
    [{ timeZone: 'Mountain' }, ['/timeZone']],
    [{ timeZone: '+02:00' }, ['/timeZone']],
    [{ locale: 'English' }, ['/locale']],
    [{ locale: 'xx-XX' }, ['/locale']],
    [{ locale: null }, ['/locale']],
    [{ crisisResources: [] }, ['/crisisResources']],
    [{ crisisResources: six }, ['/crisisResources']],
    [{ crisisResources: LIFELINE }, ['/crisisResources']],
    [{ crisisResources: null }, ['/crisisResources']],
    [{ crisisResources: ['988'] }, ['/crisisResources']],
    [{ crisisResources: [LIFELINE, null] }, ['/crisisResources']],
    [
      { crisisResources: [LIFELINE, { label: '', contact: 988, url: 'x' }] },
      ['/crisisResources/1/url', '/crisisResources/1/label', '/crisisResources/1/contact'],
    ],
    [{ crisisResources: [{ label: 'x'.repeat(121), contact: '9' }] }, ['/crisisResources/0/label']],
  ])('%j', async (body, pointers) => {
    const refused = await answer(change(body).expect(422));
    expect(pointersOf(refused.body)).toEqual(pointers);
  });
});

test('only directors change settings', async () => {
  for (const person of [clinic.clinician, clinic.marketing]) {
    await person.patch('/v1/clinic', { name: 'Mine' }).set('If-Match', '"1"').expect(403);
  }
});

test('a clinician reads the names of those who treat patients in the clinic, and nothing else of them', async () => {
  await testClinic(app);
  const left = await invite(app, clinic.director, 'clinician', `left-${clinic.id}@example.org`);
  await clinic.director.patch(`/v1/staff/${left.id}`, { status: 'deactivated' }).set('If-Match', '"2"').expect(200);
  const { body } = await answer(clinic.clinician.get('/v1/clinic/clinicians').expect(200));
  const { items } = body as { items: { id: string }[] };
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const people = [
    { id: clinic.director.id, name: 'Dana', active: true },
    { id: clinic.clinician.id, name: 'clinician', active: true },
    { id: left.id, name: 'clinician', active: false },
  ];
  expect(items.toSorted(byId)).toEqual(people.toSorted(byId));
});
