import { describe, expect, test } from '@jest/globals';
import { funnelOf } from '../../../../src/domain/cohort/differences/funnel.js';

const starters = (unit: string, baseline: number, responders: number, others: number) => [
  { unit, baseline, sixth: baseline / 2, n: responders },
  { unit, baseline, sixth: null, n: others },
];

describe('units compared', () => {
  test('of one band have their own response, about that of all', () => {
    const { center, units } = funnelOf([...starters('a', 40, 10, 10), ...starters('b', 40, 14, 6)]);
    // 24 of 40 are 60 %, so of 20 each 12 are expected.
    expect(center).toBeCloseTo(60, 12);
    expect(units).toMatchObject([
      {
        unit: 'a',
        starters: 20,
        responders: 10,
        expected: expect.closeTo(12, 10),
        standardized: expect.closeTo(50, 10),
      },
      {
        unit: 'b',
        starters: 20,
        responders: 14,
        expected: expect.closeTo(12, 10),
        standardized: expect.closeTo(70, 10),
      },
    ]);
    expect(units.map(({ beyond95 }) => beyond95)).toEqual([null, null]);
  });

  test('who treats those who respond more seldom is not blamed for it', () => {
    // Mild: 16 of 20 (80 %). Severe: 8 of 20 (40 %). a: 12 of 15 mild and 2 of 5 severe; b: 4 of 5 and 6 of 15.
    const mixed = [
      ...starters('a', 24, 12, 3),
      ...starters('a', 50, 2, 3),
      ...starters('b', 24, 4, 1),
      ...starters('b', 50, 6, 9),
    ];
    const { units } = funnelOf(mixed);
    // Expected of a: 15 x .8 + 5 x .4 = 14, of b: 5 x .8 + 15 x .4 = 10. Both have just that: 60 %, where 70 and 50 % responded.
    expect(units.map(({ expected }) => expected)).toEqual([expect.closeTo(14, 10), expect.closeTo(10, 10)]);
    expect(units.map(({ standardized }) => standardized)).toEqual([expect.closeTo(60, 10), expect.closeTo(60, 10)]);
  });

  test('none of 20 where half of all respond is beyond both limits', () => {
    const { units } = funnelOf([...starters('a', 40, 0, 20), ...starters('b', 40, 50, 30)]);
    expect(units[0]).toMatchObject({ beyond95: 'below', beyond998: 'below' });
    // 50 of 80 are 62.5 %; .5 + 1.96 sqrt(.25 / 80) = 61.0, .5 + 3.09 sqrt(.25 / 80) = 67.3.
    expect(units[1]).toMatchObject({ beyond95: 'above', beyond998: null });
  });

  test('ten are too few', () => {
    const { units, tooFew } = funnelOf([...starters('a', 40, 5, 5), ...starters('b', 40, 6, 5)]);
    expect([units.map(({ unit }) => unit), tooFew]).toEqual([['b'], 1]);
    expect(funnelOf([])).toEqual({ center: null, units: [], tooFew: 0 });
  });
});
