import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sum } from '../../../src/domain/statistics/sum.js';

describe('sum', () => {
  test('small numbers are not lost beside a huge one', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  });

  test('ten tenths are one', () => {
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  test('nothing adds up to nothing', () => {
    expect(sum([])).toBe(0);
  });

  test('the order of scores changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 64 })), (scores) => {
        expect(sum([...scores].reverse())).toBe(sum(scores));
      }),
    );
  });
});
