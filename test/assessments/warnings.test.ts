import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { bodyOf, CourseUnderTest, quiet } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

/** A course with 50 at infusion 1 on 2026-03-02. */
async function severe(): Promise<CourseUnderTest> {
  const course = await CourseUnderTest.begun(clinic.clinician);
  await course.scores(50);
  return course;
}

const on = (assessedOn: string, total: number) => ({ total, assessedOn });
const overrideReason = 'asked again, the patient is sure';

describe('a change of more than 30 points within 3 days', () => {
  test('is asked back, and nothing is saved', async () => {
    const course = await severe();
    const answer = await course.create('infusion-2', on('2026-03-05', 19)).expect(422);
    expect(answer.body).toMatchObject({ type: '/problems/confirmation-needed', status: 422 });
    expect(bodyOf(answer).warnings).toEqual([
      {
        rule: 'large-change',
        message:
          'From 50 at infusion 1 (2 Mar 2026) to 19 at infusion 2 (5 Mar 2026) is a change of 31 points within 3 days. ' +
          'Check both scores and dates.',
      },
    ]);
    await course.nothingRecorded('infusion-2');
  });

  test('is saved with a reason, and the version keeps the reason', async () => {
    const course = await severe();
    await course.create('infusion-2', { ...on('2026-03-05', 19), overrideReason }).expect(201);
    const [version] = await course.versions('infusion-2');
    expect(version).toMatchObject({ total: 19, overrideReason });
  });

  test('needs a reason in words', async () => {
    const course = await severe();
    const blank = { ...on('2026-03-05', 19), overrideReason: '  ' };
    await course.create('infusion-2', blank).expect(422);
    await course.nothingRecorded('infusion-2');
  });

  test('of exactly 30 points, or over 4 days, is not asked back', async () => {
    const first = await severe();
    await first.create('infusion-2', on('2026-03-05', 20)).expect(201);
    const second = await severe();
    await second.create('infusion-2', on('2026-03-06', 19)).expect(201);
  });

  test('is asked back also where the earlier score comes later or is amended', async () => {
    const course = await CourseUnderTest.begun(clinic.clinician);
    await course.scores(null, 10);
    await course.create('infusion-1', on('2026-03-02', 41)).expect(422);
    await course.create('infusion-1', on('2026-03-02', 40)).expect(201);
    const answer = await course.amend('infusion-1', 1, on('2026-03-02', 45)).expect(422);
    expect(bodyOf(answer).warnings).toHaveLength(1);
  });
});

test('opposites answered high at once are asked back, both pairs in one answer', async () => {
  const course = await CourseUnderTest.begun(clinic.clinician);
  const form = { answers: quiet({ 3: 3, 4: 4, 5: 4, 6: 3 }), assessedOn: '2026-03-02' };
  const answer = await course.create('infusion-1', form).expect(422);
  expect(bodyOf(answer).warnings.map(({ message }) => message)).toEqual([
    'Items 3 (Appetite decreased) and 4 (Appetite increased) are opposites, and both were answered 3 or higher. ' +
      'Check with the patient.',
    'Items 5 (Insomnia) and 6 (Hypersomnia) are opposites, and both were answered 3 or higher. Check with the patient.',
  ]);
  await course.create('infusion-1', { ...form, overrideReason }).expect(201);
});

test('a form that is asked back shows at once what it says of death and suicide', async () => {
  const course = await CourseUnderTest.begun(clinic.clinician);
  const form = { answers: quiet({ 3: 3, 4: 3, 15: 2 }), assessedOn: '2026-03-02' };
  const answer = await course.create('infusion-1', form).expect(422);
  expect(answer.body).toMatchObject({
    type: '/problems/confirmation-needed',
    safetyNotice: {
      kind: 'positive',
      items: [{ number: 15, answer: 2 }],
      words: expect.stringContaining('Look at it now'),
    },
  });
  await course.nothingRecorded('infusion-1');
});

describe('a form that is refused', () => {
  const positive = { 3: 3, 15: 2 };

  test.each([
    ['a date in the future', { answers: quiet(positive), assessedOn: '2026-03-21' }],
    ['no date', { answers: quiet(positive) }],
    ['another total', { answers: quiet(positive), assessedOn: '2026-03-02', total: 3 }],
  ])('for %s shows what it says of death and suicide', async (_what, body) => {
    const course = await CourseUnderTest.begun(clinic.clinician);
    const answer = await course.create('infusion-1', body).expect(422);
    expect(answer.body).toMatchObject({
      type: '/problems/rule-broken',
      safetyNotice: {
        kind: 'positive',
        items: [{ number: 15, answer: 2 }],
        words: expect.stringContaining('Look at it now'),
      },
    });
    await course.nothingRecorded('infusion-1');
    const open = await clinic.clinician.get('/v1/safety-notices').expect(200);
    expect(open.body).toEqual({ items: [], next: null });
  });

  test('for its answers says nothing of death and suicide: they can’t be read', async () => {
    const course = await CourseUnderTest.begun(clinic.clinician);
    for (const form of [quiet({ ...positive, 1: 5 }), quiet(positive).slice(1)]) {
      const body = { answers: form, assessedOn: '2026-03-02' };
      const answer = await course.create('infusion-1', body).expect(422);
      expect(answer.body).not.toHaveProperty('safetyNotice');
    }
  });
});

test('a fault comes before a warning: a reason never overrides it', async () => {
  const course = await severe();
  const future = { ...on('2026-03-21', 5), overrideReason };
  const answer = await course.create('infusion-2', future).expect(422);
  expect(answer.body).toMatchObject({ type: '/problems/rule-broken' });
});

test('a reason that nothing asked for is not kept', async () => {
  const course = await severe();
  await course.create('infusion-2', { ...on('2026-03-05', 40), overrideReason }).expect(201);
  const [version] = await course.versions('infusion-2');
  expect(version).toMatchObject({ overrideReason: null });
});
