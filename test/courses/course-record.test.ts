import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { colleague, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
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

interface Body {
  id: string;
  number: number;
  items: { number: number }[];
  errors: { pointer: string; rule: string; message: string }[];
}
const bodyOf = (answer: { body: unknown }) => answer.body as Body;
const pointersOf = (answer: { body: unknown }) => bodyOf(answer).errors.map(({ pointer }) => pointer);

let patients = 0;
async function admit(): Promise<string> {
  const chartNumber = `Q-${(patients += 1)}`;
  return bodyOf(await clinic.clinician.post('/v1/patients', { chartNumber }).expect(201)).id;
}

const begin = (patientId: string, body: object = {}, person = clinic.clinician) =>
  person.post(`/v1/patients/${patientId}/courses`, {
    kind: 'induction',
    startedOn: '2026-03-02',
    ...body,
  });

test('a course begins with nothing recorded, planned twice a week for three weeks', async () => {
  const patientId = await admit();
  const answer = await begin(patientId).expect(201);
  expect(answer.body).toMatchObject({
    patientId,
    number: 1,
    kind: 'induction',
    indication: 'unspecified',
    version: 1,
    startedOn: '2026-03-02',
    protocol: [0, 3, 7, 10, 14, 17],
    clinicianId: null,
    stopped: null,
  });
  const { id } = bodyOf(answer);
  expect(answer.headers).toMatchObject({ etag: '"1"', location: `/v1/courses/${id}` });
  const read = await clinic.clinician.get(`/v1/courses/${id}`).expect(200);
  expect(read.body).toMatchObject({ id, status: 'active', afterSeries: [] });
});

test('a patient’s courses are counted from 1, in the order they were begun', async () => {
  const patientId = await admit();
  await begin(patientId, { startedOn: '2026-03-02' }).expect(201);
  await begin(patientId, { startedOn: '2025-03-02', kind: 'maintenance' }).expect(201);
  const list = await clinic.clinician.get(`/v1/patients/${patientId}/courses`).expect(200);
  expect(list.body).toMatchObject({
    items: [
      { number: 1, kind: 'induction' },
      { number: 2, kind: 'maintenance' },
    ],
  });
});

test('of ten courses begun at once each has a number of its own, 1 to 10', async () => {
  const patientId = await admit();
  const answers = await Promise.all(Array.from({ length: 10 }, () => begin(patientId)));
  const numbers = answers.map((answer) => bodyOf(answer).number).sort((a, b) => a - b);
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('a course that is sent again with its key is begun once', async () => {
  const patientId = await admit();
  const answers = await Promise.all(Array.from({ length: 10 }, () => begin(patientId).set('Idempotency-Key', 'once')));
  expect(new Set(answers.map((answer) => bodyOf(answer).id)).size).toBe(1);
  const list = await clinic.clinician.get(`/v1/patients/${patientId}/courses`).expect(200);
  expect(bodyOf(list).items).toHaveLength(1);
});

test('a plan is six rising days that begin with 0', async () => {
  const patientId = await admit();
  const own = await begin(patientId, { protocol: [0, 2, 4, 7, 9, 11] }).expect(201);
  expect(own.body).toMatchObject({ protocol: [0, 2, 4, 7, 9, 11] });
  const impossible = [
    [0, 3, 7, 10, 14],
    [1, 3, 7, 10, 14, 17],
    [0, 3, 3, 10, 14, 17],
    [0, 3, 7, 10, 14, 731],
    [0, 3, 7, 10, 14, '17'],
    'twice a week',
    null,
  ];
  for (const protocol of impossible) {
    expect(pointersOf(await begin(patientId, { protocol }).expect(422))).toEqual(['/protocol']);
  }
});

describe('maintenance', () => {
  test('is planned in the rhythm of the clinic, and goes on with the indication and clinician of the course before', async () => {
    const patientId = await admit();
    await begin(patientId, { indication: 'ptsd', clinicianId: clinic.clinician.id }).expect(201);
    const next = await begin(patientId, { kind: 'maintenance' }).expect(201);
    // Every 4 weeks, as nobody set another rhythm.
    expect(next.body).toMatchObject({
      indication: 'ptsd',
      clinicianId: clinic.clinician.id,
      protocol: [0, 28, 56, 84, 112, 140],
    });
    const own = { kind: 'maintenance', indication: 'anxiety', clinicianId: null, protocol: [0, 7, 14, 21, 28, 35] };
    expect((await begin(patientId, own).expect(201)).body).toMatchObject(own);
  });

  test('has no clinician where the one before has left, and a new induction begins afresh', async () => {
    const leaving = await colleague(app, clinic, 'clinician', 'Lee');
    const patientId = await admit();
    await begin(patientId, { indication: 'ocd', clinicianId: leaving.id }).expect(201);
    const left = clinic.director.patch(`/v1/staff/${leaving.id}`, { status: 'deactivated' });
    await left.set('If-Match', '"2"').expect(200);
    const next = await begin(patientId, { kind: 'maintenance' }).expect(201);
    expect(next.body).toMatchObject({ indication: 'ocd', clinicianId: null });
    const again = await begin(patientId).expect(201);
    expect(again.body).toMatchObject({ indication: 'unspecified', protocol: [0, 3, 7, 10, 14, 17] });
  });
});

describe('the treating clinician', () => {
  test('is a person of this clinic', async () => {
    const patientId = await admit();
    const own = await begin(patientId, { clinicianId: clinic.clinician.id }).expect(201);
    expect(own.body).toMatchObject({ clinicianId: clinic.clinician.id });
    for (const clinicianId of [other.clinician.id, patientId, 'Dr. Who']) {
      const refused = await begin(patientId, { clinicianId }).expect(422);
      expect(pointersOf(refused)).toEqual(['/clinicianId']);
    }
  });

  test('is named in every fault of a new course, together with the others', async () => {
    const refused = await begin(await admit(), {
      startedOn: '2026-03-21',
      clinicianId: other.clinician.id,
    }).expect(422);
    expect(pointersOf(refused)).toEqual(['/startedOn', '/clinicianId']);
  });
});

test('all impossible values are named at once', async () => {
  const refused = await begin(await admit(), {
    kind: 'trial',
    indication: 'migraine',
    startedOn: '2026-02-29',
    protocol: [],
    clinicianId: 7,
    dose: '0.5 mg/kg',
  }).expect(422);
  expect(new Set(pointersOf(refused))).toEqual(
    new Set(['/kind', '/indication', '/startedOn', '/protocol', '/clinicianId', '/dose']),
  );
});

test('a refused course leaves no gap in the numbers', async () => {
  const patientId = await admit();
  await begin(patientId, { clinicianId: other.clinician.id }).expect(422);
  expect(bodyOf(await begin(patientId).expect(201)).number).toBe(1);
});

test('another clinic’s patients and courses are not found', async () => {
  const { patientId, courseId } = await testCourse(clinic.clinician);
  await begin(patientId, {}, other.clinician).expect(404);
  for (const path of ['', '/outcome', '/charts/trajectory', '/assessments/infusion-1']) {
    await other.director.get(`/v1/courses/${courseId}${path}`).expect(404);
  }
  await other.director.patch(`/v1/courses/${courseId}`, { kind: 'maintenance' }).set('If-Match', '"1"').expect(404);
  await begin('019a5c1e-8f00-7000-8000-000000000010').expect(404);
});
