import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
/** Ids by the status of the course. Each of the four days has one of each. */
const courses: Record<'active' | 'completed' | 'stopped', string[]> = {
  active: [],
  completed: [],
  stopped: [],
};
const days = ['2026-03-04', '2026-03-03', '2026-03-02', '2026-03-01'];

beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  await testCourse((await testClinic(app)).clinician);
  for (const startedOn of days) {
    const [active, completed, stopped] = [
      (await testCourse(clinic.clinician, { startedOn })).courseId,
      (await testCourse(clinic.clinician, { startedOn })).courseId,
      (await testCourse(clinic.clinician, { startedOn })).courseId,
    ];
    await clinic.clinician.score(completed, 'infusion-6', 12, '2026-03-20').expect(201);
    await clinic.clinician
      .patch(`/v1/courses/${stopped}`, { stopped: { on: startedOn, reason: 'patientChoice' } })
      .set('If-Match', '"1"')
      .expect(200);
    courses.active.push(active);
    courses.completed.push(completed);
    courses.stopped.push(stopped);
  }
});
afterAll(() => app.close());

interface Page {
  items: { id: string; startedOn: string; status: string; chartNumber: string }[];
  next: string | null;
}

async function walk(first: string): Promise<Page['items'][]> {
  const pages: Page['items'][] = [];
  for (let path: string | undefined = first; path !== undefined;) {
    const answer = await clinic.clinician.get(path).expect(200);
    pages.push((answer.body as Page).items);
    const { link = '' } = answer.headers as { link?: string };
    path = /^<([^>]+)>; rel="next"$/.exec(link)?.[1];
  }
  return pages;
}

test('courses come latest start first, each once, on pages of any length', async () => {
  const [all = []] = await walk('/v1/courses');
  expect(all.map(({ startedOn }) => startedOn)).toEqual(days.flatMap((day) => [day, day, day]));
  for (const limit of [1, 2, 5, 12]) {
    const pages = await walk(`/v1/courses?limit=${limit}`);
    expect(pages.flat()).toEqual(all);
    expect(pages[0]).toHaveLength(limit);
  }
});

test.each(['active', 'completed', 'stopped'] as const)(
  'the list of %s courses has those and no others, also over pages',
  async (status) => {
    const pages = await walk(`/v1/courses?status=${status}&limit=3`);
    expect(pages.map(({ length }) => length)).toEqual([3, 1]);
    expect(pages.flat().map(({ id }) => id)).toEqual(courses[status]);
    expect(new Set(pages.flat().map((course) => course.status))).toEqual(new Set([status]));
  },
);

test('a course stopped after its sixth score is completed', async () => {
  const [id = ''] = courses.completed;
  const path = `/v1/courses/${id}`;
  const answer = await clinic.clinician
    .patch(path, { stopped: { on: '2026-03-20', reason: 'better' } })
    .set('If-Match', '"1"')
    .expect(200);
  expect(answer.body).toMatchObject({ status: 'completed' });
  const pages = await walk('/v1/courses?status=completed');
  expect(pages.flat().map((course) => course.id)).toEqual(courses.completed);
});

test('an address that can’t be is refused', async () => {
  const cursor = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
  const id = courses.active[0];
  const malformed = ['x', cursor('A-1'), cursor('today', id), cursor('2026-03-02', 'x\u0000')];
  for (const after of malformed) {
    await clinic.clinician.get(`/v1/courses?after=${after}`).expect(400);
  }
  for (const query of ['status=done', 'gaps=yes', 'limit=0', 'limit=201', 'patient=1']) {
    await clinic.clinician.get(`/v1/courses?${query}`).expect(422);
  }
  await clinic.clinician.get('/v1/courses/1').expect(404);
});

