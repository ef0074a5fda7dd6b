import { expect, test } from '@jest/globals';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { remissionOfUnremitted } from '../../../src/domain/cohort/unremitted.js';
import { completers, course } from './cohort-fixtures.js';

const ratesOf = (...courses: Parameters<typeof cohortOf>[0]) => plain(remissionOfUnremitted(cohortOf(courses)));

// Baselines 40, 30, 30 are above 19; baselines 40, 12, 30, 30 above 10. Infusion 6: 10, 9, 25 and none.
test('who starts below the cut-off is not counted as having gone into remission', () => {
  const { below20, atMost10 } = ratesOf(...completers([40, 10], [12, 9], [30, 25]), course([30, 5]));
  expect(below20.starters).toMatchObject({ count: 1, n: 3 });
  expect(below20.completers).toMatchObject({ count: 1, n: 2 });
  expect(atMost10.starters).toMatchObject({ count: 2, n: 4 });
  expect(atMost10.completers).toMatchObject({ count: 2, n: 3 });
});

test('a baseline of 19 is in remission by the first rule, one of 20 is not', () => {
  expect(ratesOf(...completers([19, 19], [20, 19])).below20.completers).toMatchObject({ count: 1, n: 1 });
});
