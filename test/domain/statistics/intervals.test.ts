import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tInterval, wilson } from '../../../src/domain/statistics/intervals.js';

describe('wilson', () => {
  // R: prop.test(count, n, correct = FALSE)$conf.int
  test.each([
    [0, 10, 0, 0.277532799862889],
    [10, 10, 0.722467200137111, 1],
    [17, 24, 0.508323063355034, 0.850853518030391],
    [52, 77, 0.564580838967976, 0.769406206712209],
    [288, 537, 0.494026522837501, 0.578083333690583],
    [3, 5, 0.230724281276013, 0.882379225767352],
    [1, 1, 0.206549314377237, 1],
    [0, 1, 0, 0.793450685622763],
  ])('%i of %i lies between %d and %d', (count, n, lower, upper) => {
    const interval = wilson(count, n);
    expect(interval[0]).toBeCloseTo(lower, 13);
    expect(interval[1]).toBeCloseTo(upper, 13);
  });

  test('of nobody there is no interval', () => {
    expect(wilson(0, 0)).toEqual([null, null]);
  });

  test.each([
    [2, 1],
    [-1, 3],
    [0.5, 3],
  ])('%d of %d is refused', (count, n) => {
    expect(() => wilson(count, n)).toThrow(RangeError);
  });

  test('the interval holds the proportion and stays inside 0 to 1', () => {
    const cases = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(cases, ([count, n]) => {
        const [lower, upper] = wilson(count, n) as [number, number];
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(count / n);
        expect(upper).toBeGreaterThanOrEqual(count / n);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('tInterval', () => {
  // R: 4.5 + c(-1, 1) * qt(.975, 19) * 4.97 / sqrt(20). The paper printed 2.32 to 6.68, which is z.
  test('a change of 4.5 with SD 4.97 in 20 patients lies between 2.17 and 6.83', () => {
    const [lower, upper] = tInterval(4.5, 4.97, 20);
    expect(lower).toBeCloseTo(2.173968400093, 11);
    expect(upper).toBeCloseTo(6.826031599907, 11);
  });

  // R: 5 + c(-1, 1) * qt(.975, 1) * sd(c(4, 6)) / sqrt(2)
  test('two patients give a very wide interval', () => {
    const [lower, upper] = tInterval(5, Math.SQRT2, 2);
    expect(lower).toBeCloseTo(5 - 12.7062047361747, 10);
    expect(upper).toBeCloseTo(5 + 12.7062047361747, 10);
  });

  test.each([
    [5, null, 1],
    [null, null, 0],
    [5, 0, 1],
  ])('mean %p, SD %p, n %i has no interval', (mean, sd, n) => {
    expect(tInterval(mean, sd, n)).toEqual([null, null]);
  });
});
