import { expect, test } from '@jest/globals';
import { unfinishedInWords } from '../../../src/domain/cohort/unfinished.js';

test('of 11 courses that are over and 26 under way, 26 of 37 are still under way', () => {
  expect(unfinishedInWords(11, 26)).toBe('26 of 37 still under way');
});

test('a period without a course under way is finished', () => {
  expect(unfinishedInWords(37, 0)).toBeNull();
  expect(unfinishedInWords(0, 0)).toBeNull();
});
