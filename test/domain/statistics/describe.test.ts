import { describe as group, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  describe,
  inOrder,
  meanOf,
  quantileOfSorted,
  standardDeviation,
} from '../../../src/domain/statistics/describe.js';
import { each } from './repeated.js';

test('the mean of 30, 8, 21, 20 and 9 is 88 / 5 = 17.6, and of nothing there is none', () => {
  expect(meanOf(each([30, 8, 21, 20, 9]))).toBe(17.6);
  expect(meanOf([])).toBeNull();
});

group('describe', () => {
  // R: x <- c(30, 8, 21, 20, 9); mean(x); sd(x); t.test(x)$conf.int; quantile(x)
  test('reductions of 30, 8, 21, 20 and 9 points average 17.6 (6.2 to 29.0)', () => {
    const summary = describe(each([30, 8, 21, 20, 9]));
    expect(summary.n).toBe(5);
    expect(summary.mean).toBe(17.6);
    expect(summary.sd).toBeCloseTo(9.18150314491042, 12);
    expect(summary.ci95[0]).toBeCloseTo(6.19965809557009, 10);
    expect(summary.ci95[1]).toBeCloseTo(29.00034190442991, 10);
    expect(summary).toMatchObject({ median: 20, q1: 9, q3: 21 });
  });

  // R on c(100 * 10 / 3, 12.5, 62.5, -7.1, 0, 0, 99.9)
  test('percentages, also negative ones, are described as R describes them', () => {
    const summary = describe(each([1000 / 3, 12.5, 62.5, -7.1, 0, 0, 99.9]));
    expect(summary.mean).toBeCloseTo(71.5904761904762, 11);
    expect(summary.sd).toBeCloseTo(122.016158180558, 11);
    expect(summary.ci95[0]).toBeCloseTo(-41.2556489289141, 10);
    expect(summary.ci95[1]).toBeCloseTo(184.4366013098664, 10);
    expect(summary.median).toBe(12.5);
    expect(summary.q1).toBe(0);
    expect(summary.q3).toBeCloseTo(81.2, 12);
  });

  test('without a score nothing is estimated', () => {
    const nothing = { mean: null, sd: null, ci95: [null, null], median: null, q1: null, q3: null };
    expect(describe([])).toEqual({ n: 0, ...nothing });
  });

  test('one score has a mean but neither SD nor interval', () => {
    const nothing = { sd: null, ci95: [null, null] };
    expect(describe(each([31]))).toEqual({ n: 1, mean: 31, median: 31, q1: 31, q3: 31, ...nothing });
  });

  test('the order of the scores, and which are told together, change nothing to the last digit', () => {
    // In binary a third and a seventh are rounded, so that a sum depends on its order unless care is taken.
    const thirds = fc.array(fc.tuple(fc.integer({ min: 0, max: 64 }), fc.constantFrom(3, 7)), { maxLength: 20 });
    const shuffles = thirds.chain((pairs) => {
      const values = pairs.map(([whole, by]) => whole / by);
      return fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }));
    });
    fc.assert(
      fc.property(shuffles, ([values, shuffled]) => {
        expect(describe(each(shuffled))).toEqual(describe(each(values)));
        expect(describe(inOrder(each(values)))).toEqual(describe(each(values)));
      }),
    );
  });

  test('the interval holds the mean, and the quartiles the median', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 64 }), { minLength: 2 });
    fc.assert(
      fc.property(scores, (values) => {
        const { mean, ci95, median, q1, q3 } = describe(each(values));
        expect(Number(ci95[0])).toBeLessThanOrEqual(Number(mean));
        expect(Number(ci95[1])).toBeGreaterThanOrEqual(Number(mean));
        expect(Number(q1)).toBeLessThanOrEqual(Number(median));
        expect(Number(q3)).toBeGreaterThanOrEqual(Number(median));
      }),
    );
  });
});

group('standardDeviation', () => {
  test('10, 20 and 30 have the SD 10', () => {
    expect(standardDeviation(each([10, 20, 30]))).toBe(10);
  });

  // R: sd(1e9 + c(4, 7, 13, 16))
  test('a large offset does not swallow the spread', () => {
    const values = [4, 7, 13, 16].map((value) => 1e9 + value);
    expect(standardDeviation(each(values))).toBeCloseTo(5.47722557505166, 12);
  });

  test('equal scores have the SD 0, a single score has none', () => {
    expect(standardDeviation(each([12, 12, 12]))).toBe(0);
    expect(standardDeviation(each([12]))).toBeNull();
  });
});

group('quantileOfSorted', () => {
  // Type 7: position (4 - 1) x 0.25 = 0.75, so three quarters of the way from 1 to 2.
  test('a quarter of 1, 2, 3, 4 lies below 1.75', () => {
    expect(quantileOfSorted(each([1, 2, 3, 4]), 0.25)).toBe(1.75);
  });

  test('nothing has no quantile', () => {
    expect(quantileOfSorted([], 0.5)).toBeNull();
  });
});
