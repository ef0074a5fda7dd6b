import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { bodyOf, CourseUnderTest, PLANNED, rulesOf } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterEach(() => app.clock.set('2026-03-20T17:00:00Z'));
afterAll(() => app.close());

const assessedOn = '2026-03-02';
const score = (total: number) => ({ total, assessedOn });

/** A course whose baseline is recorded as 35. */
async function recorded(): Promise<CourseUnderTest> {
  const course = await CourseUnderTest.begun(clinic.clinician);
  await course.create('infusion-1', score(35)).expect(201);
  return course;
}

describe('an amendment', () => {
  test('keeps the earlier version with who, when and why, and when it was superseded', async () => {
    const course = await recorded();
    app.clock.set('2026-03-20T17:10:00Z');
    const answer = await course
      .amend('infusion-1', 1, { ...score(53), amendmentReason: 'digits swapped' }, clinic.director)
      .expect(200);
    expect(answer.headers.etag).toBe('"2"');
    const history = await course.versions('infusion-1');
    expect(history).toMatchObject([
      {
        version: 2,
        total: 53,
        band: 'severe',
        amendmentReason: 'digits swapped',
        recordedBy: clinic.director.id,
        recordedAt: '2026-03-20T17:10:00.000Z',
        recordedByName: 'Dana',
        supersededAt: null,
      },
      {
        version: 1,
        total: 35,
        band: 'moderate',
        amendmentReason: null,
        recordedBy: clinic.clinician.id,
        recordedAt: '2026-03-20T17:00:00.000Z',
        recordedByName: 'clinician',
        supersededAt: '2026-03-20T17:10:00.000Z',
      },
    ]);
  });

  test('needs a reason', async () => {
    const course = await recorded();
    const answer = await course.person.put(course.path('infusion-1'), score(36)).set('If-Match', '"1"').expect(422);
    expect(rulesOf(answer)).toEqual(['/amendmentReason reason-missing']);
    expect(await course.versions('infusion-1')).toHaveLength(1);
  });

  test('of a slot where nothing was recorded is refused', async () => {
    const course = await recorded();
    const answer = await course.amend('infusion-2', 1, score(30)).expect(412);
    expect(bodyOf(answer).current).toBeNull();
    await course.nothingRecorded('infusion-2');
  });
});

describe('an entry made in error', () => {
  test('is taken back by an amendment, counts no more, and is kept', async () => {
    const course = await recorded();
    const taken = await course
      .amend('infusion-1', 1, { state: 'entered-in-error', amendmentReason: 'other patient' })
      .expect(200);
    expect(taken.body).toMatchObject({ state: 'entered-in-error', total: null, assessedOn: null });
    const outcome = await course.person.get(`/v1/courses/${course.id}/outcome`).expect(200);
    expect(outcome.body).toMatchObject({ baseline: null, infusionsScored: 0 });
    const [now, before] = await course.versions('infusion-1');
    expect(now).toMatchObject({ version: 2, amendmentReason: 'other patient' });
    expect(before).toMatchObject({ version: 1, total: 35 });
  });

  test('can be entered again, as the next version', async () => {
    const course = await recorded();
    await course.amend('infusion-1', 1, { state: 'entered-in-error' }).expect(200);
    const blind = await course.create('infusion-1', score(40)).expect(412);
    expect(bodyOf(blind).current).toMatchObject({ state: 'entered-in-error', version: 2 });
    const answer = await course.amend('infusion-1', 2, score(40)).expect(200);
    expect(answer.body).toMatchObject({ state: 'scored', total: 40, version: 3 });
    expect((await course.versions('infusion-1')).map(({ state }) => state)).toEqual([
      'scored',
      'entered-in-error',
      'scored',
    ]);
  });

  test('can’t be taken back twice, nor where nothing is', async () => {
    const course = await recorded();
    const never = await course.create('infusion-2', { state: 'entered-in-error' }).expect(422);
    expect(rulesOf(never)).toEqual(['/state nothing-to-take-back']);
    await course.amend('infusion-1', 1, { state: 'entered-in-error' }).expect(200);
    const twice = await course.amend('infusion-1', 2, { state: 'entered-in-error' }).expect(422);
    expect(rulesOf(twice)).toEqual(['/state nothing-to-take-back']);
  });

  test('has only its reason', async () => {
    const course = await recorded();
    const answer = await course.amend('infusion-1', 1, { state: 'entered-in-error', total: 3, assessedOn }).expect(422);
    expect(rulesOf(answer)).toEqual(['/total unexpected', '/assessedOn unexpected']);
  });
});

