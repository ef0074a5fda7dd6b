import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adjustToSum, type Adjustable } from '../../../src/commands/sample/adjust-to-sum.js';

describe('scores are adjusted to a sum', () => {
  test('one after the other by 1, round and round', () => {
    const scores = [10, 20, 30].map((value) => ({ value, from: 0, to: 64 }));
    // 60 to 64 is 4 points: one each, and the fourth to the first again.
    expect(adjustToSum(scores, 64)).toEqual([12, 21, 31]);
    expect(adjustToSum(scores, 58)).toEqual([9, 19, 30]);
    expect(adjustToSum(scores, 60)).toEqual([10, 20, 30]);
  });

  test('inside the bounds of each', () => {
    const scores = [
      { value: 10, from: 9, to: 11 },
      { value: 20, from: 0, to: 64 },
    ];
    expect(adjustToSum(scores, 40)).toEqual([11, 29]);
    expect(adjustToSum(scores, 9)).toEqual([9, 0]);
  });

  test('or not at all, where the bounds leave no room', () => {
    expect(() => adjustToSum([{ value: 5, from: 4, to: 6 }], 7)).toThrow("The bounds don't allow a sum of 7.");
  });

  const bounded = fc
    .tuple(fc.integer({ min: 0, max: 64 }), fc.nat(9), fc.nat(9))
    .map(([from, up, more]): Adjustable => ({ value: from + up, from, to: from + up + more }));

  test('to every sum that the bounds allow', () => {
    const wanted = fc.array(bounded, { minLength: 1, maxLength: 20 }).chain((scores) =>
      fc.tuple(
        fc.constant(scores),
        fc.integer({
          min: scores.reduce((sum, { from }) => sum + from, 0),
          max: scores.reduce((sum, { to }) => sum + to, 0),
        }),
      ),
    );
    fc.assert(
      fc.property(wanted, ([scores, sum]) => {
        const adjusted = adjustToSum(scores, sum);
        expect(adjusted.reduce((total, value) => total + value, 0)).toBe(sum);
        for (const [at, { from, to }] of scores.entries()) {
          expect(adjusted[at]).toBeGreaterThanOrEqual(from);
          expect(adjusted[at]).toBeLessThanOrEqual(to);
        }
      }),
    );
  });
});
