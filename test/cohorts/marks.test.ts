import { beforeAll, afterAll, expect, test } from '@jest/globals';
import type { MarksResponse } from '../../src/cohorts/marks.dto.js';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const DAYS = ['01', '04', '08', '11', '15', '18'];

async function induction({ clinician }: TestClinic, month: string, totals: (number | null)[]): Promise<string> {
  const { courseId } = await testCourse(clinician, { startedOn: `${month}-01` });
  for (const [at, total] of totals.entries()) {
    if (total !== null)
      await clinician.score(courseId, `infusion-${at + 1}`, total, `${month}-${DAYS[at] ?? ''}`).expect(201);
  }
  return courseId;
}

async function marksOf({ director }: TestClinic, query = 'kind=induction') {
  const { body } = await answer(director.get(`/v1/cohorts/marks?${query}`).expect(200));
  const { marks, starters } = body as MarksResponse;
  const counted = marks.map(({ mark, marked, notMarked, notJudged }) => [
    mark,
    `${marked.responded.count}/${marked.responded.n}`,
    `${notMarked.responded.count}/${notMarked.responded.n}`,
    notJudged,
  ]);
  return { counted, starters: `${starters.count}/${starters.n}`, marks };
}

test('with two scores each no mark of scores could be shown, and nobody was silent for long', async () => {
  const clinic = await smallClinic(app);
  // Starters: 40, 20, 30, 50, 10 -> 10, 12, 9, 30, 1 (three responses), and one that was stopped.
  expect(await marksOf(clinic)).toMatchObject({
    starters: '3/6',
    counted: [
      ['noImprovement', '0/0', '0/0', 6],
      ['rising', '0/0', '0/0', 6],
      ['reliablyWorse', '0/0', '0/0', 6],
      ['silent', '0/0', '3/6', 0],
    ],
  });
  // The maintenance course went from 22 to 11.
  expect((await marksOf(clinic, '')).starters).toBe('4/7');
});

test('marks are those of the days before infusion 6, by the scores and baselines of then', async () => {
  const clinic = await testClinic(app);
  // 17.5 % better at infusion 4, and 75 % at 6.
  await induction(clinic, '2025-01', [40, 38, 36, 33, 20, 10]);
  // Good until infusion 5, and back at 6.
  await induction(clinic, '2025-02', [40, 30, 20, 20, 20, 40]);
  // Rising from 2 to 4, then stopped coming: silent.
  await induction(clinic, '2025-03', [40, 20, 22, 24]);
  // Under way: in no figure.
  const today = new Date(app.clock.now()).toISOString().slice(0, 7);
  await induction(clinic, today, [40]);
  const before = await marksOf(clinic);
  expect(before).toMatchObject({
    starters: '1/3',
    counted: [
      ['noImprovement', '1/1', '0/2', 0],
      ['rising', '0/1', '1/2', 0],
      ['reliablyWorse', '0/0', '0/0', 3],
      ['silent', '0/1', '1/2', 0],
    ],
  });
  expect(before.marks[0]?.reading).toBe('Too few to tell: 1 course marked, 2 not.');
  // Ten baselines later, 20 and 40 by turns, there is a threshold; these three ended before it.
  for (let at = 0; at < 10; at += 1)
    await induction(clinic, '2025-09', [at % 2 ? 20 : 40, at % 2 ? 35 : 45, 50, 30, null, 10]);
  // Of eight 40 and five 20: squares 14,800 less 420² / 13 are 1,230.8, by 12 is 102.6, SD 10.13, threshold 7.94; 50 is 10 above 40.
  expect((await marksOf(clinic)).counted[2]).toEqual(['reliablyWorse', '10/10', '0/0', 3]);
});

test('they are the director’s to see, and a period that can’t be is refused', async () => {
  const clinic = await testClinic(app);
  await clinic.clinician.get('/v1/cohorts/marks').expect(403);
  await clinic.marketing.get('/v1/cohorts/marks').expect(403);
  await clinic.director.get('/v1/cohorts/marks?from=2026-02-01&to=2026-01-01').expect(422);
  expect((await marksOf(clinic)).starters).toBe('0/0');
});
