import { describe, expect, test } from '@jest/globals';
import { rate } from '../../../src/domain/statistics/rate.js';

describe('rate', () => {
  // 100 x 52 / 77 = 67.532...; interval from R: prop.test(52, 77, correct = FALSE)
  test('52 of 77 are 67.5 percent (56.5 to 76.9)', () => {
    const { percent, ci95, ...counts } = rate(52, 77);
    expect(counts).toEqual({ count: 52, n: 77 });
    expect(percent).toBeCloseTo(67.5324675324675, 12);
    expect(ci95[0]).toBeCloseTo(56.4580838967976, 11);
    expect(ci95[1]).toBeCloseTo(76.9406206712209, 11);
  });

  test('of nobody there is no percentage, rather than 0 percent', () => {
    expect(rate(0, 0)).toEqual({ count: 0, n: 0, percent: null, ci95: [null, null] });
  });

  test('more than everybody is refused', () => {
    expect(() => rate(4, 3)).toThrow('4 of 3 is not a proportion');
  });
});
