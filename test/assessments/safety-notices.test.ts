import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { bodyOf, CourseUnderTest, quiet, type Notice } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
let course: CourseUnderTest;
beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  clinic = await testClinic(app);
  course = await CourseUnderTest.begun(clinic.clinician);
});
afterEach(() => app.clock.set('2026-03-20T17:00:00Z'));
afterAll(() => app.close());

const form = (given: Record<number, number | null>) => ({
  answers: quiet(given),
  assessedOn: '2026-03-02',
});

async function recordBaseline(given: Record<number, number | null>): Promise<Notice | null> {
  return bodyOf(await course.create('infusion-1', form(given)).expect(201)).safetyNotice;
}

async function openNotices(query = ''): Promise<Notice[]> {
  const answer = await clinic.clinician.get(`/v1/safety-notices${query}`).expect(200);
  return (answer.body as { items: Notice[] }).items;
}

const acknowledge = (id: string, actionTaken: string, person = clinic.clinician) =>
  person.post(`/v1/safety-notices/${id}/acknowledgement`, { actionTaken });

describe('an answer of 1 or more about death or suicide', () => {
  test('is shown at once, says what it is not, and stays open', async () => {
    const notice = await recordBaseline({ 15: 1 });
    expect(notice).toMatchObject({
      courseId: course.id,
      slot: 'infusion-1',
      kind: 'positive',
      acknowledgedAt: null,
      items: [{ number: 15, label: 'Thoughts of suicide', answer: 1 }],
      openedAt: '2026-03-20T17:00:00.000Z',
      words: expect.stringMatching(/not a validated suicide screen/),
    });
    expect(await openNotices()).toEqual([notice]);
  });

  test('is shown also where the total is incomplete', async () => {
    const notice = await recordBaseline({ 1: null, 14: 4, 15: null });
    expect(notice).toMatchObject({
      kind: 'positive',
      items: [
        { number: 14, answer: 4 },
        { number: 15, answer: null },
      ],
    });
  });
});

test('an item about death or suicide that was left out asks for a look', async () => {
  const notice = await recordBaseline({ 14: null });
  expect(notice).toMatchObject({ kind: 'incomplete', items: [{ number: 14, answer: null }] });
  expect(notice).toMatchObject({ words: expect.stringMatching(/Ask the patient/) });
});

test('two answers of 0 open no notice, and so does a total without answers', async () => {
  expect(await recordBaseline({})).toBeNull();
  const total = { total: 64, assessedOn: '2026-03-09' };
  expect(bodyOf(await course.create('infusion-3', total).expect(201)).safetyNotice).toBeNull();
  expect(await openNotices()).toEqual([]);
});

describe('an amendment', () => {
  test('that leaves the two answers as they were opens no second notice, and shows the first', async () => {
    const notice = await recordBaseline({ 15: 2 });
    const amended = await course.amend('infusion-1', 1, form({ 15: 2, 1: 4 })).expect(200);
    expect(bodyOf(amended).safetyNotice).toEqual(notice);
    expect(await openNotices()).toEqual([notice]);
  });

  test('that leaves them as they were after an acknowledgement shows the acknowledged notice', async () => {
    const notice = await recordBaseline({ 15: 2 });
    await acknowledge(notice?.id ?? '', 'Safety plan reviewed').expect(200);
    const amended = await course.amend('infusion-1', 1, form({ 15: 2, 1: 4 })).expect(200);
    expect(bodyOf(amended).safetyNotice).toMatchObject({
      id: notice?.id,
      actionTaken: 'Safety plan reviewed',
    });
    expect(await openNotices()).toEqual([]);
  });

  test('that changes one of them opens a new notice, and the first stays open', async () => {
    const notice = await recordBaseline({ 15: 2 });
    const amended = await course.amend('infusion-1', 1, form({ 15: 3 })).expect(200);
    expect(bodyOf(amended).safetyNotice).toMatchObject({ items: [{ number: 15, answer: 3 }] });
    expect((await openNotices()).map(({ id }) => id)).toEqual([notice?.id, bodyOf(amended).safetyNotice?.id]);
  });

  test('to 0, or taking the entry back, leaves the notice open until somebody has looked', async () => {
    const notice = await recordBaseline({ 15: 2 });
    const zero = await course.amend('infusion-1', 1, form({})).expect(200);
    expect(bodyOf(zero).safetyNotice).toBeNull();
    await course.amend('infusion-1', 2, { state: 'entered-in-error' }).expect(200);
    expect(await openNotices()).toEqual([notice]);
  });
});

