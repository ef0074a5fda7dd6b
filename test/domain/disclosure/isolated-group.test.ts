import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CountedSet } from '../../../src/domain/disclosure/counted-set.js';
import { isolatedGroup } from '../../../src/domain/disclosure/isolated-group.js';
import { solve } from './attacker.js';
import { count } from './counted.js';

describe('a group of 1 to 10 courses is isolated', () => {
  test.each<[string, CountedSet[], number | null]>([
    ['nothing published', [], null],
    ['nobody counted', [count('n')], null],
    ['a count of 10', [count('n', [1, 10])], 10],
    ['a count of 11', [count('n', [1, 11])], null],
    ['all but 3 of 100', [count('n', [1, 100]), count('k', [1, 97])], 3],
    ['all but 11 of 100', [count('n', [1, 100]), count('k', [1, 89])], null],
    ['all of 100', [count('n', [1, 100]), count('k', [1, 100])], null],
    [
      'remission below 20 beside at most 10, 5 courses apart',
      [count('n', [1, 100]), count('below 20', [1, 60]), count('at most 10', [1, 55])],
      5,
    ],
    [
      'three parts of a breakdown of 100 and the whole: 20 + 30 + 46, so 4 are left',
      [count('n', [1, 100]), count('a', [1, 20]), count('b', [21, 50]), count('c', [51, 96])],
      4,
    ],
    [
      'two parts of a breakdown, whose other two are 4 + 20 and can be anything',
      [count('n', [1, 100]), count('a', [1, 30]), count('b', [31, 76])],
      null,
    ],
    [
      // (a + b) + (b + c) - (a + c) is b twice: 2 x 4, so b is 4
      'three overlapping counts, of which the sum is one part twice',
      [count('a and b', [1, 20], [21, 24]), count('b and c', [21, 24], [31, 50]), count('a and c', [1, 20], [31, 50])],
      4,
    ],
    ['a count and the same with one more', [count('p', [1, 20]), count('q', [1, 21])], 1],
    [
      'two counts that differ both ways, so that only a difference of two small groups is known',
      [count('q', [1, 21]), count('r', [1, 20], [22, 23])],
      null,
    ],
    [
      // p: 1-20 + 41-42; q: 21-40 + 41,43; r: 1-40. p + q - r counts 41 twice, 42 and 43 once: 4 in all
      'a sum in which one course counts twice and two others once',
      [count('p', [1, 20], [41, 42]), count('q', [21, 40], [41, 41], [43, 43]), count('r', [1, 40])],
      4,
    ],
  ])('%s', (_, counts, size) => {
    expect(isolatedGroup(counts)).toEqual(size === null ? null : { size });
  });

  test('the examples of the documentation hold', () => {
    expect(isolatedGroup([count('n', [1, 100]), count('k', [1, 97])])).toEqual({ size: 3 });
  });
});

/** Small random tables: how many courses are of each kind, and which kinds each count holds. */
const tables = fc
  .record({
    sizes: fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 40 })), {
      minLength: 1,
      maxLength: 8,
    }),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 8, maxLength: 8 }), {
      maxLength: 7,
    }),
  })
  .map(({ sizes, rows }) => ({ sizes, rows: rows.map((row) => row.slice(0, sizes.length)) }));

function countsOf({ sizes, rows }: { sizes: number[]; rows: number[][] }): CountedSet[] {
  return rows.map((row, at) => ({
    name: `count ${at}`,
    members: new Set(
      row.flatMap((isIn, kind) =>
        isIn ? Array.from({ length: sizes[kind] as number }, (_, i) => `${kind}-${i}`) : [],
      ),
    ),
  }));
}

describe('over random tables', () => {
  test('it is found exactly when solving the tables by exact fractions finds one', () => {
    let isolated = 0;
    fc.assert(
      fc.property(tables, (table) => {
        // The solver sees only the kinds that somebody counted; the others leave no trace.
        const seen = table.sizes.map((_, kind) => table.rows.some((row) => row[kind] === 1));
        const only = <T>(list: T[]) => list.filter((_, kind) => seen[kind]);
        const expected = solve(only(table.sizes), table.rows.map(only));
        if (expected) isolated += 1;
        expect(isolatedGroup(countsOf(table)) !== null).toBe(expected);
      }),
      { numRuns: 2000 },
    );
    // Both answers come up often enough to mean something.
    expect(isolated).toBeGreaterThan(300);
    expect(isolated).toBeLessThan(1700);
  });

  test('neither the order of the counts nor that of the courses changes the answer', () => {
    const shuffled = tables.chain((table) =>
      fc.tuple(fc.constant(table), fc.shuffledSubarray(table.rows, { minLength: table.rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([table, rows]) => {
        const turned = countsOf({ ...table, rows }).map(({ name, members }) => ({
          name,
          members: new Set([...members].reverse()),
        }));
        expect(isolatedGroup(turned) === null).toBe(isolatedGroup(countsOf(table)) === null);
      }),
    );
  });

  test('publishing one count more never hides a group that was isolated', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const counts = countsOf(table);
        if (isolatedGroup(counts.slice(1)) === null) return;
        expect(isolatedGroup(counts)).not.toBeNull();
      }),
    );
  });
});
