import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { ladder } from '../../../src/domain/cohort/ladder.js';
import { course } from './cohort-fixtures.js';

describe('the ladder', () => {
  test('every rung is counted among the one before', () => {
    const courses = [
      course([]),
      course([null, 30, 20, 10, 5, 2], { postSeries: 1 }),
      course([40], { postSeries: 20 }),
      course([40, 30]),
      course([40, null, null, null, null, 12]),
      course([40, 30, 20, 15, 12, 10], { postSeries: 8 }),
    ];
    expect(plain(ladder(cohortOf(courses)))).toEqual({
      courses: 6,
      withBaseline: 4,
      withLaterScore: 3,
      withInfusion6: 2,
      withPostSeries: 1,
    });
  });

  test('one course with two scores and one without any are 2, 1, 1, 0, 0', () => {
    expect(Object.values(plain(ladder(cohortOf([course([40, 30]), course([])]))))).toEqual([2, 1, 1, 0, 0]);
  });

  test('no courses are 0 at every rung', () => {
    expect(Object.values(plain(ladder(cohortOf([]))))).toEqual([0, 0, 0, 0, 0]);
  });

  test('it never widens on the way down', () => {
    const total = fc.option(fc.integer({ min: 0, max: 64 }));
    const courses = fc.array(
      fc
        .tuple(fc.array(total, { minLength: 6, maxLength: 6 }), total)
        .map(([scores, postSeries]) => course(scores, { postSeries })),
    );
    fc.assert(
      fc.property(courses, (some) => {
        const rungs = Object.values(plain(ladder(cohortOf(some))));
        expect([...rungs].sort((a, b) => b - a)).toEqual(rungs);
      }),
    );
  });
});
