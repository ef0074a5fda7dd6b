import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { CourseUnderTest, PLANNED, type Fault } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Item {
  courseId: string;
  slot: string;
  status: number;
  etag: string | null;
  recorded: { total: number | null; version: number; safetyNotice: { id: string } | null } | null;
  problem: { type: string; status: number; detail: string; errors?: Fault[]; current?: { total: number } } | null;
}

const begun = () => CourseUnderTest.begun(clinic.clinician);
const send = (entries: unknown, person: SignedIn = clinic.clinician) => person.put('/v1/assessments', { entries });
const itemsOf = async (entries: unknown, person?: SignedIn) => {
  const answered = await send(entries, person).expect(200);
  return (answered.body as { items: Item[] }).items;
};
const entry = ({ id }: { id: string }, infusion: number, total: unknown, more: object = {}) => ({
  courseId: id,
  slot: `infusion-${infusion}`,
  total,
  assessedOn: PLANNED[infusion - 1],
  ifMatch: null,
  ...more,
});
const seen = (items: Item[]) =>
  items.map(({ status, etag, recorded, problem }) => [status, etag, recorded?.total ?? problem?.type]);
const totalAt = async (course: CourseUnderTest, infusion: number) => {
  const answered = await clinic.clinician.get(course.path(`infusion-${infusion}`));
  return (answered.body as { total?: number }).total;
};

