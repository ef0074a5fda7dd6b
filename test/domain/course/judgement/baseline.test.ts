import { expect, test } from '@jest/globals';
import { baselineOf } from '../../../../src/domain/course/judgement/baseline.js';

test('the baseline is the score at infusion 1, even when a later one is higher', () => {
  expect(baselineOf([40, 52, null, null, null, null])).toBe(40);
});

test('a baseline of 0 is a baseline', () => {
  expect(baselineOf([0, 5, null, null, null, null])).toBe(0);
});

test('without a score at infusion 1 there is no baseline', () => {
  expect(baselineOf([null, 52, 40, 30, 20, 10])).toBeNull();
  expect(baselineOf([])).toBeNull();
});
