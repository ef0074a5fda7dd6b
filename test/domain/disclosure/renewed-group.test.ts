import { describe, expect, test } from '@jest/globals';
import { renewalOf, sameInAll } from '../../../src/domain/disclosure/renewed-group.js';
import { some } from './group-courses.js';
import type { Course } from './group-courses.js';

const courses = some({ startedOn: '2025-02-03', responded: 20, others: 10, stopped: 10 });
const all = [() => true];

/** The first so many with another score at infusion 6, of those that have one. */
function corrected(count: number, to: number, from: readonly Course[] = courses): Course[] {
  return from.map((course, at) => (at < count ? { ...course, scores: [...course.scores.slice(0, 5), to] } : course));
}

describe('a closed group', () => {
  test('is unchanged where nothing that is published of it is', () => {
    const postSeries = courses.map((course) => ({ ...course, postSeries: 7 }));
    expect(renewalOf([courses], postSeries, all)).toBe('unchanged');
  });

  test('is closed again where 11 persons changed, and kept where 10 did', () => {
    expect(renewalOf([courses], corrected(11, 6), all)).toBe('renewed');
    expect(renewalOf([courses], corrected(10, 6), all)).toBe('kept');
  });

  test('is kept where 11 changed, but one of them alone at infusion 6', () => {
    const ten = courses.map((course, at) =>
      at > 0 && at < 11
        ? { ...course, scores: [40, null, 20, null, null, course.scores[5]] as unknown as Course['scores'] }
        : course,
    );
    expect(renewalOf([courses], corrected(1, 6, ten), all)).toBe('kept');
  });

  test('is kept where 11 changed in each part but one, of which 3 did', () => {
    const first = new Set(courses.slice(0, 8).map(({ courseId }) => courseId));
    const parts = [({ courseId }: Course) => first.has(courseId), ({ courseId }: Course) => !first.has(courseId)];
    expect(renewalOf([courses], corrected(11, 6), parts)).toBe('kept');
  });

  test('is kept where one corrected score is of a responder, and those of 10 others', () => {
    const others = courses.map((course, at) =>
      at === 0 || (at >= 20 && at < 30)
        ? { ...course, scores: [...course.scores.slice(0, 5), at === 0 ? 6 : 31] }
        : course,
    );
    expect(renewalOf([courses], others, all)).toBe('kept');
  });

  test('is compared with each time it was closed: 11 and one back to what it was first is one changed since', () => {
    const second = corrected(12, 6);
    const now = courses.map((course, at) => (at === 11 ? (second[at] as Course) : course));
    expect(renewalOf([second], now, all)).toBe('renewed');
    expect(renewalOf([courses, second], now, all)).toBe('kept');
  });

  test('is kept where what it would be now is no group', () => {
    expect(renewalOf([courses], courses.slice(11), all)).toBe('kept');
  });
});

test('who is counted in every edition are those whose course is the same in each', () => {
  const second = corrected(3, 6);
  expect(sameInAll([courses, second]).map(({ courseId }) => courseId)).toEqual(
    courses.slice(3).map(({ courseId }) => courseId),
  );
});
