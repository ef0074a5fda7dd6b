import { describe, expect, test } from '@jest/globals';
import { progressOf } from '../../../src/domain/cudos/progress.js';

const form = (changes: Record<number, number>) => Array.from({ length: 18 }, (_, index) => changes[index + 1] ?? null);

describe('the progress of a form', () => {
  test('with item 1 answered 3 and item 17 answered 2 has 3 points so far, as 17 never counts', () => {
    const progress = progressOf(form({ 1: 3, 17: 2 }));
    expect(progress).toMatchObject({ answered: 2, answeredInTotal: 1, pointsSoFar: 3 });
    expect(progress.missing.map(({ number }) => number)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18,
    ]);
  });

  test('that is empty has no points and all 18 items missing', () => {
    const progress = progressOf(form({}));
    expect(progress).toMatchObject({ answered: 0, answeredInTotal: 0, pointsSoFar: 0 });
    expect(progress.missing).toHaveLength(18);
  });

  test('counts an answer of 0 as an answer', () => {
    expect(progressOf(form({ 14: 0 }))).toMatchObject({ answered: 1, pointsSoFar: 0 });
  });

  test('of a full form of 4s has the 64 points of its 16 items and nothing missing', () => {
    const answers = Array.from({ length: 18 }, () => 4);
    expect(progressOf(answers)).toEqual({
      answered: 18,
      answeredInTotal: 16,
      pointsSoFar: 64, // 16 x 4
      missing: [],
    });
  });
});
