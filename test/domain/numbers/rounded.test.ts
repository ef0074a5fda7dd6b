import { expect, test } from '@jest/globals';
import { rounded } from '../../../src/domain/numbers/rounded.js';

test.each([
  [62.5, 0, 63],
  [-0.25, 1, -0.3],
  [83.33333333333333, 0, 83],
  [11.25, 1, 11.3],
  [34.949, 1, 34.9],
  [68, 1, 68],
  [99.5, 0, 100],
  // 169 / 20: stored as 8.4499999999999993
  [8.45, 1, 8.5],
  [-8.45, 1, -8.5],
  [1.005, 2, 1.01],
  // Just below a half by arithmetic alone: 1.1 + 1.15 is 2.2499999999999996
  [1.1 + 1.15, 1, 2.3],
  [8.4499, 1, 8.4],
  [0.00000005, 7, 0.0000001],
  [1234567.5, 0, 1234568],
])('%d with %d decimals is %d: a half goes away from 0', (value, decimals, expected) => {
  expect(rounded(value, decimals)).toBe(expected);
});

test('what rounds to nothing is 0 and never -0', () => {
  expect(Object.is(rounded(-0.04, 1), 0)).toBe(true);
});

test('where there is no number, none is made', () => {
  expect(rounded(null, 1)).toBeNull();
});
