import { describe, expect, test } from '@jest/globals';
import { trendOf } from '../../../../src/domain/course/judgement/trend.js';
import { courseWith, scored, scoredSeries } from '../course-builder.js';

/** 1.96 x 10 x sqrt(2) x sqrt(0.08) = 1.96 x 10 x 0.4, the threshold of an SD of 10. */
const THRESHOLD = 7.84;
const directionOf = (...totals: (number | null)[]) =>
  trendOf(courseWith(scoredSeries(...totals)), THRESHOLD)?.direction ?? null;

describe('the trend of the latest three scores', () => {
  test('is improving where they fall by more than chance explains: 40, 36, 30 is 10 points', () => {
    expect(directionOf(40, 36, 30)).toBe('improving');
  });

  test('is stable at 7 points either way, and not at 8', () => {
    expect(directionOf(40, 36, 33)).toBe('stable');
    expect(directionOf(40, 36, 32)).toBe('improving');
    expect(directionOf(33, 36, 40)).toBe('stable');
    expect(directionOf(32, 36, 40)).toBe('worsening');
  });

  test('is worsening in a relapse, however well the course began', () => {
    expect(trendOf(courseWith(scoredSeries(40, 20, 10, 12, 20, 30)), THRESHOLD)).toEqual({
      direction: 'worsening',
      totals: [12, 20, 30],
      reduction: -18,
    });
  });

  test('is stable on a plateau, however deep the fall before', () => {
    expect(directionOf(40, 15, 15, 14, 15, 14)).toBe('stable');
  });

  test('leaves missed visits out and takes follow-ups in', () => {
    expect(directionOf(40, null, 30, null, 20)).toBe('improving');
    const relapsed = [...scoredSeries(40, 12), scored('follow-up-4', 25, '2026-04-16')];
    expect(trendOf(courseWith(relapsed), THRESHOLD)?.totals).toEqual([40, 12, 25]);
  });
});

describe('there is no trend', () => {
  test('of two scores', () => expect(directionOf(40, 20)).toBeNull());

  test('without a threshold, as in a clinic with a single baseline', () => {
    expect(trendOf(courseWith(scoredSeries(40, 30, 20)), null)).toBeNull();
  });
});
