import { afterAll, expect, test } from '@jest/globals';
import { CohortFiguresService } from '../../src/cohorts/cohort-figures.service.js';
import { COHORT_CHART_NAMES } from '../../src/domain/charts/cohort/cohort-charts.js';
import { tallyOf } from '../../src/domain/cohort/tally/tally.js';
import { cohortFigures } from '../../src/cohorts/cohort-figures.js';
import { baselinesOf, course } from '../domain/cohort/cohort-fixtures.js';

const figures = new CohortFiguresService();
afterAll(() => figures.onModuleDestroy());

test.each([
  ['a cohort of which a model is fitted', 60],
  ['one with a course too few for a thread', 19],
  ['one without a course', 0],
])('figures and charts of %s are the same on the thread as in place', async (_what, count) => {
  const courses = Array.from({ length: count }, (_, at) => {
    const startedOn = `202${4 + (at % 2)}-0${1 + (at % 9)}-11`;
    const first = 20 + ((at * 7) % 40);
    const fallBy = (step: number) => first - ((at * step) % 19);
    const scores = [first, fallBy(3), fallBy(5), null, fallBy(11), at % 4 === 0 ? null : fallBy(17)];
    return course(scores, { startedOn });
  });
  const job = { tally: tallyOf(courses), baselines: baselinesOf(courses), model: true, charts: COHORT_CHART_NAMES };
  const inPlace = cohortFigures(job);
  expect(await figures.of(`${count} courses`, () => Promise.resolve(job))).toEqual(inPlace);
  expect(inPlace.outcome.modelBased === null).toBe(count < 60);
});

test('the same question is computed once, and of more than are kept each is answered', async () => {
  const asked: number[] = [];
  const askedFor = (count: number) =>
    figures.of(`question ${count}`, () => {
      asked.push(count);
      const tally = tallyOf(Array.from({ length: count }, () => course([40, null, null, null, null, 20])));
      return Promise.resolve({ tally, baselines: baselinesOf([]), model: false, charts: [] });
    });
  const counts = Array.from({ length: 40 }, (_, at) => at % 10);
  const together = await Promise.all(counts.map(askedFor));
  expect(together.map(({ outcome }) => outcome.ladder.courses)).toEqual(counts);
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const many = Array.from({ length: 50 }, (_, at) => at + 100);
  const answered = await Promise.all(many.map(askedFor));
  expect(answered.map(({ outcome }) => outcome.ladder.courses)).toEqual(many);
});
