import { expect, test } from '@jest/globals';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { daysToInfusion6 } from '../../../src/domain/cohort/days-to-infusion-6.js';
import { course } from './cohort-fixtures.js';

const after = (days: number | null) => course([40, null, null, null, null, 10], { daysToInfusion6: days });
const daysOf = (...courses: Parameters<typeof cohortOf>[0]) => plain(daysToInfusion6(cohortOf(courses)));

test('days from infusion 1 to infusion 6 have the median and quartiles of R', () => {
  // R: quantile(c(14, 17, 18, 31), c(.25, .5, .75)): 16.25, 17.50, 21.25
  expect(daysOf(after(31), after(14), after(18), after(17))).toEqual({ n: 4, median: 17.5, q1: 16.25, q3: 21.25 });
});

test('a course that stopped, and one without dates, are not counted', () => {
  const stopped = course([40, 20], { daysToInfusion6: null });
  expect(daysOf(after(17), after(null), stopped)).toEqual({ n: 1, median: 17, q1: 17, q3: 17 });
});

test('of nobody there is no median', () => {
  expect(daysOf()).toEqual({ n: 0, median: null, q1: null, q3: null });
});
