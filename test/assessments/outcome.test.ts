import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { answers, CourseUnderTest, rulesOf } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Endpoint {
  [figure: string]: unknown;
}

interface Outcome {
  endpoint: Endpoint | null;
  endpoints: Record<string, Endpoint | null>;
  slots: { slot: string; state: string; dueOn: string | null; missedReason: string | null }[];
  reliableChangeBasis: {
    threshold: number | null;
    sdOfBaselines: number | null;
    baselines: number;
  };
  [figure: string]: unknown;
}

async function outcomeOf(course: CourseUnderTest, query = ''): Promise<Outcome> {
  const answer = await course.person.get(`/v1/courses/${course.id}/outcome${query}`).expect(200);
  return answer.body as Outcome;
}

async function courseWith(...totals: (number | null)[]): Promise<CourseUnderTest> {
  const course = await CourseUnderTest.begun(clinic.clinician);
  await course.scores(...totals);
  return course;
}

describe('a course from 40 over 31, 28, 25 and 22 to 18', () => {
  test('has a baseline of 40, moderate, and fell by 22 points or 55 %', async () => {
    const outcome = await outcomeOf(await courseWith(40, 31, 28, 25, 22, 18));
    expect(outcome).toMatchObject({
      status: 'completed',
      infusionsScored: 6,
      definitionsVersion: '2',
      endpointRule: 'infusion-6',
      asOf: '2026-03-20T17:00:00.000Z',
      baseline: { total: 40, on: '2026-03-02', band: { name: 'moderate' } },
      // 40 - 18 = 22; 100 x 22 / 40 = 55; 18 is below 20 and not at most 10.
      endpoint: {
        infusion: 6,
        total: 18,
        band: { name: 'minimal' },
        reduction: 22,
        percentReduction: 55,
        response: true,
        worsened: false,
        remissionBelow20: true,
        remissionAtMost10: false,
      },
      current: {
        slot: 'infusion-6',
        total: 18,
        on: '2026-03-19',
        reductionSinceBaseline: 22,
        // 22 - 18 = 4 since infusion 5.
        percentReductionSinceBaseline: 55,
        reductionSinceLast: 4,
      },
    });
  });
});

describe('the rule that names the endpoint', () => {
  test('is infusion 6, the last observed of infusions 2 to 6, or the post-series score', async () => {
    const course = await courseWith(40, 31, null, 25);
    const outcome = await outcomeOf(course);
    expect(outcome).toMatchObject({ endpoint: null, endpoints: { 'infusion-6': null } });
    // 40 - 25 = 15 at infusion 4; 100 x 15 / 40 = 37.5.
    expect(outcome.endpoints['last-observed']).toMatchObject({
      infusion: 4,
      total: 25,
      reduction: 15,
      percentReduction: 37.5,
      response: false,
    });
    const last = await outcomeOf(course, '?endpoint=last-observed');
    expect(last).toMatchObject({ endpointRule: 'last-observed', endpoint: { total: 25 } });
  });

  test('post-series stands beside infusion 6 and never replaces it', async () => {
    const course = await courseWith(40, null, null, null, null, 24);
    await course.create('post-series', { total: 10, assessedOn: '2026-03-20' }).expect(201);
    const outcome = await outcomeOf(course, '?endpoint=post-series');
    // 40 - 10 = 30; 100 x 30 / 40 = 75. At infusion 6: 40 - 24 = 16; 40 %.
    expect(outcome.endpoint).toMatchObject({ total: 10, reduction: 30, percentReduction: 75 });
    expect(outcome.endpoint).toMatchObject({ response: true, remissionAtMost10: true });
    expect(outcome.endpoints['infusion-6']).toMatchObject({ total: 24, response: false });
  });

  test('is one of the three', async () => {
    const course = await courseWith(40);
    const path = `/v1/courses/${course.id}/outcome`;
    expect(rulesOf(await course.person.get(`${path}?endpoint=best`).expect(422))).toEqual(['/endpoint isIn']);
  });
});

test.each([
  // 2 x 20 = 40 >= 40; 2 x 19 = 38 < 40; 2 x 18 = 36 >= 35; 2 x 17 = 34 < 35.
  [40, 20, true],
  [40, 21, false],
  [35, 17, true],
  [35, 18, false],
  [1, 0, true],
  [0, 0, false],
])('a fall from %i to %i: response %p', async (baseline, endpoint, response) => {
  const course = await courseWith(baseline, null, null, null, null, endpoint);
  expect((await outcomeOf(course)).endpoint).toMatchObject({ response });
});

test.each([
  [20, false, false],
  [19, true, false],
  [11, true, false],
  [10, true, true],
  [0, true, true],
])('an end at %i: remission below 20 %p, at most 10 %p', async (total, below20, atMost10) => {
  const course = await courseWith(40, null, null, null, null, total);
  expect((await outcomeOf(course)).endpoint).toMatchObject({
    remissionBelow20: below20,
    remissionAtMost10: atMost10,
  });
});

test('a course that ends one point higher is worsened, one that ends the same is not', async () => {
  const worse = await outcomeOf(await courseWith(20, null, null, null, null, 21));
  // 20 - 21 = -1 point; 100 x -1 / 20 = -5 %.
  expect(worse.endpoint).toMatchObject({ worsened: true, reduction: -1, percentReduction: -5 });
  const same = await outcomeOf(await courseWith(20, null, null, null, null, 20));
  expect(same.endpoint).toMatchObject({ worsened: false, reduction: 0, response: false });
});

