import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { colleague, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await smallClinic(app);
});
afterAll(() => app.close());

interface Comparison {
  figures: { set: string; name: string; [more: string]: unknown }[];
  note: string;
  [more: string]: unknown;
}

async function compared(query: string): Promise<Comparison> {
  const { body } = await answer(clinic.director.get(`/v1/cohorts/comparison?${query}`).expect(200));
  return body as Comparison;
}

async function faultsOf(query: string): Promise<string[]> {
  const { body } = await answer(clinic.director.get(`/v1/cohorts/comparison?${query}`).expect(422));
  const { errors } = body as { errors: { pointer: string; rule: string }[] };
  return errors.map(({ pointer, rule }) => `${pointer} ${rule}`);
}

test('2026 is compared with 2025: ladders of both, and each figure with its difference', async () => {
  const { figures, note, ...rest } = await compared('kind=induction&period=2026&against=2025');
  expect(rest).toMatchObject({
    asOf: '2026-03-20T17:00:00.000Z',
    definitionsVersion: '2',
    period: {
      filter: { from: '2026-01-01', to: '2026-12-31', kind: 'induction' },
      underWay: 1,
      unfinished: '1 of 4 still under way',
      ladder: { courses: 3, withBaseline: 2, withInfusion6: 1 },
    },
    against: {
      filter: { from: '2025-01-01', to: '2025-12-31', kind: 'induction' },
      underWay: 0,
      unfinished: null,
      ladder: { courses: 4, withBaseline: 4, withInfusion6: 4 },
    },
  });
  expect(note).toMatch(/two groups of different patients.*not the effect/);
  // Responders: 1 of 2 starters in 2026 (10 to 1; 36 stopped), 2 of 4 in 2025 (40 to 10, 30 to 9).
  // R: prop.test(1, 2, correct = FALSE): 0.0945 to 0.9055; prop.test(2, 4, correct = FALSE): 0.1500 to 0.8500;
  // 0 -+ 100 x sqrt((0.5 - 0.0945)^2 + (0.8500 - 0.5)^2) = 53.57
  const response = figures.find(({ set, name }) => set === 'starters' && name === 'response');
  expect(response).toMatchObject({
    period: { count: 1, n: 2, value: 50 },
    against: { count: 2, n: 4, value: 50 },
    difference: 0,
    ci95: [expect.closeTo(-53.57, 1), expect.closeTo(53.57, 1)],
    group: 'with-baseline',
    countGroup: 'responders',
  });
  // Reductions: 9 alone in 2026; 30, 8, 21 and 20 (mean 19.75) in 2025. Of one there is no interval.
  expect(figures.find(({ name }) => name === 'meanReduction')).toMatchObject({
    difference: -10.75,
    ci95: [null, null],
  });
});

test('a period without a course differs from nothing', async () => {
  const { figures } = await compared('period=2024&against=2025');
  for (const { difference, ci95 } of figures) {
    expect([difference, ci95]).toEqual([null, [null, null]]);
  }
});

test.each([
  ['period=2025&against=2025', ['/against periods-overlap']],
  ['period=2025&against=2025-Q4..2026-Q1', ['/against periods-overlap']],
  ['period=2025-Q4..2025-Q1&against=2198..2199', ['/period period-impossible', '/against period-impossible']],
  ['period=2025', ['/against matches']],
  ['period=2025&against=2024&from=2025-01-01', ['/from unknown']],
])('%s is refused', async (query, faults) => {
  expect(await faultsOf(query)).toEqual(faults);
});

test('the refusal of overlapping periods says which days they are', async () => {
  const { body } = await answer(clinic.director.get('/v1/cohorts/comparison?period=2025&against=2025-Q2').expect(422));
  expect((body as { detail: string }).detail).toBe(
    'The two periods share days: 1 Jan 2025 to 31 Dec 2025, and 1 Apr 2025 to 30 Jun 2025. ' +
      'Choose two that don’t, so that no course is on both sides.',
  );
});

test('a comparison is the director’s to see', async () => {
  await clinic.clinician.get('/v1/cohorts/comparison?period=2025&against=2024').expect(403);
  await clinic.marketing.get('/v1/cohorts/comparison?period=2025&against=2024').expect(403);
});

test('clinicians and indications are parted by name; with few starters each there is nothing to compare', async () => {
  const differences = async (query: string) =>
    (await clinic.director.get(`/v1/cohorts/differences?${query}`).expect(200)).body as {
      table: { caption: string; rows: unknown[] };
      textAlternative: string;
      options: { plugins: { subtitle: { text: string[] } } };
    };
  const { table, options } = await differences('kind=induction');
  expect(table.caption).toBe('Clinicians: fewer than two have 11 starters, so there is nothing to compare');
  expect(table.rows).toEqual([]);
  // One clinician treats two of the starters, and nobody the others.
  const said = 'Left out, with fewer than 11 starters: 2 clinicians.';
  expect(options.plugins.subtitle.text.join(' ')).toContain(said);
  await clinic.director.get('/v1/cohorts/differences?by=age').expect(422);
  await clinic.clinician.get('/v1/cohorts/differences').expect(403);
});

test('two clinicians of one name are two', async () => {
  const own = await testClinic(app);
  const twin = await colleague(app, own, 'clinician', 'clinician');
  for (const clinicianId of [own.clinician.id, twin.id]) {
    const { courseId } = await testCourse(own.clinician, { startedOn: '2026-01-01', clinicianId });
    await own.clinician.score(courseId, 'infusion-1', 40, '2026-01-01').expect(201);
    await own.clinician.score(courseId, 'infusion-6', 10, '2026-01-18').expect(201);
  }
  const { text } = await own.director.get('/v1/cohorts/differences').expect(200);
  expect(text).toContain('Left out, with fewer than 11 starters: 2 clinicians.');
});
