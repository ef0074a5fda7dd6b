import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { answers, bodyOf, CourseUnderTest, quiet, rulesOf } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
let other: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  other = await testClinic(app);
});
afterAll(() => app.close());

const begun = () => CourseUnderTest.begun(clinic.clinician);
const assessedOn = '2026-03-02';

describe('a total', () => {
  test('of 35 is recorded with its band, its date, who recorded it and when', async () => {
    const course = await begun();
    const answer = await course.create('infusion-1', { total: 35, assessedOn }).expect(201);
    expect(answer.body).toEqual({
      slot: 'infusion-1',
      state: 'scored',
      total: 35,
      band: 'moderate',
      answers: null,
      noTotalBecause: null,
      assessedOn,
      missedReason: null,
      note: null,
      version: 1,
      published: null,
      safetyNotice: null,
      recordedAt: '2026-03-20T17:00:00.000Z',
      recordedBy: clinic.clinician.id,
      recordedByName: 'clinician',
    });
    expect(answer.headers.etag).toBe('"1"');
    const read = await course.person.get(course.path('infusion-1')).expect(200);
    expect(read.headers.etag).toBe('"1"');
    expect({ ...(read.body as object), safetyNotice: null, published: null }).toEqual(answer.body);
  });

  // Ends of the five bands: 0-10, 11-20, 21-30, 31-45, 46-64.
  test.each([
    [0, 'nonDepressed'],
    [10, 'nonDepressed'],
    [11, 'minimal'],
    [20, 'minimal'],
    [21, 'mild'],
    [30, 'mild'],
    [31, 'moderate'],
    [45, 'moderate'],
    [46, 'severe'],
    [64, 'severe'],
  ])('of %i is %s', async (total, band) => {
    const course = await begun();
    const answer = await course.create('infusion-1', { total, assessedOn }).expect(201);
    expect(answer.body).toMatchObject({ total, band });
  });

  test('with a note that can’t be kept as it was typed is refused', async () => {
    const course = await begun();
    const sent = { total: 35, assessedOn, note: 'half a letter \ud800' };
    const answer = await course.create('infusion-1', sent).expect(422);
    expect(bodyOf(answer).errors).toMatchObject([{ pointer: '/note' }]);
  });

  test.each([65, 68, 72])('of %i is refused, because items 17 and 18 never count', async (total) => {
    const course = await begun();
    const answer = await course.create('infusion-1', { total, assessedOn }).expect(422);
    expect(bodyOf(answer).errors).toEqual([
      {
        pointer: '/total',
        rule: 'total-of-all-items',
        message:
          `${total} is above 64, the highest possible total. Pages that give the range as 0 to 72 are wrong: they add ` +
          'items 17 and 18. This may be a total of all 18 items; add up items 1 to 16 only.',
      },
    ]);
    await course.nothingRecorded('infusion-1');
  });

  test.each([
    ['73', 73, 'total-too-high'],
    ['a billion', 1e9, 'total-too-high'],
    ['the largest number', Number.MAX_VALUE, 'total-too-high'],
    ['-1', -1, 'total-negative'],
    ['35.5', 35.5, 'total-not-whole'],
    ['"35"', '35', 'total-not-a-number'],
    ['"NaN"', 'NaN', 'total-not-a-number'],
    ['an empty text', '', 'total-not-a-number'],
    ['true', true, 'total-not-a-number'],
    ['[]', [], 'total-not-a-number'],
    ['[35]', [35], 'total-not-a-number'],
    ['{}', {}, 'total-not-a-number'],
    ['null', null, 'score-missing'],
    ['nothing', undefined, 'score-missing'],
  ])('that is %s is refused and nothing is saved', async (_what, total, rule) => {
    const course = await begun();
    const answer = await course.create('infusion-1', { total, assessedOn }).expect(422);
    expect(rulesOf(answer)).toEqual([`/total ${rule}`]);
    await course.nothingRecorded('infusion-1');
  });

  test('beyond all numbers (1e999) is refused', async () => {
    const course = await begun();
    const body: unknown = `{"total": 1e999, "assessedOn": "${assessedOn}"}`;
    const answer = await course
      .create('infusion-1', body as object)
      .set('Content-Type', 'application/json')
      .expect(422);
    expect(rulesOf(answer)).toEqual(['/total total-not-a-number']);
  });
});

