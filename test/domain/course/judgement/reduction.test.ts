import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { percentReductionOf, reductionOf } from '../../../../src/domain/course/judgement/reduction.js';

describe('the reduction', () => {
  test('from 40 to 10 is 30 points', () => {
    expect(reductionOf(40, 10)).toBe(30);
  });

  test('is negative when the score rose', () => {
    expect(reductionOf(20, 26)).toBe(-6);
  });

  // 30/40, 8/20, 21/30, 20/50, 9/10: the hand check whose mean is 63.0 percent.
  test.each([
    [40, 10, 75],
    [20, 12, 40],
    [30, 9, 70],
    [50, 30, 40],
    [10, 1, 90],
    [30, 30, 0],
    [1, 64, -6300],
    [64, 0, 100],
  ])('from %d to %d is %d percent', (baseline, endpoint, percent) => {
    expect(percentReductionOf(baseline, endpoint)).toBe(percent);
  });

  test('from 35 to 11 is 68.6 percent, not rounded', () => {
    expect(percentReductionOf(35, 11)).toBeCloseTo(68.5714285714, 9); // 24 / 35
  });

  test('has no percentage when the baseline is 0', () => {
    expect(percentReductionOf(0, 0)).toBeNull();
    expect(percentReductionOf(0, 5)).toBeNull();
  });

  test('leads from the baseline back to the endpoint', () => {
    const total = fc.integer({ min: 0, max: 64 });
    fc.assert(
      fc.property(total, total, (baseline, endpoint) => {
        expect(baseline - reductionOf(baseline, endpoint)).toBe(endpoint);
      }),
    );
  });
});
