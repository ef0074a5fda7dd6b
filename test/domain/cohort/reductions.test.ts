import { describe, expect, test } from '@jest/globals';
import { percentReductionOfMeans, percentReductionsOf, reductionsOf } from '../../../src/domain/cohort/reductions.js';

const five = { baseline: [40, 20, 30, 50, 10], endpoint: [10, 12, 9, 30, 1] };

describe('reductions', () => {
  test('five courses fall by 30, 8, 21, 20 and 9 points', () => {
    expect(reductionsOf(five)).toEqual([30, 8, 21, 20, 9]);
  });

  test('they fall by 75, 40, 70, 40 and 90 percent of their own baselines', () => {
    expect(percentReductionsOf(five)).toEqual([75, 40, 70, 40, 90]);
  });

  // Means 30 and 12.4: 100 x 17.6 / 30 = 58.667; the mean of the percentages is 315 / 5 = 63.
  test('their means fall by 58.667 percent, which is not the mean of their percentages', () => {
    expect(percentReductionOfMeans(five)).toBeCloseTo(58.6666666666667, 12);
  });

  test('a rise is a negative reduction', () => {
    const risen = { baseline: [20], endpoint: [25] };
    expect(reductionsOf(risen)).toEqual([-5]);
    expect(percentReductionsOf(risen)).toEqual([-25]);
    expect(percentReductionOfMeans(risen)).toBe(-25);
  });

  test('a baseline of 0 has points but no percent', () => {
    const fromZero = { baseline: [0, 40], endpoint: [4, 20] };
    expect(reductionsOf(fromZero)).toEqual([-4, 20]);
    expect(percentReductionsOf(fromZero)).toEqual([50]);
    expect(percentReductionOfMeans(fromZero)).toBe(40); // 100 x (40 - 24) / 40
  });

  test.each([
    ['no course', { baseline: [], endpoint: [] }],
    ['only baselines of 0', { baseline: [0, 0], endpoint: [3, 0] }],
  ])('%s has no percent reduction of means', (_, pairs) => {
    expect(percentReductionOfMeans(pairs)).toBeNull();
  });
});
