import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../../src/commands/sample/random.js';
import { totalsBetween } from '../../../src/commands/sample/totals.js';

const total = fc.integer({ min: 0, max: 55 });

describe('the six totals of a made-up course', () => {
  test('begin with the baseline and end with the endpoint', () => {
    fc.assert(
      fc.property(fc.integer(), total, total, (seed, baseline, endpoint) => {
        const totals = totalsBetween(seededRandom(seed), baseline, endpoint);
        expect(totals).toHaveLength(6);
        expect([totals[0], totals[5]]).toEqual([baseline, endpoint]);
      }),
    );
  });

  test('are whole numbers that never move by more than 30 points at once', () => {
    fc.assert(
      fc.property(fc.integer(), total, total, (seed, baseline, endpoint) => {
        const totals = totalsBetween(seededRandom(seed), baseline, endpoint);
        for (const [at, value] of totals.entries()) {
          expect(Number.isInteger(value) && value >= 0 && value <= 64).toBe(true);
          expect(Math.abs(value - (totals[at - 1] ?? value))).toBeLessThanOrEqual(30);
        }
      }),
    );
  });

  test('fall more over the first three visits than over the last three', () => {
    const random = seededRandom(4);
    for (let course = 0; course < 100; course += 1) {
      const [first = 0, , third = 0, fourth = 0, , sixth = 0] = totalsBetween(random, 40, 10);
      expect(first - third).toBeGreaterThan(fourth - sixth);
    }
  });
});
