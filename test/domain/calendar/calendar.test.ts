import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  compareDates,
  daysBetween,
  isCalendarDate,
  quarterOf,
  yearOf,
} from '../../../src/domain/calendar/calendar.js';

describe('a calendar date', () => {
  test.each(['2026-03-04', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('can be %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  test.each([
    ['2026-02-30', 'February has no 30th'],
    ['2026-02-29', '2026 is not a leap year'],
    ['1900-02-29', '1900 was not a leap year'],
    ['2026-13-01', 'there is no 13th month'],
    ['2026-00-10', 'there is no month 0'],
    ['2026-04-31', 'April has 30 days'],
    ['2026-04-00', 'there is no day 0'],
    ['1899-12-31', 'it is before 1900'],
    ['2200-01-01', 'it is after 2199'],
    ['2026-3-4', 'the digits are not all there'],
    ['04.03.2026', 'the order is another'],
    ['03/04/2026', 'day and month could be either'],
    ['2026-03-04T00:00:00Z', 'it has a time'],
    [' 2026-03-04', 'it begins with a space'],
    ['2026-03-04\n', 'it ends with a line break'],
    ['', 'it is empty'],
  ])('is not %j, because %s', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});

describe('days', () => {
  // Differences and sums by R: as.Date(b) - as.Date(a), as.Date(a) + n.
  test.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-03-30', '2026-03-28', -2],
    ['2026-02-28', '2027-03-01', 366],
    ['1900-01-01', '2199-12-31', 109572],
    ['1899-12-31', '2200-01-01', 109574],
    ['2026-03-04', '2026-03-04', 0],
  ])('from %s to %s are %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([
    ['2028-02-28', 2, '2028-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2026-03-04', 0, '2026-03-04'],
    ['1900-01-01', -1, '1899-12-31'],
    ['1899-12-31', 2, '1900-01-02'],
    ['2200-01-06', -7, '2199-12-30'],
  ])('after %s, %d of them, it is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test('added and taken away again lead back to the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 50_000 }), (a, b) => {
        const date = addDays('1900-01-01', a);
        expect(daysBetween(date, addDays(date, b))).toBe(b);
        expect(addDays(addDays(date, b), -b)).toBe(date);
      }),
    );
  });

  test('are not counted from a text that is no date', () => {
    expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow(RangeError);
    expect(() => addDays('tomorrow', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('quarters and years', () => {
  // Quarters by R: quarters(as.Date(d)).
  test.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-04', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-07-01', '2026-Q3'],
    ['2026-12-31', '2026-Q4'],
  ])('%s lies in %s', (date, quarter) => {
    expect(quarterOf(date)).toBe(quarter);
  });

  test('the year of 31 December is not the next one', () => {
    expect(yearOf('2026-12-31')).toBe(2026);
    expect(yearOf('2026-03-04')).toBe(2026);
  });

  test('a text that is no date has neither', () => {
    expect(() => quarterOf('2026-13-01')).toThrow(RangeError);
    expect(() => yearOf('')).toThrow(RangeError);
  });
});

test('dates sort by time', () => {
  expect(['2026-03-04', '2025-12-31', '2026-03-04', '2026-01-10'].sort(compareDates)).toEqual([
    '2025-12-31',
    '2026-01-10',
    '2026-03-04',
    '2026-03-04',
  ]);
});
