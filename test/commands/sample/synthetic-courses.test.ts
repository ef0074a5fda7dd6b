import { describe, expect, test } from '@jest/globals';
import { syntheticCourses } from '../../../src/commands/sample/synthetic-courses.js';
import { checkDates } from '../../../src/domain/course/rules/date-rules.js';
import { softWarnings } from '../../../src/domain/course/rules/warnings.js';

describe('courses made up for measuring speed', () => {
  const courses = [...syntheticCourses(1000, 1)];

  test('are as many as were asked for, the same for the same seed', () => {
    expect(courses).toHaveLength(1000);
    expect([...syntheticCourses(1000, 1)]).toEqual(courses);
    expect([...syntheticCourses(1000, 2)]).not.toEqual(courses);
  });

  test('are all over, about half of them before infusion 6', () => {
    const completed = courses.filter(({ slots }) => slots.length === 6).length;
    expect(completed).toBeGreaterThan(480);
    expect(completed).toBeLessThan(620);
    for (const { slots, stopped } of courses) expect(slots.length === 6).toBe(stopped === null);
  });

  test('hold nothing impossible and nothing unlikely', () => {
    for (const course of courses) {
      expect(checkDates(course, '2026-02-01')).toEqual([]);
      for (const { slot } of course.slots) expect(softWarnings(course, slot)).toEqual([]);
    }
  });
});
