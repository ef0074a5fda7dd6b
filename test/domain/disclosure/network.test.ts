import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  NETWORK_GROUPS,
  networkGroupsByScores,
  SCORE_PLACES,
} from '../../../src/domain/cohort/groups/network-groups.js';
import { isSafe, networkCounts, type NetworkCell } from '../../../src/domain/disclosure/network.js';

const cell = (groups: number, persons: number, personsOfLargest: number, clinics: number): NetworkCell => ({
  groups,
  courses: persons + 2,
  persons,
  personsOfLargest,
  clinics,
});

test('a number of 11 persons and more in 3 clinics is told, if the largest clinic leaves as many of the others', () => {
  expect(networkCounts([cell(1, 40, 20, 3)], 1)).toEqual([42]);
  expect(networkCounts([cell(1, 10, 2, 6)], 1)).toEqual([null]);
  expect(networkCounts([cell(1, 40, 20, 2)], 1)).toEqual([null]);
  // The largest clinic takes away its 30 and has 10 persons of the others.
  expect(networkCounts([cell(1, 40, 30, 4)], 1)).toEqual([null]);
});

test('nobody in a group is told, as is everybody', () => {
  expect(networkCounts([cell(0b01, 40, 20, 3)], 2)).toEqual([42, 0]);
  expect(networkCounts([cell(0b11, 40, 20, 3)], 2)).toEqual([42, 42]);
});

test('a number is withheld where the rest of those it is counted among is few', () => {
  const cells = [cell(0b01, 10, 3, 5), cell(0b11, 400, 40, 30)];
  expect(networkCounts(cells, 2)).toEqual([414, null]);
});

test('a number is withheld where the difference from another one is few', () => {
  // Remitted by the one rule are 100 + 9, by the other 100: their difference is nine persons.
  const cells = [cell(0b001, 300, 30, 30), cell(0b011, 9, 1, 9), cell(0b111, 100, 10, 30)];
  expect(networkCounts(cells, 3)).toEqual([415, 113, null]);
});

const anyCell = fc
  .record({ groups: fc.nat(15), persons: fc.nat(60), others: fc.nat(60), clinics: fc.integer({ min: 1, max: 6 }) })
  .map(({ groups, persons, others, clinics }) => cell(groups, persons, Math.max(0, persons - others), clinics));

/** Those that nobody can tell apart by these groups. */
function partsOf(cells: NetworkCell[], told: number): NetworkCell[][] {
  const keys = new Set(cells.map(({ groups }) => groups & told));
  return Array.from(keys, (key) => cells.filter(({ groups }) => (groups & told) === key));
}

test('what can be computed from the numbers told is never of few persons', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyCell, { selector: ({ groups }) => groups }), (cells) => {
      const told = networkCounts(cells, 4).reduce<number>(
        (bits, count, place) => bits | (count === null ? 0 : 1 << place),
        0,
      );
      const parts = partsOf(cells, told);
      // Where nothing is told nothing can be computed.
      for (const part of told === 0 ? [] : parts) {
        const sum = (of: (one: NetworkCell) => number) => part.reduce((total, one) => total + of(one), 0);
        expect(sum(({ persons }) => persons)).toBeGreaterThanOrEqual(11);
        expect(sum(({ persons, personsOfLargest }) => persons - personsOfLargest)).toBeGreaterThanOrEqual(11);
        expect(Math.max(...part.map(({ clinics }) => clinics))).toBeGreaterThanOrEqual(3);
      }
    }),
  );
});

test('of no course every number is nought', () => {
  expect(networkCounts([], 3)).toEqual([0, 0, 0]);
  expect(isSafe({ groups: 0, courses: 0, persons: 0, personsOfLargest: 0, clinics: 0 })).toBe(true);
});

test.each([
  // Baseline, infusion 6, and the names of the groups; 65 is no score.
  [65, 65, ['courses']],
  [65, 20, ['courses']],
  [40, 65, ['courses', 'with-baseline']],
  [40, 20, ['courses', 'with-baseline', 'with-infusion-6', 'responders']],
  [40, 10, ['courses', 'with-baseline', 'with-infusion-6', 'responders', 'remitted-below-20', 'remitted-at-most-10']],
  [12, 19, ['courses', 'with-baseline', 'with-infusion-6', 'remitted-below-20', 'worsened']],
])('a course from %s to %s is in its groups', (baseline, sixth, names) => {
  const groups = networkGroupsByScores()[baseline * SCORE_PLACES + sixth] ?? 0;
  expect(NETWORK_GROUPS.filter((_, place) => (groups & (1 << place)) > 0).map(({ name }) => name)).toEqual(names);
});
