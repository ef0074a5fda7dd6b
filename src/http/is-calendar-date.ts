import { ValidateBy } from 'class-validator';
import { isCalendarDate } from '../domain/calendar/calendar.js';

/** The value is a day of the calendar, written year-month-day. */
export const IsCalendarDate = (what: string) =>
  ValidateBy({
    name: 'isCalendarDate',
    validator: {
      validate: (value) => typeof value === 'string' && isCalendarDate(value),
      defaultMessage: () => `${what} must be a day of the calendar as year-month-day, e.g. 2026-03-04.`,
    },
  });
