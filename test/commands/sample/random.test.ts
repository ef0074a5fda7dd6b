import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pick, seededRandom, shuffled, wholeBetween } from '../../../src/commands/sample/random.js';

function drawn(seed: number, count: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
}

describe('numbers for made-up patients', () => {
  test('are the same for the same seed and others for another', () => {
    expect(drawn(7, 50)).toEqual(drawn(7, 50));
    expect(drawn(7, 50)).not.toEqual(drawn(8, 50));
  });

  test('lie from 0 up to 1, for every seed', () => {
    fc.assert(fc.property(fc.integer(), (seed) => drawn(seed, 200).every((number) => number >= 0 && number < 1)));
  });

  test('fall evenly into tenths', () => {
    const tenths = Array<number>(10).fill(0);
    for (const number of drawn(1, 10_000)) tenths[Math.floor(number * 10)]! += 1;
    // Chi squared with 9 degrees of freedom is above 27.88 once in 1,000 (R: qchisq(0.999, 9)).
    const chiSquared = tenths.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(27.88);
  });

  test('begin far apart for neighboring seeds', () => {
    const first = Array.from({ length: 1000 }, (_, seed) => drawn(seed, 1)[0] ?? 0);
    const mean = first.reduce((sum, number) => sum + number, 0) / first.length;
    // The mean of 1,000 uniform numbers has a standard error of sqrt(1/12/1000) = 0.0091.
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * 0.0091);
  });
});

test('a whole number between 1 and 6 is each of the six at some time', () => {
  const random = seededRandom(3);
  const thrown = Array.from({ length: 200 }, () => wholeBetween(random, 1, 6));
  expect([...new Set(thrown)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a shuffled list keeps what is in it', () => {
  const list = Array.from({ length: 30 }, (_, place) => place);
  const other = shuffled(seededRandom(5), list);
  expect(other).not.toEqual(list);
  expect(other.toSorted((a, b) => a - b)).toEqual(list);
});

test('nothing can be picked from an empty list', () => {
  expect(() => pick(seededRandom(1), [])).toThrow(RangeError);
});
