import { expect, test } from '@jest/globals';
import { isWorsened } from '../../../../src/domain/course/judgement/worsened.js';

test('a rise by one point is worsened', () => {
  expect(isWorsened(20, 21)).toBe(true);
});

test('the same score is not worsened', () => {
  expect(isWorsened(20, 20)).toBe(false);
});

test('a fall is not worsened', () => {
  expect(isWorsened(20, 19)).toBe(false);
});

test('a rise from 0 is worsened', () => {
  expect(isWorsened(0, 1)).toBe(true);
});
