import { describe, expect, test } from '@jest/globals';
import type { ClinicDays } from '../../../../src/domain/calendar/clinic-days.js';
import { afterSeriesVisits } from '../../../../src/domain/course/judgement/after-series-visits.js';
import { plannedDay, slotStates } from '../../../../src/domain/course/judgement/slot-states.js';
import type { CourseRecord } from '../../../../src/domain/course/record/course-record.js';
import { movedPlan } from '../../../../src/domain/course/rules/moved-plan.js';
import { courseWith, scored } from '../course-builder.js';

const WORKDAYS: ClinicDays = { clinicWeekdays: [1, 2, 3, 4, 5], holidays: [] };
const closedOn = (...days: string[]): ClinicDays => ({
  ...WORKDAYS,
  holidays: days.map((on) => ({ on, name: 'Closed' })),
});
const planOf = (course: CourseRecord, days: ClinicDays) =>
  ([1, 2, 3, 4, 5, 6] as const).map((infusion) => plannedDay(course, infusion, days));

describe('planned days fall on clinic days', () => {
  test('a series that begins on a Wednesday has its weekends on the Monday after', () => {
    // Wednesday 4 March 2026 and 3, 7, 10, 14, 17 days: Sat 7, Wed 11, Sat 14, Wed 18, Sat 21. Clocks go forward on 8 March.
    expect(planOf(courseWith([], { startedOn: '2026-03-04' }), WORKDAYS)).toEqual([
      '2026-03-04',
      '2026-03-09',
      '2026-03-11',
      '2026-03-16',
      '2026-03-18',
      '2026-03-23',
    ]);
  });

  test('a holiday moves the infusion on it and does not delay those after it', () => {
    // Monday 2 March: Thu 5, Mon 9, Thu 12, Mon 16, Thu 19. Closed on Thu 5 and Fri 6: Mon 9, on which infusion 3 is planned,
    // so that this one goes to Tue 10; the others keep their days.
    const plan = planOf(courseWith(), closedOn('2026-03-05', '2026-03-06'));
    expect(plan.slice(1)).toEqual(['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-16', '2026-03-19']);
  });

  test('a clinic of one day a week has an infusion a week: no two on one day', () => {
    // Tuesday 3 March 2026, Tuesdays alone.
    const course = courseWith([], { startedOn: '2026-03-03' });
    expect(planOf(course, { clinicWeekdays: [2], holidays: [] })).toEqual([
      '2026-03-03',
      '2026-03-10',
      '2026-03-17',
      '2026-03-24',
      '2026-03-31',
      '2026-04-07',
    ]);
  });

  test('maintenance every 4 weeks from a Monday: Memorial Day moves one of them alone', () => {
    // 27 April 2026 and 28 days are 25 May, Memorial Day; 56 days are 22 June.
    const course = courseWith([], { startedOn: '2026-04-27', protocol: [0, 28, 56, 84, 112, 140] });
    expect(planOf(course, closedOn('2026-05-25')).slice(0, 3)).toEqual(['2026-04-27', '2026-05-26', '2026-06-22']);
  });

  test('a course keeps its start, and counts from what was recorded, also on a closed day', () => {
    // Saturday 7 March; 3 days later is Tuesday 10. Infusion 2 came on Sunday 15: 4 days later is Thursday 19.
    const course = courseWith([scored('infusion-1', 40, '2026-03-07')], { startedOn: '2026-03-07' });
    expect(planOf(course, WORKDAYS).slice(0, 2)).toEqual(['2026-03-07', '2026-03-10']);
    const late = { ...course, slots: [...course.slots, scored('infusion-2', 36, '2026-03-15')] };
    expect(plannedDay(late, 3, WORKDAYS)).toBe('2026-03-19');
  });

  test('an infusion that a closed day put off is due, not unresolved', () => {
    const course = courseWith([scored('infusion-1', 40, '2026-03-04')], { startedOn: '2026-03-04' });
    expect(slotStates(course, '2026-03-08')[1]).toMatchObject({ state: 'unresolved' });
    expect(slotStates(course, '2026-03-08', WORKDAYS)[1]).toMatchObject({ state: 'due', dueOn: '2026-03-09' });
  });
});

describe('a planned day is moved', () => {
  // Wednesday 4 March: infusion 2 by the protocol on Saturday 7, planned on Monday 9; infusion 3 on Wednesday 11.
  const course = courseWith([scored('infusion-1', 40, '2026-03-04')], { startedOn: '2026-03-04' });

  test('not to a day on which the clinic is closed: the next open one is named', () => {
    const days = closedOn('2026-03-16');
    const moved = movedPlan(course, 2, '2026-03-14', { following: true, days });
    expect(moved.fault?.message).toBe(
      'The clinic does not treat on 14 Mar 2026: it is a Saturday. The next day on which it does is 17 Mar 2026.',
    );
    expect(movedPlan(course, 2, '2026-03-16', { following: true, days }).fault?.message).toContain('it is Closed.');
  });

  test('alone: it is on the day that was chosen, and the others stay', () => {
    const { protocol } = movedPlan(course, 2, '2026-03-10', { following: false, days: WORKDAYS }) as {
      protocol: number[];
    };
    // 10 March is 6 days after 4 March.
    expect(protocol).toEqual([0, 6, 7, 10, 14, 17]);
    expect(planOf({ ...course, protocol }, WORKDAYS).slice(1, 4)).toEqual(['2026-03-10', '2026-03-11', '2026-03-16']);
  });

  test('with all that follow: they stay as far apart as the protocol has them, on clinic days', () => {
    const { protocol } = movedPlan(course, 2, '2026-03-10', { following: true, days: WORKDAYS }) as {
      protocol: number[];
    };
    expect(protocol).toEqual([0, 6, 10, 13, 17, 20]);
    // Days 10, 13, 17 and 20 are Sat 14, Tue 17, Sat 21 and Tue 24 March.
    expect(planOf({ ...course, protocol }, WORKDAYS).slice(1)).toEqual([
      '2026-03-10',
      '2026-03-16',
      '2026-03-17',
      '2026-03-23',
      '2026-03-24',
    ]);
  });

  test('not onto the planned day of the infusion before it, though the protocol is earlier', () => {
    expect(movedPlan(course, 3, '2026-03-09', { following: true, days: WORKDAYS }).fault?.rule).toBe(
      'moved-out-of-order',
    );
  });
});

test('a score after the series is due on a clinic day, unless its time would be over then', () => {
  // Infusion 6 on Saturday 7 March 2026: a week later is Saturday 14, so Monday 16.
  const course = courseWith([scored('infusion-6', 12, '2026-03-07')]);
  expect(afterSeriesVisits(course, [1], '2026-03-14', WORKDAYS)).toEqual([
    { slot: 'post-series', state: 'due', dueOn: '2026-03-16' },
  ]);
  // In weeks 1 and 2 the first is asked for to day 13, Friday 20: closed from 14 to 20 it keeps its day.
  const week = ['16', '17', '18', '19', '20'].map((day) => `2026-03-${day}`);
  expect(afterSeriesVisits(course, [1, 2], '2026-03-14', closedOn(...week))[0]?.dueOn).toBe('2026-03-14');
});