describe('a block of entries', () => {
  test('is recorded over several courses, each entry with its own result and ETag, in the order sent', async () => {
    const [one, two] = [await begun(), await begun()];
    const items = await itemsOf([entry(one, 1, 40), entry(two, 1, 38), entry(one, 2, 36), entry(two, 3, 30)]);
    expect(items.map(({ courseId, slot }) => [courseId, slot])).toEqual([
      [one.id, 'infusion-1'],
      [two.id, 'infusion-1'],
      [one.id, 'infusion-2'],
      [two.id, 'infusion-3'],
    ]);
    expect(seen(items)).toEqual([40, 38, 36, 30].map((total) => [201, '"1"', total]));
    expect(await totalAt(two, 3)).toBe(30);
  });

  test('leaves what needs a decision as it is, and records the rest of the same course', async () => {
    const course = await begun();
    await course.create('infusion-1', { total: 40, assessedOn: PLANNED[0] }).expect(201);
    const items = await itemsOf([
      entry(course, 1, 41),
      entry(course, 2, 36),
      entry(course, 3, 2, { answers: null, assessedOn: '2026-03-05' }),
      entry(course, 4, 65),
      entry(course, 5, 34, { assessedOn: '2026-03-01' }),
      entry(course, 6, 33, { ifMatch: '"4"' }),
    ]);
    expect(seen(items)).toEqual([
      [412, null, '/problems/stale-version'],
      [201, '"1"', 36],
      [422, null, '/problems/confirmation-needed'],
      [422, null, '/problems/rule-broken'],
      [422, null, '/problems/rule-broken'],
      [412, null, '/problems/stale-version'],
    ]);
    expect(items[0]?.problem?.current).toMatchObject({ total: 40 });
    expect(items[3]?.problem?.errors?.[0]?.pointer).toBe('/total');
    expect([await totalAt(course, 1), await totalAt(course, 2), await totalAt(course, 3)]).toEqual([40, 36, undefined]);
  });

  test('judges an entry with those of the block before it', async () => {
    const course = await begun();
    const items = await itemsOf([
      entry(course, 1, 40, { assessedOn: '2026-03-09' }),
      entry(course, 2, 38, { assessedOn: '2026-03-05' }),
    ]);
    expect(items.map(({ status }) => status)).toEqual([201, 422]);
  });

  test('amends what the person saw, with a reason', async () => {
    const course = await begun();
    await course.scores(40, 36);
    const reason = { ifMatch: '"1"', amendmentReason: 'typing error' };
    const items = await itemsOf([entry(course, 1, 41, reason), entry(course, 2, 35, { ifMatch: '"1"' })]);
    expect(seen(items)).toEqual([
      [200, '"2"', 41],
      [422, null, '/problems/rule-broken'],
    ]);
  });

  test('sent again after a lost answer is answered again, and adds nothing', async () => {
    const course = await begun();
    const block = [entry(course, 1, 40), entry(course, 2, 36)];
    const first = await itemsOf(block);
    expect(await itemsOf(block)).toEqual(first);
    const versions = await clinic.clinician.get(`${course.path('infusion-2')}/versions`).expect(200);
    expect((versions.body as { items: unknown[] }).items).toHaveLength(1);
  });

  test('sent by two tabs at once is recorded once; the other is shown what is there', async () => {
    const course = await begun();
    const block = (total: number) => [1, 2, 3, 4, 5, 6].map((infusion) => entry(course, infusion, total));
    const [a, b] = await Promise.all([itemsOf(block(40)), itemsOf(block(39), clinic.director)]);
    const statuses = [a, b].map((items) => items.map(({ status }) => status).join(' '));
    expect(statuses.sort()).toEqual(['201 201 201 201 201 201', '412 412 412 412 412 412']);
    const [kept] = await scoresOf(course);
    expect(kept).toEqual({ score_1: kept?.score_6, score_6: kept?.score_6, entries: 6 });
  });

  test('opens the safety notices that answers ask for', async () => {
    const course = await begun();
    const answers = [3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 2, 1, 2, 3, 3];
    const calm = answers.map((each, at) => (at === 13 || at === 14 ? 0 : each));
    const items = await itemsOf([
      entry(course, 1, undefined, { answers }),
      entry(course, 2, undefined, { answers: calm }),
      entry(course, 3, undefined, { answers }),
    ]);
    expect(items.map(({ recorded }) => recorded?.safetyNotice !== null)).toEqual([true, false, true]);
  });

  test('of another clinic or of nowhere is 404 for each of its entries, and the others are recorded', async () => {
    const theirs = await CourseUnderTest.begun((await testClinic(app)).clinician);
    const own = await begun();
    const nowhere = { id: '019a5c1e-8f00-7000-8000-00000000dead' };
    const items = await itemsOf([entry(theirs, 1, 40), entry(theirs, 2, 36), entry(own, 1, 30), entry(nowhere, 1, 20)]);
    expect(items.map(({ status }) => status)).toEqual([404, 404, 201, 404]);
  });

  test('without a version or a slot that can be read is refused entry by entry', async () => {
    const course = await begun();
    const items = await itemsOf([
      entry(course, 1, 40, { ifMatch: 'W/"1"' }),
      entry(course, 2, 36, { ifMatch: undefined }),
      entry(course, 3, 30, { slot: 'infusion-7' }),
      entry(course, 4, 28),
    ]);
    expect(items.map(({ status }) => status)).toEqual([400, 428, 404, 201]);
  });
});

async function scoresOf({ id }: CourseUnderTest) {
  return app.database.owner.query<{ score_1: number; score_6: number; entries: number }[]>(
    `SELECT score_1, score_6, entries FROM course WHERE id = $1`,
    [id],
  );
}

describe('a block that is no block', () => {
  const refusedAs = async (entries: unknown) => {
    const answered = await send(entries).expect(422);
    return (answered.body as { errors: Fault[] }).errors.map(({ pointer, rule }) => `${pointer} ${rule}`);
  };

  test('with a visit twice, an id that is none, no entries or too many saves nothing', async () => {
    const course = await begun();
    expect(await refusedAs([entry(course, 1, 40), entry(course, 1, 41)])).toEqual(['/entries/1/slot twice']);
    expect(await refusedAs([entry(course, 1, 40), entry({ id: 'A-1' }, 1, 41)])).toEqual([
      '/entries/1/courseId isUuid',
    ]);
    expect(await refusedAs([])).toEqual(['/entries arrayMinSize']);
    expect(await refusedAs(Array.from({ length: 501 }, () => entry(course, 1, 40)))).toEqual(['/entries arrayMaxSize']);
    expect(await refusedAs('40')).toHaveLength(1);
    expect(await refusedAs([null, 7])).not.toEqual([]);
    expect(await totalAt(course, 1)).toBeUndefined();
  });
});
