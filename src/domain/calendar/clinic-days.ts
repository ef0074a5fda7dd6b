import type { Fault } from '../fault.js';
import { addDays, daysBetween, DAYS_PER_WEEK, type CalendarDate } from './calendar.js';

/** A day on which a clinic does not treat, though it is one of its weekdays. */
export interface Holiday {
  readonly on: CalendarDate;
  readonly name: string;
}

/** On which days a clinic treats. */
export interface ClinicDays {
  /** 1 is Monday, 7 is Sunday. */
  readonly clinicWeekdays: readonly number[];
  readonly holidays: readonly Holiday[];
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What a clinic does that has not said otherwise. */
export const EVERY_DAY: ClinicDays = { clinicWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };

/** So many at most: a list of some years. Each closes one day, so the next clinic day is never further than as many weeks. */
export const MOST_HOLIDAYS = 200;

const SOME_MONDAY = '2024-01-01';

/**
 * Which day of the week is it?
 *
 * Input: a calendar date. Output: 1 for Monday to 7 for Sunday.
 *
 * Source: ISO 8601, the number of the day in the week.
 *
 * @example weekdayOf('2026-03-04') // 3, a Wednesday
 */
export function weekdayOf(date: CalendarDate): number {
  return (((daysBetween(SOME_MONDAY, date) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK) + 1;
}

/**
 * Does the clinic treat on this day?
 *
 * Input: the days on which it treats, and a calendar date. Output: true on one of its weekdays that is no holiday.
 *
 * @example isClinicDay({ clinicWeekdays: [1, 2, 3, 4, 5], holidays: [] }, '2026-03-07') // false, a Saturday
 */
export function isClinicDay({ clinicWeekdays, holidays }: ClinicDays, date: CalendarDate): boolean {
  return clinicWeekdays.includes(weekdayOf(date)) && !holidays.some(({ on }) => on === date);
}

/**
 * Which is the first day from this one on which the clinic treats?
 *
 * Input: the days on which it treats, at least one weekday and at most 200 holidays, and a calendar date. Output: that date
 * where the clinic treats on it, else the nearest later one.
 *
 * @example clinicDayFrom({ clinicWeekdays: [1, 2, 3, 4, 5], holidays: [] }, '2026-03-07') // '2026-03-09', the Monday after
 */
export function clinicDayFrom(days: ClinicDays, date: CalendarDate): CalendarDate {
  return nearestClinicDay(days, date, 1);
}

function nearestClinicDay(days: ClinicDays, date: CalendarDate, step: 1 | -1): CalendarDate {
  const longest = (MOST_HOLIDAYS + 1) * DAYS_PER_WEEK;
  let day = date;
  for (let tried = 0; tried < longest && !isClinicDay(days, day); tried += 1) day = addDays(day, step);
  return day;
}

/**
 * Which is the last day up to this one on which the clinic treats?
 *
 * Input: the days on which it treats, at least one weekday and at most 200 holidays, and a calendar date. Output: that date
 * where the clinic treats on it, else the nearest earlier one.
 *
 * @example clinicDayUntil({ clinicWeekdays: [1, 2, 3, 4, 5], holidays: [] }, '2026-03-08') // '2026-03-06', the Friday before
 */
export function clinicDayUntil(days: ClinicDays, date: CalendarDate): CalendarDate {
  return nearestClinicDay(days, date, -1);
}

/**
 * Why does the clinic not treat on this day?
 *
 * Input: the days on which it treats, and a calendar date. Output: the name of the holiday, or the day of the week; null
 * where it treats.
 *
 * @example whyClosed({ clinicWeekdays: [1, 2, 3, 4, 5], holidays: [] }, '2026-03-07') // 'a Saturday'
 */
export function whyClosed(days: ClinicDays, date: CalendarDate): string | null {
  if (isClinicDay(days, date)) return null;
  return days.holidays.find(({ on }) => on === date)?.name ?? `a ${WEEKDAYS[weekdayOf(date) - 1]}`;
}

/**
 * Can these be the days of the week on which a clinic treats?
 *
 * Input: anything. Output: no fault for whole numbers from 1 (Monday) to 7 (Sunday) that rise, at least one; else the fault.
 *
 * @example checkClinicWeekdays([1, 2, 3, 4, 5]) // []
 */
export function checkClinicWeekdays(weekdays: unknown): Fault[] {
  const fits =
    Array.isArray(weekdays) &&
    weekdays.length > 0 &&
    weekdays.every((day, at) => Number.isInteger(day) && day > (at === 0 ? 0 : weekdays[at - 1])) &&
    weekdays.at(-1) <= DAYS_PER_WEEK;
  if (fits) return [];
  const message = 'Choose at least one day of the week on which the clinic treats: 1 is Monday, 7 is Sunday, rising.';
  return [{ rule: 'weekdays-not-rising', message }];
}