describe('the 18 answers', () => {
  test('make the total of items 1 to 16', async () => {
    const course = await begun();
    // 16 x 2 = 32; items 17 and 18 at 4 change nothing.
    const form = answers({ 17: 4, 18: 4 });
    const answer = await course.create('infusion-1', { answers: form, assessedOn }).expect(201);
    expect(answer.body).toMatchObject({ total: 32, band: 'moderate', answers: form });
  });

  test('of an incomplete form are kept, and make no total', async () => {
    const course = await begun();
    const form = quiet({ 9: null });
    const answer = await course.create('infusion-1', { answers: form, assessedOn }).expect(201);
    expect(answer.body).toMatchObject({ total: null, band: null, answers: form });
    const because = 'Item 9 is not answered; without all 16 there is no total.';
    expect(answer.body).toMatchObject({ noTotalBecause: because });
    const read = await course.person.get(course.path('infusion-1')).expect(200);
    expect(read.body).toMatchObject({ noTotalBecause: because });
    const { body } = (await course.person.get(`/v1/courses/${course.id}/outcome`)) as {
      body: { baseline: unknown; infusionsScored: number };
    };
    expect(body).toMatchObject({ baseline: null, infusionsScored: 0 });
  });

  test('without items 17 and 18 still make a total', async () => {
    const course = await begun();
    const form = quiet({ 17: null, 18: null });
    const answer = await course.create('infusion-1', { answers: form, assessedOn }).expect(201);
    expect(answer.body).toMatchObject({ total: 28 });
  });

  test('may come with the total they make, and with no other', async () => {
    const course = await begun();
    const differs = await course.create('infusion-1', { answers: quiet(), total: 29, assessedOn }).expect(422);
    expect(bodyOf(differs).errors).toEqual([
      {
        pointer: '/total',
        rule: 'total-differs-from-answers',
        message: 'A total of 29 was sent, but items 1 to 16 add up to 28.',
      },
    ]);
    const form = quiet({ 1: null });
    const incomplete = await course.create('infusion-1', { answers: form, total: 26, assessedOn }).expect(422);
    expect(rulesOf(incomplete)).toEqual(['/total total-differs-from-answers']);
    await course.create('infusion-1', { answers: quiet(), total: 28, assessedOn }).expect(201);
  });

  test('are each a whole number 0 to 4 or empty; every wrong one is named', async () => {
    const course = await begun();
    const form = [5, -1, 1.5, '2', true, {}, ...quiet().slice(6)];
    const answer = await course.create('infusion-1', { answers: form, assessedOn }).expect(422);
    expect(bodyOf(answer).errors.map(({ pointer }) => pointer)).toEqual([
      '/answers/0',
      '/answers/1',
      '/answers/2',
      '/answers/3',
      '/answers/4',
      '/answers/5',
    ]);
  });

  test.each([
    ['17', answers().slice(1)],
    ['19', [...answers(), 2]],
    ['none', []],
    ['a text', '2'.repeat(18)],
    ['an object', { 1: 2 }],
  ])('are 18: %s is refused', async (_what, form) => {
    const course = await begun();
    const answer = await course.create('infusion-1', { answers: form, assessedOn }).expect(422);
    expect(rulesOf(answer)).toEqual(['/answers answers-not-18']);
  });
});

