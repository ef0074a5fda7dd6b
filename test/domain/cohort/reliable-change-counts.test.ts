import { describe, expect, test } from '@jest/globals';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { reliableChangeCounts } from '../../../src/domain/cohort/reliable-change-counts.js';
import { completers, course } from './cohort-fixtures.js';

const countsOf = (courses: CohortCourse[]) => plain(reliableChangeCounts(cohortOf(courses)));

describe('reliable change in a cohort', () => {
  // SD of 10, 30, 10, 30, 20 is 10; 1.96 x 10 x sqrt(2) x sqrt(0.08) = 1.96 x 10 x 0.4 = 7.84
  test('with an SD of 10 a change of 8 points is reliable and one of 7 is not', () => {
    const counts = countsOf([...completers([10, 2], [30, 23], [10, 17], [30, 38]), course([20])]);
    expect(counts.threshold).toBeCloseTo(7.84, 12);
    expect(counts).toMatchObject({ improved: 1, none: 2, worsened: 1, n: 4, sd: 10, baselines: 5 });
  });

  test('one baseline has no SD, so nobody can be called changed or unchanged', () => {
    expect(countsOf(completers([40, 10]))).toEqual({
      threshold: null,
      improved: null,
      none: null,
      worsened: null,
      n: 1,
      sd: null,
      baselines: 1,
    });
  });

  test('of no completers none changed', () => {
    const counts = countsOf([course([40])]);
    expect(counts).toMatchObject({ threshold: null, improved: 0, none: 0, worsened: 0, n: 0 });
  });
});
