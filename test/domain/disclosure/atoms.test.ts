import { describe, expect, test } from '@jest/globals';
import { atomsOf, countedBy } from '../../../src/domain/disclosure/atoms.js';
import { count } from './counted.js';

/** An atom a text: its size, and the places of the counts it is in. */
function kinds({ sizes, rows }: ReturnType<typeof atomsOf>): string[] {
  return sizes
    .map((size, at) => {
      const places = rows.flatMap((row, place) => (row[at] === 1 ? [place] : []));
      return `${size} in ${places.join()}`;
    })
    .sort();
}

describe('courses that nobody can tell apart', () => {
  test('3 courses, one of them in a second count: it alone, and the other two', () => {
    const counts = [
      { name: 'n', members: new Set(['a', 'b', 'c']) },
      { name: 'k', members: new Set(['a']) },
    ];
    expect(kinds(atomsOf(counts))).toEqual(['1 in 0,1', '2 in 0']);
  });

  test('two counts that overlap make three kinds', () => {
    // 1-20 and 15-40: 14 in the first alone, 6 in both, 20 in the second alone
    const counts = [count('one', [1, 20]), count('other', [15, 40])];
    expect(kinds(atomsOf(counts))).toEqual(['14 in 0', '20 in 1', '6 in 0,1']);
  });

  test('a count split by two later ones: those in neither, in one, and in both', () => {
    // of 1-100: 61-100 in no other, 31-60 in the second, 1-30 in the second and the third
    const counts = [count('n', [1, 100]), count('k', [1, 60]), count('l', [1, 30])];
    expect(kinds(atomsOf(counts))).toEqual(['30 in 0,1', '30 in 0,1,2', '40 in 0']);
  });

  test('a count of nobody has no course of any kind', () => {
    expect(atomsOf([count('n', [1, 12]), count('none')])).toEqual({
      sizes: [12],
      rows: [[1], [0]],
    });
    expect(atomsOf([])).toEqual({ sizes: [], rows: [] });
  });
});

describe('when only some of the counts are published', () => {
  test('kinds that only the other counts told apart are one', () => {
    expect(
      countedBy(
        {
          sizes: [2, 1],
          rows: [
            [1, 1],
            [0, 1],
          ],
        },
        [0],
      ),
    ).toEqual({
      sizes: [3],
      rows: [[1]],
    });
  });

  test('courses in none of them are left out', () => {
    expect(
      countedBy(
        {
          sizes: [2, 1],
          rows: [
            [1, 1],
            [0, 1],
          ],
        },
        [1],
      ),
    ).toEqual({
      sizes: [1],
      rows: [[1]],
    });
  });

  test('two counts of the same courses are one row', () => {
    expect(
      countedBy(
        {
          sizes: [7, 5],
          rows: [
            [1, 0],
            [1, 0],
            [1, 1],
          ],
        },
        [0, 1, 2],
      ),
    ).toEqual({
      sizes: [7, 5],
      rows: [
        [1, 0],
        [1, 1],
      ],
    });
  });
});
