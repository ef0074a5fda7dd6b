import { describe, expect, test } from '@jest/globals';
import { readHolidays } from '../../../src/domain/calendar/holiday-list.js';

describe('a list of holidays', () => {
  test('a line is a day and its name', () => {
    expect(readHolidays('2027-01-01 New Year’s Day\n\n2027-07-04, Independence Day\r\n', [])).toEqual({
      holidays: [
        { on: '2027-01-01', name: 'New Year’s Day' },
        { on: '2027-07-04', name: 'Independence Day' },
      ],
      faults: [],
    });
  });

  // 30 and 31 December and 1 January, as by the calendar.
  test.each(['2026-12-30 to 2027-01-01 Closed', '2026-12-30..2027-01-01 Closed', '2026-12-30 – 2027-01-01: Closed'])(
    '"%s" is three days',
    (line) => {
      expect(readHolidays(line, []).holidays).toEqual(
        ['2026-12-30', '2026-12-31', '2027-01-01'].map((on) => ({ on, name: 'Closed' })),
      );
    },
  );

  test('what is known, and what comes twice, is there once', () => {
    const known = [{ on: '2026-12-31', name: 'New Year’s Eve' }];
    const { holidays } = readHolidays('2026-12-30..2027-01-01 Closed\n2027-01-01 New Year’s Day', known);
    expect(holidays.map(({ on }) => on)).toEqual(['2026-12-30', '2027-01-01']);
  });

  test.each([
    ['Christmas 2026-12-25', 'does not begin with a date'],
    ['12/25/2026 Christmas', '“12/25/2026” is no day of the calendar'],
    ['2027-02-29 Leap Day', '“2027-02-29” is no day of the calendar'],
    ['2026-12-25', '2026-12-25 has no name'],
    ['2026-12-31 to 2026-12-24 Closed', '2026-12-24 is before 2026-12-31.'],
    // 365 days of 2027 and one.
    ['2027-01-01..2028-01-01 Closed', 'are 366 days; a line can close at most 62'],
    [`2026-12-25 ${'x'.repeat(121)}`, 'longer than 120 characters'],
  ])('"%s" is refused with its line', (line, fault) => {
    const { holidays, faults } = readHolidays(`2027-01-01 New Year’s Day\n${line}`, []);
    expect(holidays).toHaveLength(1);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^Line 2: /);
    expect(faults[0]).toContain(fault);
  });
});