test('the same answers sent again show the same notice', async () => {
  const notice = await recordBaseline({ 15: 1 });
  const again = await course.create('infusion-1', form({ 15: 1 })).expect(201);
  expect(bodyOf(again).safetyNotice).toEqual(notice);
});

describe('an acknowledgement', () => {
  test('keeps who, when and what was done, and closes the notice', async () => {
    const notice = await recordBaseline({ 14: 1 });
    app.clock.set('2026-03-20T17:05:00Z');
    const answer = await acknowledge(notice?.id ?? '', '  Talked with the patient ').expect(200);
    expect(answer.body).toEqual({
      ...notice,
      acknowledgedAt: '2026-03-20T17:05:00.000Z',
      acknowledgedBy: clinic.clinician.id,
      acknowledgedByName: 'clinician',
      actionTaken: 'Talked with the patient',
    });
    expect(await openNotices()).toEqual([]);
  });

  test('sent again is answered the same; another one is a conflict, and the first stays', async () => {
    const id = (await recordBaseline({ 14: 1 }))?.id ?? '';
    const first = await acknowledge(id, 'Talked').expect(200);
    app.clock.advance(60_000);
    const again = await acknowledge(id, 'Talked').expect(200);
    expect(again.body).toEqual(first.body);
    await acknowledge(id, 'Called the wife').expect(409);
    const late = await acknowledge(id, 'Talked', clinic.director).expect(409);
    expect((late.body as { current: unknown }).current).toEqual(first.body);
  });

  test('of two at once one is kept', async () => {
    const id = (await recordBaseline({ 14: 1 }))?.id ?? '';
    const answers = await Promise.all([acknowledge(id, 'Talked'), acknowledge(id, 'Talked', clinic.director)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = answers.find(({ status }) => status === 200);
    const late = answers.find(({ status }) => status === 409);
    expect((late?.body as { current: unknown }).current).toEqual(kept?.body);
    expect(kept?.body).toMatchObject({
      acknowledgedByName: expect.stringMatching(/^(clinician|Dana)$/),
    });
  });

  test.each(['', '   ', 'a'.repeat(1001), 'a\u0000', 7, null, undefined])(
    'says what was done: %p is refused',
    async (actionTaken) => {
      const id = (await recordBaseline({ 14: 1 }))?.id ?? '';
      const path = `/v1/safety-notices/${id}/acknowledgement`;
      await clinic.clinician.post(path, { actionTaken }).expect(422);
      expect(await openNotices()).toHaveLength(1);
    },
  );

  test('is for the people of the clinic', async () => {
    const id = (await recordBaseline({ 14: 1 }))?.id ?? '';
    const other = await testClinic(app);
    await acknowledge(id, 'Nothing', other.director).expect(404);
    await acknowledge(id, 'Nothing', clinic.marketing).expect(403);
    await clinic.marketing.get('/v1/safety-notices').expect(403);
    const foreign = await other.director.get('/v1/safety-notices').expect(200);
    expect(foreign.body).toEqual({ items: [], next: null });
    expect(await openNotices()).toHaveLength(1);
  });
});

test('a course says how many of its notices are open, alone and in the list', async () => {
  const path = `/v1/courses/${course.id}`;
  const openOf = (answer: { body: unknown }) => (answer.body as { openSafetyNotices: number }).openSafetyNotices;
  expect(openOf(await clinic.clinician.get(path).expect(200))).toBe(0);
  const notice = await recordBaseline({ 15: 1 });
  await course.create('infusion-2', { ...form({ 14: 1 }), assessedOn: '2026-03-05' }).expect(201);
  await CourseUnderTest.begun(clinic.clinician, { startedOn: '2026-03-01' });
  const other = await CourseUnderTest.begun(clinic.clinician, { startedOn: '2026-03-02' });
  await other.create('infusion-1', form({ 15: 4 })).expect(201);
  expect(openOf(await clinic.clinician.get(path).expect(200))).toBe(2);
  await acknowledge(notice?.id ?? '', 'Talked').expect(200);
  expect(openOf(await clinic.clinician.get(path).expect(200))).toBe(1);
  const changed = await clinic.clinician.patch(path, { indication: 'ptsd' }).set('If-Match', '"1"');
  expect(openOf(changed)).toBe(1);
  const list = await clinic.clinician.get('/v1/courses').expect(200);
  const { items } = list.body as { items: { id: string; openSafetyNotices: number }[] };
  const open = new Map(items.map(({ id, openSafetyNotices }) => [id, openSafetyNotices]));
  expect([open.get(course.id), open.get(other.id)]).toEqual([1, 1]);
  expect([...open.values()].sort()).toEqual([0, 1, 1]);
});

describe('the list of open notices', () => {
  test('says whose answers each notice speaks of, and in which of the courses', async () => {
    const read = await clinic.clinician.get(`/v1/courses/${course.id}`).expect(200);
    const { patientId, chartNumber } = read.body as { patientId: string; chartNumber: string };
    const second = await clinic.clinician
      .post(`/v1/patients/${patientId}/courses`, { startedOn: '2026-03-18', kind: 'maintenance' })
      .expect(201);
    const path = `/v1/courses/${(second.body as { id: string }).id}/assessments/infusion-1`;
    await recordBaseline({ 15: 1 });
    const later = { ...form({ 14: 2 }), assessedOn: '2026-03-18' };
    app.clock.advance(1000);
    await clinic.clinician.put(path, later).set('If-None-Match', '*').expect(201);
    expect(await openNotices()).toMatchObject([
      { chartNumber, courseNumber: 1 },
      { chartNumber, courseNumber: 2 },
    ]);
  });

  test('comes oldest first, in pages, each notice once', async () => {
    const opened: string[] = [];
    for (const slot of ['infusion-1', 'infusion-2', 'infusion-3', 'infusion-4', 'infusion-5']) {
      // The first three were opened at one instant.
      if (opened.length > 2) app.clock.advance(1000);
      const overrideReason = 'all forms were filled in on one day';
      const answer = await course.create(slot, { ...form({ 15: 1 }), overrideReason }).expect(201);
      opened.push(bodyOf(answer).safetyNotice?.id ?? '');
    }
    const found: string[] = [];
    for (let path: string | undefined = '/v1/safety-notices?limit=2'; path !== undefined;) {
      const answer = await clinic.clinician.get(path).expect(200);
      found.push(...(answer.body as { items: Notice[] }).items.map(({ id }) => id));
      const { link = '' } = answer.headers as { link?: string };
      path = /^<([^>]+)>; rel="next"$/.exec(link)?.[1];
    }
    expect(found).toEqual(opened);
  });

  test('takes only cursors that it gave out', async () => {
    const cursor = (...key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const id = '019a5c1e-8f00-7000-8000-000000000010';
    const odd = ['x', cursor('A-1'), cursor('now', id), cursor('2026-02-31T00:00:00.000Z', id)];
    for (const after of [...odd, cursor('2026-03-02T00:00:00.000Z', 'x')]) {
      await clinic.clinician.get(`/v1/safety-notices?after=${after}`).expect(400);
    }
  });
});

test('a course keeps its notices, with who looked at them and what was done', async () => {
  const first = await recordBaseline({ 15: 1 });
  await acknowledge(first?.id ?? '', 'Talked with the patient').expect(200);
  const second = { answers: quiet({ 14: 2 }), assessedOn: '2026-03-05' };
  app.clock.advance(60_000);
  const { safetyNotice } = bodyOf(await course.create('infusion-2', second).expect(201));
  const kept = await clinic.director.get(`/v1/courses/${course.id}/safety-notices`).expect(200);
  expect((kept.body as { items: Notice[] }).items).toMatchObject([
    { id: safetyNotice?.id, slot: 'infusion-2', acknowledgedAt: null },
    { id: first?.id, slot: 'infusion-1', actionTaken: 'Talked with the patient' },
  ]);
  await clinic.director.get(`/v1/courses/${clinic.id}/safety-notices`).expect(404);
});
