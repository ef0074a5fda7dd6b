import { describe, expect, test } from '@jest/globals';
import { softWarnings } from '../../../../src/domain/course/rules/warnings.js';
import { courseWith, scored, scoredSeries } from '../course-builder.js';

/** The rules that ask about the last of these totals, at infusions 1 and on by the plan. */
const rulesAt = (infusion: 1 | 2 | 3 | 4 | 5 | 6, ...totals: number[]) =>
  softWarnings(courseWith(scoredSeries(...totals)), `infusion-${infusion}`).map(({ rule }) => rule);

describe('a score unlike the others of its course', () => {
  // One change elsewhere, of 2: sqrt((2 x 81 + 4) / 3) = sqrt(55.33) = 7.44, three times 22.3.
  test.each([
    [9, 23, ['unlike-own-course']],
    [10, 22, []],
    [2, 30, ['unlike-own-course']],
    [54, 22, []],
    [55, 23, ['unlike-own-course']],
  ])('after 34 and 32 a %i, %i points away, is asked about: %j', (total, _, rules) => {
    expect(rulesAt(3, 34, 32, total)).toEqual(rules);
  });

  // Changes elsewhere of 20 and 15: sqrt((162 + 400 + 225) / 4) = sqrt(196.75) = 14.03, three times 42.1.
  test('is judged later in a restless course: 40, 20, 35, then 5', () => {
    expect(rulesAt(4, 40, 20, 35, 5)).toEqual([]);
  });

  // Changes elsewhere of 1, 1, 1 and 1: sqrt((162 + 4) / 6) = 5.26, three times 15.8.
  test('is judged earlier in a calm one: 30, 31, 30, 31, 30, then 14', () => {
    expect(rulesAt(6, 30, 31, 30, 31, 30, 14)).toEqual(['unlike-own-course']);
    expect(rulesAt(6, 30, 31, 30, 31, 30, 15)).toEqual([]);
  });

  // No other change: 27 points, and below a quarter of 32, which is 8.
  test('as second score is a 2 after a 32, which a lost digit makes', () => {
    expect(rulesAt(2, 32, 2)).toEqual(['unlike-own-course']);
    expect(rulesAt(2, 32, 5)).toEqual([]);
    expect(rulesAt(2, 40, 12)).toEqual([]);
    // 17 days later it may be an effect.
    const late = [scored('infusion-1', 32, '2026-03-02'), scored('infusion-6', 2, '2026-03-19')];
    expect(softWarnings(courseWith(late), 'infusion-6')).toEqual([]);
  });

  test('says both scores and how far they are apart', () => {
    const [warning] = softWarnings(courseWith(scoredSeries(34, 32, 2)), 'infusion-3');
    expect(warning?.message).toBe(
      '2 at infusion 3 is 30 points from 32 at infusion 2, much more than this course moves from visit to visit. Check the score.',
    );
  });

  test('is not the first one: a first response may be the largest change', () => {
    expect(rulesAt(1, 52, 29, 28, 28)).toEqual([]);
  });
});
