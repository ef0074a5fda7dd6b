import { describe, expect, test } from '@jest/globals';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { reliableChangeCounts } from '../../../src/domain/cohort/reliable-change-counts.js';
import type { Baselines } from '../../../src/domain/course/judgement/reliable-change.js';
import { baselinesOf, completers, course } from './cohort-fixtures.js';

const countsOf = (courses: CohortCourse[], baselines: Baselines) =>
  plain(reliableChangeCounts(cohortOf(courses, baselines)));

describe('reliable change in a cohort', () => {
  const four = [...completers([10, 2], [30, 23], [10, 17], [30, 38]), course([20])];

  test('with an SD of 10 in the clinic a change of 8 points is reliable and one of 7 is not', () => {
    // 1.96 x 10 x sqrt(2) x sqrt(0.08) = 1.96 x 10 x 0.4 = 7.84
    const counts = countsOf(four, { n: 25, sd: 10 });
    expect(counts.threshold).toBeCloseTo(7.84, 12);
    expect(counts).toMatchObject({ improved: 1, none: 2, worsened: 1, n: 4, sd: 10, baselines: 25 });
  });

  test('does not hang on who else is looked at: a filter by band leaves the threshold as it is', () => {
    // Of the baselines 29 and 30 alone the SD is 0.7, and a fall of 2 points would be "reliable" at 0.55.
    const mild = completers([29, 27], [30, 28]);
    expect(countsOf(mild, { n: 25, sd: 10 })).toMatchObject({ improved: 0, none: 2, n: 2 });
  });

  test('is unknown under 10 baselines of the clinic, whose SD is shown nevertheless', () => {
    // Squares of the distances of 10, 30, 10, 30, 20 from 20: 4 x 100; 400 / 4 = 100, whose root is 10.
    expect(countsOf(four, baselinesOf(four))).toEqual({
      threshold: null,
      improved: null,
      none: null,
      worsened: null,
      n: 4,
      sd: 10,
      baselines: 5,
    });
  });

  test('is unknown where all 12 patients began with the same score: nobody is "reliably improved" by a threshold of 0', () => {
    const same = Array.from({ length: 12 }, () => completers([40, 39])).flat();
    expect(countsOf(same, baselinesOf(same))).toMatchObject({ threshold: null, improved: null, sd: 0, baselines: 12 });
  });

  test('of no completers none changed', () => {
    const counts = countsOf([course([40])], { n: 1, sd: null });
    expect(counts).toMatchObject({ threshold: null, improved: 0, none: 0, worsened: 0, n: 0 });
  });
});
