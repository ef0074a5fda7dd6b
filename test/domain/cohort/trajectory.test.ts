import { describe, expect, test } from '@jest/globals';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { trajectory } from '../../../src/domain/cohort/trajectory.js';
import { course } from './cohort-fixtures.js';

describe('the trajectory', () => {
  const points = plain(trajectory(cohortOf([course([40, 30]), course([20, null, 10])])));

  test('at each infusion only the scores observed there count', () => {
    expect(points.map(({ n }) => n)).toEqual([2, 1, 1, 0, 0, 0]);
    expect(points.map(({ mean }) => mean)).toEqual([30, 30, 10, null, null, null]);
  });

  test('a course without a baseline still has its later scores', () => {
    expect(plain(trajectory(cohortOf([course([null, 24])])))[1]).toMatchObject({ n: 1, mean: 24 });
  });
});
