import { expect, test } from '@jest/globals';
import { sdFromSums } from '../../../src/domain/statistics/sd-from-sums.js';

test('10, 20 and 30 lie 10 from their mean', () => {
  // sum 60, squares 100 + 400 + 900 = 1400; (3 x 1400 - 60 x 60) / (3 x 2) = 100
  expect(sdFromSums(3, 60, 1400)).toBe(10);
});

test('baselines 40, 20, 30, 50 and 10 have the SD that R gives', () => {
  // R: sd(c(40, 20, 30, 50, 10)) is 15.8113883008419
  expect(sdFromSums(5, 150, 5500)).toBeCloseTo(15.8113883008419, 12);
});

test('a clinic whose baselines are all the same has an SD of 0', () => {
  // A million baselines of 33: squares 33 x 33 = 1089 each
  expect(sdFromSums(1_000_000, 33_000_000, 1_089_000_000)).toBe(0);
});

test.each([
  ['no baseline', 0, 0, 0],
  ['one baseline', 1, 40, 1600],
])('%s has no SD', (_, n, sum, squares) => {
  expect(sdFromSums(n, sum, squares)).toBeNull();
});
