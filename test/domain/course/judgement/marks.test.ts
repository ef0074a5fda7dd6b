import { describe, expect, test } from '@jest/globals';
import { marksOf } from '../../../../src/domain/course/judgement/marks.js';
import { courseWith, missed, scoredSeries } from '../course-builder.js';

/** 1.96 x 10 x sqrt(2) x sqrt(0.08) = 1.96 x 10 x 0.4, the threshold of an SD of 10. */
const THRESHOLD = 7.84;
const DAY = '2026-03-20';
const marks = (...totals: (number | null)[]) => marksOf(courseWith(scoredSeries(...totals)), DAY, THRESHOLD);

describe('a course under way', () => {
  test.each<[string, (number | null)[], string[]]>([
    ['8 of 40 points at infusion 4 are the 20 % it takes', [40, 38, 35, 32], []],
    ['7 of 40 points at infusion 4 are 17.5 %', [40, 38, 35, 33], ['noImprovement']],
    ['infusion 3 is too early to say so', [40, 39, 39], []],
    ['infusion 5 says it where 4 has no score', [40, 38, 35, null, 33], ['noImprovement']],
    ['what was better at infusion 2 and is lost at 4 counts as lost', [40, 20, 35, 34], ['noImprovement']],
    ['a late improvement takes the mark away', [40, 38, 35, 33, 30], []],
    ['three scores that rise, though all are below the baseline', [40, 20, 22, 24], ['rising']],
    ['three scores with a gap between', [40, 20, null, 22, 24], ['rising']],
    ['two of them equal do not rise', [40, 20, 22, 22], []],
    ['8 points above the baseline at infusion 3 are more than 7.84', [30, 30, 38], ['reliablyWorse']],
    ['7 points above it are not', [30, 30, 37], []],
    ['at infusion 2 it is too early', [30, 40], []],
    ['all three at once', [30, 33, 36, 40], ['noImprovement', 'rising', 'reliablyWorse']],
    ['without a baseline only a rise can be seen', [null, 30, 34, 39], ['rising']],
    ['from 0 there is nothing to improve', [0, 0, 0, 0], []],
    ['nothing recorded', [], []],
  ])('%s', (_, totals, names) => {
    expect(marks(...totals)).toEqual(names);
  });

  test('is not reliably worse in a clinic without a threshold', () => {
    expect(marksOf(courseWith(scoredSeries(30, 30, 64)), DAY, null)).toEqual([]);
  });
});

test('a course of which nothing came for 61 days is silent, whatever its scores', () => {
  // Last scored on 12 March: 60 days later is 11 May.
  const course = courseWith(scoredSeries(30, 33, 36, 40));
  expect(marksOf(course, '2026-05-11', THRESHOLD)).toHaveLength(3);
  expect(marksOf(course, '2026-05-12', THRESHOLD)).toEqual(['silent']);
});

test('a course that has ended has no mark', () => {
  const rising = scoredSeries(30, 33, 36, 40);
  const stopped = { on: '2026-03-13', reason: 'cost' } as const;
  expect(marksOf(courseWith(rising, { stopped }), DAY, THRESHOLD)).toEqual([]);
  expect(marksOf(courseWith([...rising, missed('infusion-6')]), DAY, THRESHOLD)).toEqual([]);
});
