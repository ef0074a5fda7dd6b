import { expect, test } from '@jest/globals';
import { movedPlan } from '../../../../src/domain/course/rules/moved-plan.js';
import { plannedDay } from '../../../../src/domain/course/judgement/slot-states.js';
import { courseWith, scored } from '../course-builder.js';

// Begun on 2 March and planned on days 0, 3, 7, 10, 14, 17; infusion 2 came two days late, on 7 March, so that infusion 3 is
// planned on 11 March and infusion 4 on 14 March.
const course = courseWith([scored('infusion-1', 40, '2026-03-02'), scored('infusion-2', 36, '2026-03-07')]);
const moved = (infusion: 3 | 4, on: string, following: boolean) => movedPlan(course, infusion, on, { following });

test('an infusion is moved alone: those after it keep their days', () => {
  // From 11 to 13 March are 2 days: 7 becomes 9.
  expect(moved(3, '2026-03-13', false)).toEqual({ protocol: [0, 3, 9, 10, 14, 17], fault: null });
});

test('an infusion is moved with all that follow: each by as many days', () => {
  const { protocol } = moved(3, '2026-03-13', true) as { protocol: number[] };
  expect(protocol).toEqual([0, 3, 9, 12, 16, 19]);
  const after = { ...course, protocol };
  expect([plannedDay(after, 3), plannedDay(after, 4)]).toEqual(['2026-03-13', '2026-03-16']);
});

test('an infusion can’t be moved to the day of the one before it, or past the next one alone', () => {
  expect(moved(3, '2026-03-07', false).fault?.rule).toBe('moved-out-of-order');
  expect(moved(3, '2026-03-07', true).fault?.rule).toBe('moved-out-of-order');
  expect(moved(3, '2026-03-14', false).fault?.message).toContain('move all that follow');
  expect(moved(4, '2026-03-12', false).fault).toBeNull();
});