describe('a missed visit', () => {
  test('is recorded with its reason, with or without a day', async () => {
    const course = await begun();
    const missed = { state: 'missed', missedReason: 'illness', note: 'Had the flu' };
    const answer = await course.create('infusion-2', missed).expect(201);
    expect(answer.body).toMatchObject({ ...missed, total: null, assessedOn: null });
    await course.create('infusion-3', { ...missed, assessedOn: '2026-03-09' }).expect(201);
  });

  test('has a reason and no score', async () => {
    const course = await begun();
    const odd = { state: 'missed', total: 20, answers: quiet() };
    expect(rulesOf(await course.create('infusion-2', odd).expect(422))).toEqual([
      '/total unexpected',
      '/answers unexpected',
      '/missedReason reason-missing',
    ]);
    const scored = { total: 20, assessedOn, missedReason: 'illness' };
    expect(rulesOf(await course.create('infusion-2', scored).expect(422))).toEqual(['/missedReason unexpected']);
  });

  test('that was entered by mistake becomes a score by an amendment', async () => {
    const course = await begun();
    await course.create('infusion-1', { state: 'missed', missedReason: 'noShow' }).expect(201);
    await course.amend('infusion-1', 1, { total: 35, assessedOn }).expect(200);
  });
});

test('everything that is wrong with a score is named at once', async () => {
  const course = await begun();
  const answer = await course.create('infusion-1', { total: 70, answers: [1], assessedOn: '2026-03-21' }).expect(422);
  expect(rulesOf(answer)).toEqual([
    '/total total-of-all-items',
    '/answers answers-not-18',
    '/assessedOn date-in-future',
  ]);
  const undated = await course.create('infusion-1', { total: '35' }).expect(422);
  expect(rulesOf(undated)).toEqual(['/assessedOn date-missing', '/total total-not-a-number']);
});

test('a field that is not known is named, and the score is not saved', async () => {
  const course = await begun();
  const answer = await course
    .create('infusion-1', { total: 35, assessedOn, mood: 'better', reason: 'none' })
    .expect(422);
  expect(rulesOf(answer)).toEqual(['/mood unknown', '/reason unknown']);
  await course.nothingRecorded('infusion-1');
});

test('notes and reasons are texts of at most 500 characters', async () => {
  const course = await begun();
  const score = { total: 35, assessedOn };
  const long = '☃\uFE0F'.repeat(251);
  for (const note of [long, 'a\u0000', 7, ['a']]) {
    const answer = await course.create('infusion-1', { ...score, note }).expect(422);
    expect(rulesOf(answer)[0]).toMatch(/^\/note /);
  }
  const note = 'é\n'.repeat(250);
  await course.create('infusion-1', { ...score, note }).expect(201);
  for (const amendmentReason of ['', '   ', long, 'a\u0000', 7]) {
    await course.amend('infusion-1', 1, { ...score, amendmentReason }).expect(422);
  }
});

describe('a slot', () => {
  test.each(['infusion-0', 'infusion-7', 'baseline', 'follow-up-0', 'follow-up-04', 'follow-up-105'])(
    '%s does not exist',
    async (slot) => {
      const course = await begun();
      await course.create(slot, { total: 35, assessedOn }).expect(404);
      await course.person.get(course.path(slot)).expect(404);
    },
  );

  test('of another clinic’s course is not found, whatever is done to it', async () => {
    const course = await begun();
    await course.create('infusion-1', { total: 35, assessedOn }).expect(201);
    const amended = { total: 20, assessedOn };
    await course.create('infusion-1', amended, other.clinician).expect(404);
    await course.amend('infusion-1', 1, amended, other.clinician).expect(404);
    for (const path of ['', '/versions']) {
      await other.director.get(course.path('infusion-1') + path).expect(404);
    }
    expect(await course.versions('infusion-1')).toHaveLength(1);
  });
});

test('marketing reaches no score', async () => {
  const course = await begun();
  await course.create('infusion-1', { total: 35, assessedOn }, clinic.marketing).expect(403);
  await clinic.marketing.get(course.path('infusion-1')).expect(403);
});

test.each(['[]', '[{"total": 35}]', '"35"', '35', 'null', 'true', '{"total": 35', ''])(
  'a body that is no score, %s, is refused, and nothing is saved',
  async (body: unknown) => {
    const course = await begun();
    const answer = await course
      .create('infusion-1', body as object)
      .set('Content-Type', 'application/json')
      .expect('content-type', /^application\/problem\+json/);
    expect([400, 422]).toContain(answer.status);
    await course.nothingRecorded('infusion-1');
  },
);
