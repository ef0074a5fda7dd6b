import { describe as group, expect, test } from '@jest/globals';
import { describe } from '../../../src/domain/statistics/describe.js';
import { each } from './repeated.js';
import {
  differenceOfEstimates,
  differenceOfMeans,
  differenceOfRates,
} from '../../../src/domain/statistics/differences.js';
import { rate } from '../../../src/domain/statistics/rate.js';

group('the difference of two rates', () => {
  test('of 56 in 70 and 48 in 80 is 20 points, 5.24 to 33.39, as Newcombe printed it', () => {
    // Newcombe (1998), table II, contrast (a), method 10: 0.2000 (0.0524, 0.3339).
    const { difference, ci95 } = differenceOfRates(rate(56, 70), rate(48, 80));
    expect(difference).toBeCloseTo(20, 10);
    expect(ci95.map((end) => Number(end).toFixed(2))).toEqual(['5.24', '33.39']);
  });

  test.each([
    // R: w <- function(x, n) prop.test(x, n, correct = FALSE)$conf.int
    //    f <- function(a, m, b, n) { p <- a/m; q <- b/n; u <- w(a, m); v <- w(b, n)
    //      100 * c(p - q - sqrt((p - u[1])^2 + (v[2] - q)^2), p - q + sqrt((u[2] - p)^2 + (q - v[1])^2)) }
    [9, 10, 3, 10, 17.0522723935, 80.9017973535],
    [10, 10, 0, 20, 67.9086037142, 100],
    [0, 1, 1, 1, -100, 12.2108720682],
    [100, 120, 40, 90, 26.0547877681, 50.2063404917],
  ])('%i of %i against %i of %i is as R says', (a, m, b, n, from, to) => {
    const { ci95 } = differenceOfRates(rate(a, m), rate(b, n));
    expect(ci95[0]).toBeCloseTo(from, 6);
    expect(ci95[1]).toBeCloseTo(to, 6);
  });

  test('is not known where either side is of nobody', () => {
    const nothing = { difference: null, ci95: [null, null] };
    expect(differenceOfRates(rate(0, 0), rate(1, 2))).toEqual(nothing);
    expect(differenceOfRates(rate(1, 2), rate(0, 0))).toEqual(nothing);
  });
});

group('the difference of two means', () => {
  test('of 30, 8, 21, 20, 9 and 12, 4, 10, 2 is 10.6 points, by Welch as R says', () => {
    // R: t.test(c(30, 8, 21, 20, 9), c(12, 4, 10, 2))$conf.int
    const { difference, ci95 } = differenceOfMeans(describe(each([30, 8, 21, 20, 9])), describe(each([12, 4, 10, 2])));
    expect(difference).toBeCloseTo(10.6, 12);
    expect(ci95[0]).toBeCloseTo(-0.920817012865, 8);
    expect(ci95[1]).toBeCloseTo(22.120817012865, 8);
  });

  test('has no interval where one side is a single course, and none where nobody varies', () => {
    const alone = differenceOfMeans(describe(each([10])), describe(each([1, 2, 3])));
    expect(alone).toEqual({ difference: 8, ci95: [null, null] });
    const even = differenceOfMeans(describe(each([10, 10])), describe(each([4, 4])));
    expect(even).toEqual({ difference: 6, ci95: [null, null] });
  });

  test('is not known where a side is empty', () => {
    const nothing = { difference: null, ci95: [null, null] };
    expect(differenceOfMeans(describe([]), describe(each([1, 2])))).toEqual(nothing);
  });
});

// Half widths 3 and 4 are one of 5, as standard errors of independent estimates add up by Pythagoras.
test('two estimates with normal intervals differ with the root of their squared halves', () => {
  const [first, second] = [
    { value: 20, ci95: [17, 23] as [number, number] },
    { value: 12, ci95: [8, 16] as [number, number] },
  ];
  expect(differenceOfEstimates(first, second)).toEqual({ difference: 8, ci95: [3, 13] });
  expect(differenceOfEstimates(first, { value: null, ci95: [null, null] }).difference).toBeNull();
});

// Down: root of (20 - 16)^2 + (15 - 12)^2 = 5; up: root of (32 - 20)^2 + (12 - 7)^2 = 13.
test('intervals that are longer on one side make such a difference', () => {
  const [first, second] = [
    { value: 20, ci95: [16, 32] as [number, number] },
    { value: 12, ci95: [7, 15] as [number, number] },
  ];
  expect(differenceOfEstimates(first, second)).toEqual({ difference: 8, ci95: [3, 21] });
  expect(differenceOfEstimates(first, { value: 12, ci95: [null, null] })).toEqual({
    difference: 8,
    ci95: [null, null],
  });
});
