import { describe, expect, test } from '@jest/globals';
import {
  NO_BASELINES,
  baselinesFromSums,
  reliableChange,
  reliableChangeThreshold,
} from '../../../../src/domain/course/judgement/reliable-change.js';

test('the baselines 10, 20 and 30 have an SD of 10', () => {
  // Squares of the distances from 20: 100 + 0 + 100 = 200; 200 / 2 = 100. The sums: 60, and 100 + 400 + 900.
  expect(baselinesFromSums({ n: 3, sum: 60, sumOfSquares: 1400 })).toEqual({ n: 3, sd: 10 });
  expect(baselinesFromSums({ n: 1, sum: 40, sumOfSquares: 1600 })).toEqual({ n: 1, sd: null });
});

describe('the threshold of reliable change', () => {
  test('is 7.84 points when baselines have an SD of 10', () => {
    // By hand: sqrt(2) x sqrt(0.08) = sqrt(0.16) = 0.4; 1.96 x 10 x 0.4 = 7.84
    expect(reliableChangeThreshold({ n: 12, sd: 10 })).toBeCloseTo(7.84, 12);
  });

  test('is 12.3961 points for an SD of 15.8114', () => {
    // R: 1.96 * sd(c(40,20,30,50,10)) * sqrt(2) * sqrt(1 - .92)
    expect(reliableChangeThreshold({ n: 10, sd: 15.8113883008419 })).toBeCloseTo(12.39612842786, 9);
  });

  test('does not exist under 10 baselines', () => {
    expect(reliableChangeThreshold({ n: 9, sd: 10 })).toBeNull();
    expect(reliableChangeThreshold(NO_BASELINES)).toBeNull();
  });

  test('does not exist where all baselines are equal', () => {
    expect(reliableChangeThreshold({ n: 12, sd: 0 })).toBeNull();
  });
});

describe('reliable change', () => {
  test.each([
    [8, 'improved'],
    [7, 'none'],
    [0, 'none'],
    [-7, 'none'],
    [-8, 'worsened'],
  ])('of %d points against a threshold of 7.84 is %s', (reduction, change) => {
    expect(reliableChange(reduction, 7.84)).toBe(change);
  });

  test('is none when the change equals the threshold', () => {
    expect(reliableChange(8, 8)).toBe('none');
    expect(reliableChange(-8, 8)).toBe('none');
  });

  test('is unknown without a threshold', () => {
    expect(reliableChange(40, null)).toBeNull();
  });
});
