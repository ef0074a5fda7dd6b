import { describe, expect, test } from '@jest/globals';
import { TooComplex, basisWithout, divisor, exact } from '../../../src/domain/disclosure/row-space.js';

const free = (columns: number) => Array.from({ length: columns }, () => false);

describe('the combinations of rows that are 0 in given columns', () => {
  test('all 100 less the 97 leave the 3', () => {
    expect(
      basisWithout(
        [
          [1, 1],
          [1, 0],
        ],
        [true, false],
      ),
    ).toEqual({ rows: [[0, 1]], pivots: [1] });
  });

  test('two rows that share no column with another have nothing left without theirs', () => {
    expect(
      basisWithout(
        [
          [1, 0],
          [0, 1],
        ],
        [true, true],
      ),
    ).toEqual({ rows: [], pivots: [] });
  });

  test('without a column that must be 0 each row begins where all others have 0', () => {
    // (1,1,0) and (0,1,1): the first less the second is (1,0,-1)
    expect(
      basisWithout(
        [
          [1, 1, 0],
          [0, 1, 1],
        ],
        free(3),
      ),
    ).toEqual({
      rows: [
        [1, 0, -1],
        [0, 1, 1],
      ],
      pivots: [0, 1],
    });
  });

  test('a row that is the sum of two others adds nothing', () => {
    const rows = [
      [1, 1, 1, 1],
      [1, 1, 0, 0],
      [0, 0, 1, 1],
    ];
    expect(basisWithout(rows, free(4)).rows).toHaveLength(2);
  });

  test('a and b, b and c, a and c together reveal each of the three', () => {
    // (a + b) + (b + c) - (a + c) is twice b, divided by its greatest common divisor
    expect(
      basisWithout(
        [
          [1, 1, 0],
          [0, 1, 1],
          [1, 0, 1],
        ],
        free(3),
      ).rows,
    ).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });
});

test('a whole number beyond 2^53 is not exact, and nothing is concluded from it', () => {
  expect(exact(2 ** 53 - 1)).toBe(9007199254740991);
  expect(() => exact(2 ** 53)).toThrow(TooComplex);
});

test.each([
  [12, -18, 6],
  [0, 7, 7],
  [0, 0, 0],
  [13, 8, 1],
])('the greatest number that divides %d and %d is %d', (one, other, expected) => {
  expect(divisor(one, other)).toBe(expected);
});
