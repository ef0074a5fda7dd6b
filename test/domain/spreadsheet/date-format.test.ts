import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDate } from '../../../src/domain/spreadsheet/date-format.js';
import { dayNumbered } from '../../../src/domain/spreadsheet/day-number.js';

describe('a date in the stated format', () => {
  test.each([
    ['2026-03-04', 'iso', '2026-03-04'],
    ['04/03/2026', 'dd/mm/yyyy', '2026-03-04'],
    ['04/03/2026', 'mm/dd/yyyy', '2026-04-03'],
    ['4.3.2026', 'dd.mm.yyyy', '2026-03-04'],
    ['31-12-2025', 'dd-mm-yyyy', '2025-12-31'],
    ['12-31-2025', 'mm-dd-yyyy', '2025-12-31'],
    ['2026/3/4', 'yyyy/mm/dd', '2026-03-04'],
    ['2026-03-04', 'dd/mm/yyyy', '2026-03-04'],
    ['04/03/26', 'dd/mm/yyyy', '2026-03-04'],
    ['4/3/2026 2:30 PM', 'dd/mm/yyyy', '2026-03-04'],
    ['2026-03-04 00:00', 'iso', '2026-03-04'],
    ['2026-03-04T18:30:00-07:00', 'iso', '2026-03-04'],
    ['2026-03-04T00:00:00.000Z', 'iso', '2026-03-04'],
    ['20260304', 'iso', '2026-03-04'],
    ['4-Mar-26', 'iso', '2026-03-04'],
    ['Wed, March 4th, 2026', 'iso', '2026-03-04'],
    ['4 Sept. 2025', 'iso', '2025-09-04'],
    ['04MAR2026', 'iso', '2026-03-04'],
    ['4. März 2026', 'iso', '2026-03-04'],
    ['1er août 2025', 'iso', '2025-08-01'],
    ['4 de enero de 2026', 'iso', '2026-01-04'],
    ['4 mei 2025', 'iso', '2025-05-04'],
    ['2026/3/4', 'iso', '2026-03-04'],
    ['2026.03.04', 'mm/dd/yyyy', '2026-03-04'],
    ['2026\u201103\u201104', 'iso', '2026-03-04'],
  ] as const)('%s as %s is %s', (text, format, date) => {
    expect(readDate(text, format)).toEqual({ ok: true, value: date });
  });
});

describe('a date that is not in it is a fault, never a guess', () => {
  test.each([
    ['04/03/2026', 'iso', 'date-format'],
    ['March 2', 'iso', 'date-incomplete'],
    ['Mar-26', 'mm/dd/yyyy', 'date-incomplete'],
    ['2026-03', 'iso', 'date-incomplete'],
    ['KW 9', 'dd.mm.yyyy', 'date-incomplete'],
    ['Q1', 'iso', 'date-incomplete'],
    ['25/12/2025', 'iso', 'date-format'],
    ['04.03.2026', 'dd/mm/yyyy', 'date-format'],
    ['25/12/2025', 'mm/dd/yyyy', 'not-a-date'],
    ['30/02/2026', 'dd/mm/yyyy', 'not-a-date'],
    ['2026-02-30', 'iso', 'not-a-date'],
    ['46085', 'iso', 'date-is-number'],
    ['26/3/4', 'yyyy/mm/dd', 'date-format'],
    ['2026-03-04T01:30:00Z', 'iso', 'date-of-instant'],
    ['2026-03-04 01:30:00+00:00', 'iso', 'date-of-instant'],
    ['2026-03-04 01:30 UTC', 'iso', 'date-of-instant'],
  ] as const)('%s as %s breaks %s', (text, format, rule) => {
    expect(readDate(text, format)).toMatchObject({ ok: false, rule });
  });

  test('the fault names the setting that would settle it, in the API and on the command line', () => {
    const { message } = readDate('04/03/2026', 'iso') as { message: string };
    expect(message).toContain('by dateFormat or --date-format');
    expect(message).toContain('dd/mm/yyyy, mm/dd/yyyy');
  });
});

// Excel's own calendars: day 1 of 1900 is 1 January 1900, and day 61 is 1 March 1900, as it has a 29 February that year.
test.each([
  ['1900', 46083, '2026-03-02'],
  ['1900', 46083.99, '2026-03-02'],
  ['1900', 61, '1900-03-01'],
  ['1900', 1, '1900-01-01'],
  ['1904', 44621, '2026-03-02'],
  ['1900', 0, null],
] as const)('in the count of %s day %d is %s', (dayCount, number, date) => {
  expect(dayNumbered(number, dayCount)).toBe(date);
});

test('day and month are never taken for each other', () => {
  const day = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = iso.split('-');
      const european = `${dayOfMonth}/${month}/${year}`;
      const american = `${month}/${dayOfMonth}/${year}`;
      expect(readDate(european, 'dd/mm/yyyy')).toEqual({ ok: true, value: iso });
      expect(readDate(american, 'mm/dd/yyyy')).toEqual({ ok: true, value: iso });
    }),
  );
});
