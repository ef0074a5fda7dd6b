import { describe, expect, test } from '@jest/globals';
import { beyond, controlLimits } from '../../../src/domain/statistics/control-limits.js';

// Montgomery DC, Introduction to Statistical Quality Control, example 7.1: cans of orange juice, 30 samples of 50.
const JUICE = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
];

describe('control limits of rates (p-chart)', () => {
  const { center, limits } = controlLimits(JUICE.map((count) => ({ count, n: 50 })));

  test('of the samples of orange juice the center is .2313, and chance keeps them from .0524 to .4102', () => {
    // 347 of 1500; .2313 -+ 3 sqrt(.2313 x .7687 / 50)
    expect(center).toBeCloseTo(23.13, 2);
    expect(limits[0]?.map((end) => end?.toFixed(2))).toEqual(['5.24', '41.02']);
  });

  test('samples 15 and 23 lie above', () => {
    const signals = JUICE.flatMap((count, at) => beyond((100 * count) / 50, limits[at] ?? [null, null]) ?? []);
    expect(signals).toEqual(['above', 'above']);
    expect([14, 22].map((at) => beyond(2 * (JUICE[at] ?? 0), limits[at] ?? [null, null]))).toEqual(['above', 'above']);
  });

  test('fewer people leave more to chance, up to none and to all', () => {
    // .5 -+ 3 sqrt(.25 / 100) is .35 to .65; with n = 4 it would be -.25 to 1.25.
    const { limits: unequal } = controlLimits([
      { count: 50, n: 100 },
      { count: 2, n: 4 },
    ]);
    expect(unequal).toEqual([
      [expect.closeTo(35, 10), expect.closeTo(65, 10)],
      [0, 100],
    ]);
  });

  test('of nobody there are none, and nothing lies beyond', () => {
    expect(controlLimits([{ count: 0, n: 0 }])).toEqual({ center: null, limits: [[null, null]] });
    expect(
      controlLimits([
        { count: 0, n: 0 },
        { count: 1, n: 2 },
      ]).limits[0],
    ).toEqual([null, null]);
    expect([beyond(0, [null, null]), beyond(null, [0, 1]), beyond(35, [35, 65])]).toEqual([null, null, null]);
  });
});
