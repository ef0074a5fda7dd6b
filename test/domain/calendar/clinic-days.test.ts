import { expect, test } from '@jest/globals';
import {
  checkClinicWeekdays,
  clinicDayFrom,
  EVERY_DAY,
  isClinicDay,
  weekdayOf,
  whyClosed,
} from '../../../src/domain/calendar/clinic-days.js';

const WORKDAYS = { clinicWeekdays: [1, 2, 3, 4, 5], holidays: [] };

// By the calendar of 2026: 1 January is a Thursday, 8 March a Sunday (summer time begins in the United States), 29 March a
// Sunday (summer time begins in Europe); 29 February 2028 is a Tuesday, 31 December 1999 a Friday.
test.each([
  ['2026-01-01', 4],
  ['2026-03-08', 7],
  ['2026-03-09', 1],
  ['2026-03-29', 7],
  ['2026-11-01', 7],
  ['2028-02-29', 2],
  ['1999-12-31', 5],
])('%s is day %i of the week', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});

test('a clinic that treats on workdays is closed at weekends, also where clocks change', () => {
  expect(clinicDayFrom(WORKDAYS, '2026-03-06')).toBe('2026-03-06');
  expect(clinicDayFrom(WORKDAYS, '2026-03-07')).toBe('2026-03-09');
  expect(clinicDayFrom(WORKDAYS, '2026-03-08')).toBe('2026-03-09');
  expect(clinicDayFrom(EVERY_DAY, '2026-03-08')).toBe('2026-03-08');
});

test('the next clinic day after Christmas of 2026 is a Monday', () => {
  // 24 December 2026 is a Thursday, 25 a Friday, 26 and 27 the weekend.
  const holidays = [
    { on: '2026-12-24', name: 'Christmas Eve' },
    { on: '2026-12-25', name: 'Christmas Day' },
  ];
  const days = { ...WORKDAYS, holidays };
  expect(clinicDayFrom(days, '2026-12-24')).toBe('2026-12-28');
  expect(isClinicDay(days, '2026-12-23')).toBe(true);
  expect(whyClosed(days, '2026-12-25')).toBe('Christmas Day');
  expect(whyClosed(days, '2026-12-26')).toBe('a Saturday');
  expect(whyClosed(days, '2026-12-28')).toBeNull();
});

test('a clinic of one day a week with 200 holidays on it has a next day', () => {
  // 200 Tuesdays from 6 January 2026 on: the first that is open is 1400 days later, 6 November 2029.
  const tuesdays = Array.from({ length: 200 }, (_, week) => new Date(Date.UTC(2026, 0, 6 + 7 * week)));
  const holidays = tuesdays.map((day) => ({ on: day.toISOString().slice(0, 10), name: 'Closed' }));
  expect(clinicDayFrom({ clinicWeekdays: [2], holidays }, '2026-01-06')).toBe('2029-11-06');
});

test('the weekdays of a clinic are numbers from 1 to 7 that rise, at least one', () => {
  expect(checkClinicWeekdays([1, 2, 3, 4, 5])).toEqual([]);
  expect(checkClinicWeekdays([7])).toEqual([]);
  for (const wrong of [[], [0], [8], [2, 1], [1, 1], [1.5], ['1'], null, 'Monday'])
    expect(checkClinicWeekdays(wrong)).toHaveLength(1);
});
