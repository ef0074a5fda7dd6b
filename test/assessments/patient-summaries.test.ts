import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

// The clinic's today is 20 March 2026.
let app: TestApp;
let clinic: TestClinic;

interface Summary {
  patient: { chartNumber: string };
  latestCourse: {
    number: number;
    status: string;
    chartNumber: string;
    slots: { recorded: { total: number } | null }[];
  } | null;
}
interface Page {
  items: Summary[];
  next: string | null;
}

beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  // Of another clinic, and never listed.
  await testCourse((await testClinic(app)).clinician);
  const { clinician } = clinic;
  const patient = async (chartNumber: string) => {
    const { body } = await answer(clinician.post('/v1/patients', { chartNumber }).expect(201));
    return (body as { id: string }).id;
  };
  const course = async (
    patientId: string,
    startedOn: string,
    scores: [infusion: number, total: number, on: string][],
  ) => {
    const { body } = await answer(
      clinician.post(`/v1/patients/${patientId}/courses`, { startedOn, kind: 'induction' }).expect(201),
    );
    const { id } = body as { id: string };
    for (const [infusion, total, on] of scores)
      await clinician.score(id, `infusion-${infusion}`, total, on).expect(201);
    return id;
  };
  await patient('A-1');
  // 50, and then 34 in the course that counts: 60 - 34 = 26 points lower.
  const twice = await patient('B-2');
  await course(twice, '2025-09-01', [[1, 50, '2025-09-01']]);
  await course(twice, '2026-02-25', [
    [1, 60, '2026-02-25'],
    [2, 48, '2026-02-28'],
    [6, 34, '2026-03-14'],
  ]);
  // 5 points higher.
  await course(await patient('C-3'), '2026-03-02', [
    [1, 30, '2026-03-02'],
    [3, 35, '2026-03-09'],
  ]);
  // No change yet: the latest score is the baseline.
  await course(await patient('D-4'), '2026-03-16', [[1, 45, '2026-03-16']]);
  const stopped = await course(await patient('E-5'), '2026-03-01', []);
  await clinician
    .patch(`/v1/courses/${stopped}`, { stopped: { on: '2026-03-02', reason: 'cost' } })
    .set('If-Match', '"1"')
    .expect(200);
  // Nothing since 1 December is 109 days.
  await course(await patient('F-6'), '2025-12-01', [[1, 41, '2025-12-01']]);
});
afterAll(() => app.close());

async function listed(query: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let path: string | undefined = `/v1/patient-summaries?${query}`; path !== undefined;) {
    const page = await clinic.clinician.get(path).expect(200);
    numbers.push(...(page.body as Page).items.map(({ patient }) => patient.chartNumber));
    const { link = '' } = page.headers as { link?: string };
    path = /^<([^>]+)>; rel="next"$/.exec(link)?.[1];
  }
  return numbers;
}

test('every patient is listed once, with the course that was begun last', async () => {
  const { body } = await answer(clinic.clinician.get('/v1/patient-summaries').expect(200));
  const { items } = body as Page;
  expect(
    items.map(({ patient, latestCourse }) => [patient.chartNumber, latestCourse?.number ?? null, latestCourse?.status]),
  ).toEqual([
    ['A-1', null, undefined],
    ['B-2', 2, 'completed'],
    ['C-3', 1, 'active'],
    ['D-4', 1, 'active'],
    ['E-5', 1, 'stopped'],
    ['F-6', 1, 'lost'],
  ]);
  expect(items[1]?.latestCourse).toMatchObject({
    chartNumber: 'B-2',
    slots: [{ recorded: { total: 60 } }, {}, {}, {}, {}, {}],
  });
});

test.each([
  ['chartNumber', ['A-1', 'B-2', 'C-3', 'D-4', 'E-5', 'F-6']],
  // 16, 2 and 1 March, 25 February, 1 December, and none.
  ['latestStart', ['D-4', 'C-3', 'E-5', 'B-2', 'F-6', 'A-1']],
  // 45, 41, 35, 34, and none, by chart number.
  ['highestScore', ['D-4', 'F-6', 'C-3', 'B-2', 'A-1', 'E-5']],
  // 5 higher, 26 lower, and nothing to compare.
  ['leastImproved', ['C-3', 'B-2', 'A-1', 'D-4', 'E-5', 'F-6']],
])('sorted by %s, on pages of any length', async (sort, expected) => {
  for (const limit of [1, 2, 4, 200]) expect(await listed(`sort=${sort}&limit=${limit}`)).toEqual(expected);
});

test.each([
  ['active', ['C-3', 'D-4']],
  ['completed', ['B-2']],
  ['stopped', ['E-5']],
  ['lost', ['F-6']],
  ['none', ['A-1']],
])('with the status %s', async (status, expected) => {
  expect(await listed(`status=${status}&limit=1`)).toEqual(expected);
});

test('any part of a chart number is found, whatever its case and punctuation', async () => {
  expect(await listed('chartNumberPart=c3')).toEqual(['C-3']);
  expect(await listed('chartNumberPart=-')).toHaveLength(6);
  expect(await listed('chartNumberPart=Z')).toEqual([]);
});

test('an address that can’t be is refused', async () => {
  const cursor = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
  for (const after of ['x', cursor('A-1'), cursor('A-1', '0'), cursor('99999999999', 'A'), cursor('1', 'A\u0000')])
    await clinic.clinician.get(`/v1/patient-summaries?after=${after}`).expect(400);
  for (const query of ['status=done', 'sort=name', 'limit=0', 'limit=201', `chartNumberPart=${'1'.repeat(41)}`])
    await clinic.clinician.get(`/v1/patient-summaries?${query}`).expect(422);
});
