import { describe, expect, test } from '@jest/globals';
import { reliableChange, reliableChangeThreshold } from '../../../../src/domain/course/judgement/reliable-change.js';

describe('the threshold of reliable change', () => {
  test('is 7.84 points when baselines have an SD of 10', () => {
    // By hand: sqrt(2) x sqrt(0.08) = sqrt(0.16) = 0.4; 1.96 x 10 x 0.4 = 7.84
    expect(reliableChangeThreshold(10)).toBeCloseTo(7.84, 12);
  });

  test('is 12.3961 points for the baselines 40, 20, 30, 50, 10', () => {
    // R: 1.96 * sd(c(40,20,30,50,10)) * sqrt(2) * sqrt(1 - .92)
    expect(reliableChangeThreshold(15.8113883008419)).toBeCloseTo(12.39612842786, 9);
  });

  test('does not exist without an SD', () => {
    expect(reliableChangeThreshold(null)).toBeNull();
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

  test('is any change at all when all baselines are the same', () => {
    expect(reliableChange(1, 0)).toBe('improved');
    expect(reliableChange(0, 0)).toBe('none');
    expect(reliableChange(-1, 0)).toBe('worsened');
  });

  test('is unknown without a threshold', () => {
    expect(reliableChange(40, null)).toBeNull();
  });
});
