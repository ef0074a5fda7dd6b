import { describe, expect, test } from '@jest/globals';
import { percentReductionOfMeans, percentReductionsOf, reductionsOf } from '../../../src/domain/cohort/reductions.js';
import { each } from '../statistics/repeated.js';

const pairs = (baseline: number[], endpoint: number[]) =>
  baseline.map((from, at) => ({ baseline: from, endpoint: endpoint[at] ?? NaN, n: 1 }));
const five = pairs([40, 20, 30, 50, 10], [10, 12, 9, 30, 1]);

describe('reductions', () => {
  test('five courses fall by 8, 9, 20, 21 and 30 points', () => {
    expect(reductionsOf(five)).toEqual(each([8, 9, 20, 21, 30]));
  });

  test('they fall by 75, 40, 70, 40 and 90 percent of their own baselines', () => {
    expect(percentReductionsOf(five)).toEqual(each([75, 40, 70, 40, 90]));
  });

  // Means 30 and 12.4: 100 x 17.6 / 30 = 58.667; the mean of the percentages is 315 / 5 = 63.
  test('their means fall by 58.667 percent, which is not the mean of their percentages', () => {
    expect(percentReductionOfMeans(five)).toBeCloseTo(58.6666666666667, 12);
  });

  test('a rise is a negative reduction', () => {
    const risen = pairs([20], [25]);
    expect(reductionsOf(risen)).toEqual(each([-5]));
    expect(percentReductionsOf(risen)).toEqual(each([-25]));
    expect(percentReductionOfMeans(risen)).toBe(-25);
  });

  test('a baseline of 0 has points but no percent', () => {
    const fromZero = pairs([0, 40], [4, 20]);
    expect(reductionsOf(fromZero)).toEqual(each([-4, 20]));
    expect(percentReductionsOf(fromZero)).toEqual(each([50]));
    expect(percentReductionOfMeans(fromZero)).toBe(40); // 100 x (40 - 24) / 40
  });

  test.each([
    ['no course', pairs([], [])],
    ['only baselines of 0', pairs([0, 0], [3, 0])],
  ])('%s has no percent reduction of means', (_, pairs) => {
    expect(percentReductionOfMeans(pairs)).toBeNull();
  });
});
