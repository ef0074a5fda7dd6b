import { describe, expect, test } from '@jest/globals';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { pairedFigures } from '../../../src/domain/cohort/paired-figures.js';
import { boundFigures, starterFigures } from '../../../src/domain/cohort/starters.js';
import { completers, course } from './cohort-fixtures.js';

// 100 completers fall from 40 to 10 (responders), 20 rise from 40 to 41; 40 more starters stop.
const finished = completers(...Array.from({ length: 120 }, (_, i): [number, number] => [40, i < 100 ? 10 : 41]));
const stopped = Array.from({ length: 40 }, () => course([40, 39], { status: 'stopped', stoppedReason: 'cost' }));
const started = [...finished, ...stopped];
const startersOf = (courses: CohortCourse[]) => plain(starterFigures(cohortOf(courses)));
const boundsOf = (courses: CohortCourse[]) => plain(boundFigures(cohortOf(courses)));

describe('starters', () => {
  test('100 responders among 160 starters are 62.5 %, though 83.3 % of completers', () => {
    expect(startersOf(started).response).toMatchObject({ n: 160, percent: 62.5 });
    expect(pairedFigures(cohortOf(started), 'completers').response.percent).toBeCloseTo(83.3333333333333, 12);
  });

  test('a starter who stopped counts neither as remitted nor as worsened', () => {
    const figures = startersOf(started);
    expect(figures.remissionBelow20).toMatchObject({ count: 100, n: 160 });
    expect(figures.worsened).toMatchObject({ count: 20, n: 160, percent: 12.5 });
  });

  test('the truth about response lies between 62.5 and 87.5 %', () => {
    const { response, n } = boundsOf(started);
    expect(n).toBe(160);
    expect(response.worst).toMatchObject({ count: 100, percent: 62.5 });
    expect(response.best).toMatchObject({ count: 140, percent: 87.5 });
    expect(startersOf(started)).toMatchObject({
      responseWorstCasePercent: 62.5,
      responseBestCasePercent: 87.5,
    });
  });

  test('when everyone finishes there is nothing between worst and best', () => {
    const { worst, best } = boundsOf(finished).response;
    expect(worst).toEqual(best);
  });

  test('of nobody there is no rate', () => {
    const nobody = startersOf([]);
    expect(nobody).toMatchObject({ n: 0, responseBestCasePercent: null });
    expect(nobody.response.percent).toBeNull();
  });
});
