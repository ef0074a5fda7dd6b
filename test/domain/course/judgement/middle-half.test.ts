import { describe, expect, test } from '@jest/globals';
import { likeCoursesOf, quartilesOf } from '../../../../src/domain/course/judgement/middle-half.js';
import { SEVERITY_BANDS } from '../../../../src/domain/cudos/severity.js';
import { courseWith, scoredSeries } from '../course-builder.js';

const moderate = SEVERITY_BANDS.find(({ name }) => name === 'moderate')!;
const like = { kind: 'induction', band: moderate } as const;
const at = (infusion: number, totals: number[]) => totals.map((value) => ({ infusion, value, n: 1 }));
const from = (first: number, count: number) => Array.from({ length: count }, (_, more) => first + more);

describe('the middle half of other courses', () => {
  test('is between the quartiles of type 7, at each infusion of its own', () => {
    // 20 totals 1 to 20: places 19 / 4 = 4.75 and 14.25 from the first, so 5.75 and 15.25.
    // 21 totals 20 to 40: places 5 and 15, so 25 and 35.
    const { courses, quartiles } = quartilesOf(like, [...at(1, from(20, 21)), ...at(2, from(1, 20).reverse())]);
    expect(courses).toBe(21);
    expect(quartiles.slice(0, 3)).toEqual([{ from: 25, to: 35, n: 21 }, { from: 5.75, to: 15.25, n: 20 }, null]);
  });

  test('takes a total as often as it occurs: 15 of 10 and 5 of 30 have both quartiles in 10 and 15', () => {
    // Places 4.75 and 14.25 of 20: the 15th is 10 and the 16th is 30, so 10 + 0.25 x 20.
    const totals = [
      { infusion: 1, value: 30, n: 5 },
      { infusion: 1, value: 10, n: 15 },
    ];
    expect(quartilesOf(like, totals).quartiles[0]).toEqual({ from: 10, to: 15, n: 20 });
  });

  test('is not known of 19 courses', () => {
    expect(quartilesOf(like, at(1, from(20, 19)))).toMatchObject({
      courses: 19,
      quartiles: from(0, 6).map(() => null),
    });
  });
});

describe('a course is held against others', () => {
  const ofScores = (...totals: (number | null)[]) => likeCoursesOf(courseWith(scoredSeries(...totals)));

  test('of its kind and baseline band, from a score at infusion 3 on', () => {
    expect(ofScores(40, 31)).toBeNull();
    expect(ofScores(40, 31, 12)).toEqual(like);
    expect(ofScores(40, null, null, 12)).toEqual(like);
  });

  test('but not without a baseline', () => expect(ofScores(null, 31, 12)).toBeNull());
});