test('from a baseline of 0 there is no per cent and no response', async () => {
  const outcome = await outcomeOf(await courseWith(0, null, null, null, null, 5));
  expect(outcome.endpoint).toMatchObject({ reduction: -5, percentReduction: null });
  expect(outcome.endpoint).toMatchObject({ response: false, worsened: true });
});

describe('where there is nothing to say, nothing is said', () => {
  test('of a course without any score', async () => {
    expect(await outcomeOf(await courseWith())).toMatchObject({
      status: 'active',
      infusionsScored: 0,
      baseline: null,
      current: null,
      endpoint: null,
      endpoints: { 'infusion-6': null, 'last-observed': null, 'post-series': null },
    });
  });

  test('against a baseline that is missing: the worst later score never stands in for it', async () => {
    const outcome = await outcomeOf(await courseWith(null, 50, 40, 30, 20, 10));
    expect(outcome).toMatchObject({ baseline: null, status: 'completed' });
    expect(outcome.endpoint).toMatchObject({
      total: 10,
      remissionAtMost10: true,
      reduction: null,
      percentReduction: null,
      response: null,
      worsened: null,
      reliableChange: null,
    });
  });

  test('by an incomplete form at infusion 6, which does not complete the course', async () => {
    const course = await courseWith(40);
    const form = { answers: answers({ 1: null }), assessedOn: '2026-03-19' };
    await course.create('infusion-6', form).expect(201);
    expect(await outcomeOf(course)).toMatchObject({ status: 'active', endpoint: null });
  });
});

describe('reliable change', () => {
  beforeEach(async () => {
    clinic = await testClinic(app);
  });

  test('is measured by the SD of all the clinic’s induction baselines', async () => {
    // Baselines 45, 15, 15, 45 and six times 30 of induction courses: mean 30, squares 4 x 225 = 900, SD = sqrt(900 / 9) = 10.
    // Threshold 1.96 x 10 x sqrt(2) x sqrt(0.08) = 1.96 x 10 x sqrt(0.16) = 1.96 x 10 x 0.4 = 7.84 points.
    const improved = await courseWith(45, null, null, null, null, 37);
    const none = await courseWith(15, null, null, null, null, 22);
    const worsened = await courseWith(15, null, null, null, null, 23);
    for (const underWay of [45, 30, 30, 30, 30, 30, 30]) await courseWith(underWay);
    const maintenance = await CourseUnderTest.begun(clinic.clinician, { kind: 'maintenance' });
    await maintenance.scores(64);
    await CourseUnderTest.begun((await testClinic(app)).clinician).then((other) => other.scores(0));
    const outcome = await outcomeOf(improved);
    expect(outcome.reliableChangeBasis.sdOfBaselines).toBeCloseTo(10, 12);
    expect(outcome.reliableChangeBasis.threshold).toBeCloseTo(7.84, 12);
    expect(outcome.reliableChangeBasis.baselines).toBe(10);
    expect(outcome.endpoint).toMatchObject({ reduction: 8, reliableChange: 'improved' });
    expect((await outcomeOf(none)).endpoint).toMatchObject({ reliableChange: 'none' });
    expect((await outcomeOf(worsened)).endpoint).toMatchObject({ reliableChange: 'worsened' });
  });

  test('can’t be told while the clinic has nine baselines', async () => {
    // Eight times 30 and one 33: mean 30 + 1/3, squares 8/9 + 64/9 = 8, and 8 / 8 = 1, whose root is 1.
    for (const baseline of [30, 30, 30, 30, 30, 30, 30, 30]) await courseWith(baseline);
    const outcome = await outcomeOf(await courseWith(33, null, null, null, null, 5));
    expect(outcome.reliableChangeBasis).toMatchObject({ threshold: null, sdOfBaselines: 1, baselines: 9 });
    expect(outcome.endpoint).toMatchObject({ response: true, reliableChange: null });
  });
});

describe('the states of the six visits', () => {
  const statesOf = ({ slots }: Outcome) => slots.map(({ state }) => state);

  test('tell what is scored, missed, past without a word, and still due', async () => {
    // Planned for 11, 14, 18, 21, 25 and 28 March; today is 20 March in the clinic.
    const course = await CourseUnderTest.begun(clinic.clinician, { startedOn: '2026-03-11' });
    await course.create('infusion-1', { total: 40, assessedOn: '2026-03-11' }).expect(201);
    await course.create('infusion-2', { state: 'missed', missedReason: 'noShow' }).expect(201);
    const outcome = await outcomeOf(course);
    expect(statesOf(outcome)).toEqual(['scored', 'missed', 'unresolved', 'due', 'due', 'due']);
    expect(outcome.slots.map(({ dueOn }) => dueOn)).toEqual([
      null,
      null,
      '2026-03-18',
      '2026-03-21',
      '2026-03-25',
      '2026-03-28',
    ]);
    expect(outcome.slots[1]).toMatchObject({ missedReason: 'noShow' });
  });

  test('a visit passed over by a later score is unresolved', async () => {
    const outcome = await outcomeOf(await courseWith(40, null, 30));
    expect(statesOf(outcome)[1]).toBe('unresolved');
  });

  test('a sixth visit marked as missed completes the course', async () => {
    const course = await courseWith(40, 30, 30, 30, 30);
    await course.create('infusion-6', { state: 'missed', missedReason: 'illness' }).expect(201);
    expect(await outcomeOf(course)).toMatchObject({ status: 'completed', endpoint: null });
  });
});
