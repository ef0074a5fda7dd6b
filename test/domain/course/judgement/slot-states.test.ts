import { describe, expect, test } from '@jest/globals';
import type { CourseRecord } from '../../../../src/domain/course/record/course-record.js';
import { slotStates } from '../../../../src/domain/course/judgement/slot-states.js';
import { PLANNED_DAYS, courseWith, missed, scored, scoredSeries } from '../course-builder.js';

const statesOf = (course: CourseRecord, today: string) => slotStates(course, today).map(({ state }) => state);
const dueDaysOf = (course: CourseRecord, today: string) => slotStates(course, today).map(({ dueOn }) => dueOn);

describe('before anything is recorded', () => {
  test('all six are due on the days of the plan', () => {
    expect(statesOf(courseWith(), '2026-03-02')).toEqual(Array(6).fill('due'));
    expect(dueDaysOf(courseWith(), '2026-03-02')).toEqual(PLANNED_DAYS);
  });

  test('the first is unresolved the day after it was planned', () => {
    expect(statesOf(courseWith(), '2026-03-03')).toEqual(['unresolved', 'due', 'due', 'due', 'due', 'due']);
  });
});

describe('an empty slot', () => {
  const course = courseWith(scoredSeries(40));

  test('is still due on its planned day', () => {
    expect(statesOf(course, '2026-03-05')[1]).toBe('due');
  });

  test('is unresolved once its planned day is over', () => {
    const second = slotStates(course, '2026-03-06')[1];
    expect(second).toEqual({
      slot: 'infusion-2',
      infusion: 2,
      state: 'unresolved',
      on: null,
      total: null,
      dueOn: '2026-03-05',
      missedReason: null,
    });
  });

  test('before a later score is unresolved, however early that is', () => {
    const skipped = courseWith([scored('infusion-1', 40, '2026-03-02'), scored('infusion-3', 30, '2026-03-03')]);
    expect(statesOf(skipped, '2026-03-03').slice(0, 3)).toEqual(['scored', 'unresolved', 'scored']);
  });

  test('before a later missed visit is unresolved too', () => {
    const skipped = courseWith([missed('infusion-2')]);
    expect(statesOf(skipped, '2026-03-02').slice(0, 2)).toEqual(['unresolved', 'missed']);
  });
});

describe('the planned day', () => {
  test('moves with the last infusion: two days late stay two days late', () => {
    const late = courseWith([scored('infusion-1', 40, '2026-03-02'), scored('infusion-2', 35, '2026-03-07')]);
    // Plan 0, 3, 7, 10, 14, 17: 4, 7, 11 and 14 days after infusion 2.
    expect(dueDaysOf(late, '2026-03-07')).toEqual([null, null, '2026-03-11', '2026-03-14', '2026-03-18', '2026-03-21']);
  });

  test('counts from a missed visit that has a date', () => {
    const course = courseWith([...scoredSeries(40), missed('infusion-2', '2026-03-06')]);
    expect(dueDaysOf(course, '2026-03-06')[2]).toBe('2026-03-10');
  });

  test('counts from the infusion before when a missed visit has no date', () => {
    const course = courseWith([...scoredSeries(40), missed('infusion-2')]);
    expect(dueDaysOf(course, '2026-03-06')[2]).toBe('2026-03-09');
  });

  test('counts from the first infusion, not from the planned start, once that is known', () => {
    const course = courseWith([scored('infusion-1', 40, '2026-03-04')]);
    expect(dueDaysOf(course, '2026-03-04')[1]).toBe('2026-03-07');
  });
});

describe('a stopped course', () => {
  const stopped = { on: '2026-03-10', reason: 'sideEffects' } as const;

  test('has its remaining slots missed because it stopped', () => {
    const states = slotStates(courseWith(scoredSeries(40, 35), { stopped }), '2026-03-11');
    expect(states.slice(2).map(({ state, missedReason, dueOn }) => [state, missedReason, dueOn])).toEqual(
      Array(4).fill(['missed', 'courseStopped', null]),
    );
  });

  test('keeps a gap before its last score unresolved, as stopping does not explain it', () => {
    const course = courseWith(scoredSeries(40, null, 30), { stopped });
    expect(statesOf(course, '2026-03-11')).toEqual(['scored', 'unresolved', 'scored', 'missed', 'missed', 'missed']);
  });

  test('that never began has all six missed', () => {
    expect(statesOf(courseWith([], { stopped }), '2026-03-11')).toEqual(Array(6).fill('missed'));
  });
});

test('a missed visit keeps its own reason', () => {
  const [first] = slotStates(courseWith([missed('infusion-1', '2026-03-02')]), '2026-03-03');
  expect(first).toMatchObject({ state: 'missed', missedReason: 'illness', on: '2026-03-02' });
});

test('a form too incomplete for a total is scored without a total', () => {
  const [first] = slotStates(courseWith([scored('infusion-1', null, '2026-03-02')]), '2026-03-03');
  expect(first).toMatchObject({ state: 'scored', total: null });
});

test('post-series and follow-up scores are not among the six', () => {
  const course = courseWith([scored('post-series', 12, '2026-03-26')]);
  expect(slotStates(course, '2026-03-02').map(({ infusion }) => infusion)).toEqual([1, 2, 3, 4, 5, 6]);
});
