import { describe, expect, test } from '@jest/globals';
import { closedGroups } from '../../../src/domain/disclosure/closed-groups.js';
import { some } from './group-courses.js';
import type { Course } from './group-courses.js';

const [Q1, Q2, Q3] = ['2025-02-03', '2025-05-05', '2025-08-04'];
const full = { responded: 8, others: 4, stopped: 18 };

function groupsOf(
  courses: readonly Course[],
  today: string,
  more: { underWay?: string[]; after?: string | null } = {},
) {
  const { closed, filling } = closedGroups({ courses, underWay: [], after: null, today, ...more });
  return { closed: closed.map(({ from, to, courses: of }) => [from, to, of.length]), filling };
}

describe('a group of 30 starters and 11 completers', () => {
  // 2025-03-31 and 60 days is 2025-05-30.
  test('closes 60 days after its quarter ended, and not a day before', () => {
    expect(groupsOf(some({ startedOn: Q1, ...full }), '2025-05-30').closed).toEqual([['2025-Q1', '2025-Q1', 30]]);
    expect(groupsOf(some({ startedOn: Q1, ...full }), '2025-05-29')).toEqual({
      closed: [],
      filling: {
        from: '2025-Q1',
        to: '2025-Q1',
        starters: 30,
        completers: 12,
        underWay: 0,
        lacking: [],
        earliestClosing: '2025-05-30',
      },
    });
  });

  test('waits for a course under way, however long that takes', () => {
    const courses = some({ startedOn: Q1, ...full });
    const { closed, filling } = groupsOf(courses, '2025-12-01', { underWay: ['2025-03-30'] });
    expect(closed).toEqual([]);
    expect(filling).toMatchObject({ from: '2025-Q1', to: '2025-Q1', underWay: 1, earliestClosing: '2025-05-30' });
    // One of a later quarter holds nothing up.
    expect(groupsOf(courses, '2025-12-01', { underWay: ['2025-04-01'] }).closed).toHaveLength(1);
  });

  test('is not complete with 29 starters, nor with 10 completers: the next quarter joins it', () => {
    const next = some({ startedOn: Q2, stopped: 1, others: 1 });
    const few = some({ startedOn: Q1, ...full, stopped: 17 });
    expect(groupsOf([...few, ...next], '2025-09-01').closed).toEqual([['2025-Q1', '2025-Q2', 31]]);
    const fewCompleters = some({ startedOn: Q1, responded: 6, others: 4, stopped: 30 });
    expect(groupsOf([...fewCompleters, ...next], '2025-09-01').closed).toEqual([['2025-Q1', '2025-Q2', 42]]);
  });

  test('counts persons: a second course of one of them does not make 30 of 29', () => {
    const courses = some({ startedOn: Q1, ...full, stopped: 17 });
    const second = { ...(courses[0] as Course), courseId: `${courses[0]?.courseId.split('/')[0]}/second` };
    const { closed, filling } = groupsOf([...courses, second], '2025-06-15');
    expect(closed).toEqual([]);
    expect(filling).toMatchObject({
      to: '2025-Q2',
      starters: 29,
      lacking: ['starters'],
      earliestClosing: '2025-08-29',
    });
  });

  test('has responders and others: everybody or nobody is no secret of the group', () => {
    expect(groupsOf(some({ startedOn: Q1, responded: 30 }), '2025-06-15').filling?.lacking).toEqual([
      'response',
      'remissionBelow20',
      'remissionAtMost10',
    ]);
    expect(groupsOf(some({ startedOn: Q1, others: 30 }), '2025-06-15').closed).toEqual([]);
    const one = some({ startedOn: Q2, others: 1 });
    expect(groupsOf([...some({ startedOn: Q1, responded: 30 }), ...one], '2025-09-01').closed).toEqual([
      ['2025-Q1', '2025-Q2', 31],
    ]);
  });

  test('begins with the first quarter in which anybody started, and after the last frozen one', () => {
    const courses = [Q1, Q2, Q3].flatMap((startedOn) => some({ startedOn, ...full }));
    expect(groupsOf(courses, '2026-01-15').closed.map(([from]) => from)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3']);
    expect(groupsOf(courses, '2026-01-15', { after: '2025-Q2' }).closed).toEqual([['2025-Q3', '2025-Q3', 30]]);
  });
});

test('a quarter without anybody joins the group that is filling', () => {
  const courses = [...some({ startedOn: Q1, ...full, stopped: 8 }), ...some({ startedOn: Q3, stopped: 10 })];
  expect(groupsOf(courses, '2025-12-01').closed).toEqual([['2025-Q1', '2025-Q3', 30]]);
});

// 30 September 2025 and 60 days is 29 November.
test('a quarter that is over with too few starters fills on with the next, before it could close itself', () => {
  const courses = some({ startedOn: Q2, stopped: 5 });
  const { filling } = groupsOf(courses, '2025-07-15', { underWay: ['2025-07-01'] });
  expect(filling).toMatchObject({
    from: '2025-Q2',
    to: '2025-Q3',
    starters: 5,
    underWay: 1,
    earliestClosing: '2025-11-29',
  });
});

test('where nobody ever started there is no group', () => {
  expect(groupsOf([], '2025-12-01')).toEqual({ closed: [], filling: null });
});

test('after the last frozen group an empty one is filling', () => {
  expect(groupsOf([], '2025-12-01', { after: '2025-Q3' }).filling).toMatchObject({
    from: '2025-Q4',
    to: '2025-Q4',
    starters: 0,
    earliestClosing: '2026-03-01',
  });
});