describe('what a client must say it has seen', () => {
  test('is missing: nothing is saved', async () => {
    const course = await recorded();
    const path = course.path('infusion-2');
    const answer = await course.person.put(path, score(30)).expect(428);
    expect(answer.body).toMatchObject({ type: '/problems/precondition-missing' });
    await course.nothingRecorded('infusion-2');
  });

  test.each([
    ['If-Match', '1'],
    ['If-Match', 'W/"1"'],
    ['If-Match', '*'],
    ['If-Match', '"one"'],
    ['If-None-Match', '"1"'],
  ])('in no form that names a version: %s: %s', async (header, value) => {
    const course = await recorded();
    const body = { ...score(30), amendmentReason: 'typing error' };
    await course.person.put(course.path('infusion-1'), body).set(header, value).expect(400);
  });

  test('both ways at once is refused', async () => {
    const course = await recorded();
    await course.amend('infusion-1', 1, score(30)).set('If-None-Match', '*').expect(400);
  });
});

describe('two clients', () => {
  test('that amend one score at once: one is saved, the other is shown what is there now', async () => {
    const course = await recorded();
    const answers = await Promise.all([
      course.amend('infusion-1', 1, score(36)),
      course.amend('infusion-1', 1, score(37), clinic.director),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.find(({ status }) => status === 412);
    const { total } = bodyOf(won ?? { body: {} });
    expect(bodyOf(lost ?? { body: {} }).current).toMatchObject({ total, version: 2 });
    expect((await course.versions('infusion-1')).map((version) => version.total)).toEqual([total, 35]);
  });

  test('that first record one slot at once: one is saved, the other is refused', async () => {
    const course = await recorded();
    const visit = (total: number) => ({ total, assessedOn: '2026-03-05' });
    const answers = await Promise.all([
      course.create('infusion-2', visit(30)),
      course.create('infusion-2', visit(31), clinic.director),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(await course.versions('infusion-2')).toHaveLength(1);
  });

  test('with the same score are two people: the second is shown the first’s entry', async () => {
    const course = await recorded();
    const answer = await course.create('infusion-1', score(35), clinic.director).expect(412);
    expect(bodyOf(answer).current).toMatchObject({
      total: 35,
      recordedBy: clinic.clinician.id,
      recordedByName: 'clinician',
    });
  });

  test('that record the six slots of a course at once are all served', async () => {
    const course = await CourseUnderTest.begun(clinic.clinician);
    const answers = await Promise.all(
      PLANNED.map((on, at) => course.create(`infusion-${at + 1}`, { total: 30, assessedOn: on })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
  });

  test('that record two visits at once which can’t both be right: one is saved, the other is refused', async () => {
    const courses = await Promise.all(Array.from({ length: 8 }, () => CourseUnderTest.begun(clinic.clinician)));
    const pairs = await Promise.all(
      courses.map((course) =>
        Promise.all([
          course.create('infusion-1', { total: 30, assessedOn: '2026-03-09' }),
          course.create('infusion-2', { total: 28, assessedOn: '2026-03-05' }),
        ]),
      ),
    );
    for (const pair of pairs) expect(pair.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});

describe('the same request', () => {
  test('ten times at once is one version, and each of the ten is answered with it', async () => {
    const course = await CourseUnderTest.begun(clinic.clinician);
    const answers = await Promise.all(Array.from({ length: 10 }, () => course.create('infusion-1', score(35))));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ headers }) => String(headers.etag)))).toEqual(new Set(['"1"']));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await course.versions('infusion-1')).toHaveLength(1);
  });

  test('as an amendment ten times at once is one new version', async () => {
    const course = await recorded();
    const answers = await Promise.all(Array.from({ length: 10 }, () => course.amend('infusion-1', 1, score(36))));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map(({ headers }) => String(headers.etag)))).toEqual(new Set(['"2"']));
    expect(await course.versions('infusion-1')).toHaveLength(2);
  });

  test('sent again after a lost answer is answered the same, also on a later day', async () => {
    const course = await CourseUnderTest.begun(clinic.clinician);
    const first = await course.create('infusion-1', score(35)).expect(201);
    const again = await course.create('infusion-1', score(35)).expect(201);
    expect(again.body).toEqual(first.body);
    await course.amend('infusion-1', 1, score(36)).expect(200);
    await course.amend('infusion-1', 1, score(36)).expect(200);
    await course.create('infusion-1', score(35)).expect(412);
    expect(await course.versions('infusion-1')).toHaveLength(2);
  });

  test('with a fault in it is no retry', async () => {
    const course = await recorded();
    const odd = { ...score(35), missedReason: 'illness' };
    await course.create('infusion-1', odd).expect(412);
  });
});
