import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { momentsOf, pairedSums } from '../../../src/domain/statistics/paired-sums.js';
import { percentReductionInterval } from '../../../src/domain/statistics/ratio-of-means.js';

const pairs = (baseline: number[], endpoint: number[]) =>
  baseline.map((first, at) => ({ first, second: endpoint[at] ?? NaN, n: 1 }));
const interval = (baseline: number[], endpoint: number[]) =>
  percentReductionInterval(pairedSums(pairs(baseline, endpoint)));

test('five courses of the hand check have the interval that R gives by Fieller', () => {
  // R: t2 <- qt(.975, 4)^2; A <- mean(b)^2 - t2 * var(b) / 5; B, C alike; 100 * (1 - (B + c(1, -1) * sqrt(B^2 - A * C)) / A)
  const [low, high] = interval([40, 20, 30, 50, 10], [10, 12, 9, 30, 1]);
  expect(low).toBeCloseTo(32.809136701327, 9);
  expect(high).toBeCloseTo(106.49607279443, 9);
});

test('their variances and covariance are those of R', () => {
  // R: var(c(40, 20, 30, 50, 10)) 250, var(c(10, 12, 9, 30, 1)) 114.3, cov of the two 140
  const moments = momentsOf(pairedSums(pairs([40, 20, 30, 50, 10], [10, 12, 9, 30, 1])));
  expect(moments).toEqual({
    n: 5,
    firstMean: 30,
    secondMean: 12.4,
    firstVariance: 250,
    secondVariance: 114.3,
    covariance: 140,
  });
});

test.each([
  ['nobody', [], []],
  ['one course', [40], [20]],
  ['a baseline that is not clearly above 0', [0, 1], [0, 0]],
])('%s has no interval', (_of, baseline, endpoint) => {
  expect(interval(baseline, endpoint)).toEqual([null, null]);
});

test('where everybody falls by the same share, the interval is that share alone', () => {
  const [low, high] = interval([40, 30, 50, 46, 34], [20, 15, 25, 23, 17]);
  expect(low).toBeCloseTo(50, 9);
  expect(high).toBeCloseTo(50, 9);
});

test('the interval holds the percent reduction of means, and no order of the courses changes it', () => {
  const scores = fc.array(fc.tuple(fc.integer({ min: 20, max: 64 }), fc.integer({ min: 0, max: 64 })), {
    minLength: 12,
    maxLength: 60,
  });
  fc.assert(
    fc.property(scores, (pairs) => {
      const [baseline, endpoint] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
      const [low, high] = interval(baseline, endpoint);
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const estimate = 100 * (1 - mean(endpoint) / mean(baseline));
      expect(low).toBeLessThanOrEqual(estimate + 1e-9);
      expect(high).toBeGreaterThanOrEqual(estimate - 1e-9);
      expect(interval([...baseline].reverse(), [...endpoint].reverse())).toEqual([low, high]);
    }),
  );
});
