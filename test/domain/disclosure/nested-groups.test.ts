import { describe, expect, test } from '@jest/globals';
import type { CourseGroup } from '../../../src/domain/disclosure/closed-groups.js';
import { isKeptApart, nestedGroups } from '../../../src/domain/disclosure/nested-groups.js';
import { placeOf } from '../../../src/domain/disclosure/public-cohort.js';
import type { PublicCohort } from '../../../src/domain/disclosure/public-cohort.js';
import { some } from './group-courses.js';
import type { Course, Some } from './group-courses.js';

const startedOn = '2025-02-03';
const part = (from: string, ...of: Omit<Some, 'startedOn'>[]): CourseGroup<Course> => ({
  from,
  to: from,
  courses: of.flatMap((each) => some({ startedOn, ...each })),
});
const depression = {
  inside: ({ indication }: Course) => indication === 'depression',
  outside: ({ indication }: Course) => indication !== 'depression',
};
const half = { responded: 8, others: 8, stopped: 14 };
const spans = (groups: readonly CourseGroup[]) => groups.map(({ from, to, courses }) => [from, to, courses.length]);

describe('an inner group is kept apart from the groups that it is made of', () => {
  test('where 11 or more are on the lesser side', () => {
    expect(isKeptApart([part('2025-Q1', half, { ...half, indication: 'ptsd' })], depression)).toBe(true);
  });

  test('not where those outside are 1 to 10, starters or completers', () => {
    expect(isKeptApart([part('2025-Q1', half, { responded: 10, indication: 'ptsd' })], depression)).toBe(false);
    const tenCompleters = { responded: 5, others: 5, stopped: 20, indication: 'ptsd' } as const;
    expect(isKeptApart([part('2025-Q1', half, tenCompleters)], depression)).toBe(false);
  });

  test('where nobody is outside', () => {
    expect(isKeptApart([part('2025-Q1', half), part('2025-Q2', half)], depression)).toBe(true);
  });

  test('not where 20 are outside of one part, but of another 3 are inside: that part would be told by subtraction', () => {
    const parts = [part('2025-Q1', half), part('2025-Q2', { responded: 3 }, { ...half, indication: 'ptsd' })];
    expect(isKeptApart(parts, depression)).toBe(false);
  });

  test('parts add up: 6 on the lesser side of each of two are 12', () => {
    const each = [half, { responded: 3, others: 3, stopped: 6, indication: 'ptsd' }] as const;
    expect(isKeptApart([part('2025-Q1', ...each)], depression)).toBe(false);
    expect(isKeptApart([part('2025-Q1', ...each), part('2025-Q2', ...each)], depression)).toBe(true);
  });

  test('counts a person once, however many courses of theirs lie outside', () => {
    const six = part('2025-Q1', half, { responded: 3, others: 3, stopped: 6, indication: 'ptsd' });
    const again = six.courses
      .filter(depression.outside)
      .map((course) => ({ ...course, courseId: `${course.courseId}b` }));
    const inside = some({ startedOn, ...half });
    expect(isKeptApart([six, { ...six, courses: [...inside, ...again] }], depression)).toBe(false);
  });

  test('not where who responded would tell 1 or 2 apart', () => {
    // 15 responders and one other inside, 15 others outside: the group less the responders is that one.
    const parts = [
      part('2025-Q1', { responded: 15, others: 1, stopped: 14 }, { others: 15, stopped: 14, indication: 'ptsd' }),
    ];
    expect(isKeptApart(parts, depression)).toBe(false);
  });
});

test('inner groups join groups of the wider cohort until they are complete and kept apart', () => {
  const each = [half, { responded: 3, others: 3, stopped: 6, indication: 'ptsd' }] as const;
  const outer = ['2025-Q1', '2025-Q2', '2025-Q3'].map((from) => part(from, ...each));
  const { closed, left } = nestedGroups(outer, depression);
  expect(spans(closed)).toEqual([['2025-Q1', '2025-Q2', 60]]);
  expect(spans(left)).toEqual([['2025-Q3', '2025-Q3', 42]]);
});

describe('public cohorts nest', () => {
  const of = (kind: PublicCohort['kind'], indication: PublicCohort['indication'] = null) => ({ kind, indication });
  const [all, induction, maintenance] = [of(null), of('induction'), of('maintenance')];

  test('the first is the widest, and stays it', () => {
    expect(placeOf(induction, [])).toEqual({ place: 'widest' });
    expect(placeOf(induction, [induction, of('induction', 'ptsd')])).toEqual({ place: 'widest' });
  });

  test('one without a course in common is another widest', () => {
    expect(placeOf(maintenance, [induction])).toEqual({ place: 'widest' });
  });

  test('one within it lies inside, beside those without a course in common', () => {
    const ptsd = of('induction', 'ptsd');
    expect(placeOf(of('induction', 'depression'), [induction, maintenance, ptsd])).toEqual({
      place: 'inside',
      widest: induction,
      siblings: [ptsd],
    });
    expect(placeOf(ptsd, [induction, ptsd])).toEqual({ place: 'inside', widest: induction, siblings: [] });
  });

  test('a wider one, one that only overlaps, and a third level are refused', () => {
    expect(placeOf(all, [induction])).toEqual({ place: 'refused', clashing: induction });
    expect(placeOf(of(null, 'ptsd'), [induction])).toEqual({ place: 'refused', clashing: induction });
    expect(placeOf(of('induction', 'ptsd'), [all, induction])).toEqual({ place: 'refused', clashing: induction });
  });
});
