import { describe, expect, test } from '@jest/globals';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { directorOutcome } from '../../../src/domain/cohort/director-outcome.js';
import { ANALYSIS_SETS } from '../../../src/domain/cohort/sets.js';
import { course } from './cohort-fixtures.js';

const endpoints = [
  [40, 10],
  [20, 12],
  [30, 9],
  [50, 30],
  [10, 1],
] as const;
const five = endpoints.map(([from, to]) => course([from, null, null, null, null, to]));
const { figures } = directorOutcome(cohortOf([...five, course([40, 19])])).outcome;
const figure = (set: string, name: string) => figures.find((each) => each.set === set && each.name === name);

describe('the figures that can be quoted', () => {
  test('a figure carries all it takes to quote it alone', () => {
    expect(figure('completers', 'meanReduction')).toEqual({
      name: 'meanReduction',
      label: 'Mean reduction',
      set: 'completers',
      group: 'with-infusion-6',
      estimator: 'mean',
      interval: 'Student t, 95 %',
      unit: 'points',
      value: 17.6,
      n: 5,
      ci95: [expect.closeTo(6.19965809557009, 10), expect.closeTo(29.00034190442991, 10)],
      howCounted:
        'Courses with a score at infusion 1 and at infusion 6; those that stopped are left out. Baseline minus endpoint of each course, averaged.',
    });
  });

  test('the same word has another number in another set', () => {
    expect(figure('completers', 'response')).toMatchObject({ value: 60, count: 3, n: 5 });
    expect(figure('starters', 'response')).toMatchObject({ value: 50, count: 3, n: 6 });
    expect(figure('lastObserved', 'response')).toMatchObject({ count: 4, n: 6 });
    expect(figure('bounds', 'responseBestCase')).toMatchObject({ count: 4, n: 6 });
    expect(figure('bounds', 'responseWorstCase')).toMatchObject({ count: 3, n: 6 });
  });

  test('the percentage of means and the mean of percentages are two figures', () => {
    const ofMeans = figure('completers', 'percentReductionOfMeans');
    expect(ofMeans?.value).toBeCloseTo(58.6666666666667, 12);
    expect(figure('completers', 'meanPercentReduction')).toMatchObject({ value: 63, n: 5 });
  });

  test('a figure of responders says that it is of responders only', () => {
    const ofResponders = figures.filter(({ name }) => name.startsWith('responders'));
    // 3 each of completers, of last observed and of post-series
    expect(ofResponders).toHaveLength(9);
    for (const { label, n } of ofResponders) {
      expect(label).toContain('responders only');
      expect(n).toBeLessThan(5);
    }
  });

  test('no name is used twice in a set, and every set has its figures', () => {
    const keys = figures.map(({ set, name }) => `${set}.${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(figures.map(({ set }) => set))).toEqual(new Set(Object.keys(ANALYSIS_SETS)));
  });
});