describe('a gap', () => {
  let gaps: TestClinic;
  beforeAll(async () => {
    gaps = await testClinic(app);
  });
  const withGaps = async (query: string) => {
    const answer = await gaps.clinician.get(`/v1/courses?gaps=true${query}`).expect(200);
    return (answer.body as Page).items.map(({ id }) => id);
  };
  /** A course of 2 March 2026 with these infusions scored on its customary days. */
  const scored = async (...infusions: number[]) => {
    const { courseId } = await testCourse(gaps.clinician);
    const days = ['02', '05', '09', '12', '16', '19'];
    for (const infusion of infusions) {
      const on = `2026-03-${days[infusion - 1] ?? ''}`;
      await gaps.clinician.score(courseId, `infusion-${infusion}`, 20, on).expect(201);
    }
    return courseId;
  };
  const stop = (courseId: string) =>
    gaps.clinician
      .patch(`/v1/courses/${courseId}`, { stopped: { on: '2026-03-20', reason: 'patientChoice' } })
      .set('If-Match', '"1"')
      .expect(200);

  test('is an infusion nobody said anything of before one that is recorded, also in a concluded course', async () => {
    await scored(1, 2, 3, 4, 5, 6);
    await scored(1, 2);
    const active = await scored(1, 3);
    const completed = await scored(1, 2, 4, 5, 6);
    const stopped = await scored(1, 3);
    await stop(stopped);
    // What follows the last score of a stopped course is missed, not a gap.
    await stop(await scored(1, 2));
    const missedLater = await scored(1, 2);
    const missed = { state: 'missed', missedReason: 'illness', assessedOn: '2026-03-16' };
    const fifth = `/v1/courses/${missedLater}/assessments/infusion-5`;
    await gaps.clinician.put(fifth, missed).set('If-None-Match', '*').expect(201);
    expect(await withGaps('')).toEqual([missedLater, stopped, completed, active]);
    expect(await withGaps('&status=concluded')).toEqual([stopped, completed]);
    expect(await withGaps('&status=stopped')).toEqual([stopped]);
    const path = `/v1/courses/${stopped}/assessments/infusion-2`;
    await gaps.clinician
      .put(path, { state: 'missed', missedReason: 'illness', assessedOn: '2026-03-05' })
      .set('If-None-Match', '*')
      .expect(201);
    expect(await withGaps('&status=concluded')).toEqual([completed]);
  });

  test('opens again where an entry was taken back', async () => {
    const courseId = await scored(1, 2, 3);
    expect(await withGaps('')).not.toContain(courseId);
    await gaps.clinician
      .put(`/v1/courses/${courseId}/assessments/infusion-2`, {
        state: 'entered-in-error',
        amendmentReason: 'wrong patient',
      })
      .set('If-Match', '"1"')
      .expect(200);
    expect(await withGaps('')).toContain(courseId);
  });
});

test('a course says why somebody may have to look at it, by the baselines of the clinic', async () => {
  const { clinician } = await testClinic(app);
  const marksOf = async (courseId: string) => {
    const answer = await clinician.get(`/v1/courses/${courseId}`).expect(200);
    const { marks, reliableChangeThreshold } = answer.body as {
      marks: string[];
      reliableChangeThreshold: number | null;
    };
    return { marks, reliableChangeThreshold };
  };
  const begun = async (...scores: number[]) => {
    const { courseId } = await testCourse(clinician);
    const days = ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12'];
    for (const [at, total] of scores.entries()) {
      await clinician.score(courseId, `infusion-${at + 1}`, total, days[at] ?? '').expect(201);
    }
    return courseId;
  };
  const looked = await begun(30, 32, 33, 40);
  // One baseline gives no threshold, so nothing can be reliably worse yet.
  expect(await marksOf(looked)).toEqual({ marks: ['noImprovement', 'rising'], reliableChangeThreshold: null });
  for (const baseline of [20, 40, 20, 40, 20, 40, 20, 40, 30]) await begun(baseline);
  // 10 baselines, mean 30: eight are 10 points away, so SD = sqrt(800 / 9), and the threshold 1.96 x SD x 0.4.
  const { marks, reliableChangeThreshold } = await marksOf(looked);
  expect(marks).toEqual(['noImprovement', 'rising', 'reliablyWorse']);
  expect(reliableChangeThreshold).toBeCloseTo(1.96 * 9.428090415820634 * 0.4, 9);
});
