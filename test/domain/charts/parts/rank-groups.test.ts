import { describe, expect, test } from '@jest/globals';
import { rankGroups } from '../../../../src/domain/charts/parts/rank-groups.js';
import { each } from '../../statistics/repeated.js';

describe('rank groups', () => {
  test('10, 40, 20, 30 in two groups have the means 35 and 15', () => {
    expect(rankGroups(each([10, 40, 20, 30]), 2)).toEqual([
      { from: 1, to: 2, mean: 35 },
      { from: 3, to: 4, mean: 15 },
    ]);
  });

  test('few values are alone', () => {
    expect(rankGroups(each([-5, 75]), 400)).toEqual([
      { from: 1, to: 1, mean: 75 },
      { from: 2, to: 2, mean: -5 },
    ]);
  });

  test('nobody is left out or counted twice, and sizes differ by at most 1', () => {
    const groups = rankGroups(each(Array.from({ length: 1003 }, (_, i) => i)), 400);
    expect(groups.map(({ from }) => from).slice(1)).toEqual(groups.map(({ to }) => to + 1).slice(0, -1));
    expect([groups[0]?.from, groups.at(-1)?.to]).toEqual([1, 1003]);
    const sizes = groups.map(({ from, to }) => to - from + 1);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('no values have no groups', () => {
    expect(rankGroups([], 400)).toEqual([]);
  });
});
