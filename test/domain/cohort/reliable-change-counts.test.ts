import { describe, expect, test } from '@jest/globals';
import { reliableChangeCounts } from '../../../src/domain/cohort/reliable-change-counts.js';

describe('reliable change in a cohort', () => {
  // SD of 10, 20, 30 is 10; 1.96 x 10 x sqrt(2) x sqrt(0.08) = 1.96 x 10 x 0.4 = 7.84
  test('with an SD of 10 a change of 8 points is reliable and one of 7 is not', () => {
    const completers = { baseline: [20, 20, 20, 20], endpoint: [12, 13, 27, 28] };
    const counts = reliableChangeCounts([10, 20, 30], completers);
    expect(counts.threshold).toBeCloseTo(7.84, 12);
    expect(counts).toMatchObject({ improved: 1, none: 2, worsened: 1, n: 4, sd: 10, baselines: 3 });
  });

  test('one baseline has no SD, so nobody can be called changed or unchanged', () => {
    expect(reliableChangeCounts([40], { baseline: [40], endpoint: [10] })).toEqual({
      threshold: null,
      improved: null,
      none: null,
      worsened: null,
      n: 1,
      sd: null,
      baselines: 1,
    });
  });

  test('of no completers none changed', () => {
    const counts = reliableChangeCounts([40], { baseline: [], endpoint: [] });
    expect(counts).toMatchObject({ threshold: null, improved: 0, none: 0, worsened: 0, n: 0 });
  });
});
