import { describe, expect, test } from '@jest/globals';
import { meansAnyTime, MOVING_PERIODS, periodCalled, periodNamed } from '../../../src/domain/calendar/named-period.js';
import { periodOf } from '../../../src/domain/calendar/period.js';

describe('a period as people say it', () => {
  test.each([
    ['this quarter', '2026-11-29', '2026-Q4'],
    ['Last quarter', '2026-11-29', '2026-Q3'],
    ['last quarter', '2026-02-01', '2025-Q4'],
    ['last 12 months', '2026-11-29', '2025-12..2026-11'],
    ['last 12 months', '2026-12-31', '2026-01..2026-12'],
    ['this year', '2026-11-29', '2026'],
    ['last year', '2026-11-29', '2025'],
    ['this month', '2026-01-31', '2026-01'],
    ['last month', '2026-01-31', '2025-12'],
    ['the previous quarter', '2026-01-31', '2025-Q4'],
    ['past 6 months', '2026-03-01', '2025-10..2026-03'],
    ['Last twelve months', '2026-11-29', '2025-12..2026-11'],
    ['last two quarters', '2026-02-01', '2025-Q4..2026-Q1'],
    ['past year', '2026-11-29', '2025-12..2026-11'],
    ['year to date', '2026-11-29', '2026'],
    ['YTD', '2026-11-29', '2026'],
    ['since March 2025', '2026-11-29', '2025-03..2026-11'],
    ['2025 to now', '2026-11-29', '2025..2026-11'],
    ['Q1 last year', '2026-11-29', '2025-Q1'],
    // Of a name without a year the latest that has begun.
    ['March', '2026-11-29', '2026-03'],
    ['March', '2026-02-28', '2025-03'],
    ['Q4', '2026-10-01', '2026-Q4'],
    ['Q4', '2026-09-30', '2025-Q4'],
  ])('%s, on %s, is %s', (text, today, period) => {
    expect(periodNamed(text, today)).toBe(period);
  });

  test.each([
    ['2026', '2026'],
    ['Q4 2026', '2026-Q4'],
    ['2026Q4', '2026-Q4'],
    ['2026-q4', '2026-Q4'],
    [' q4  2026 ', '2026-Q4'],
    ['November 2026', '2026-11'],
    ['nov 2026', '2026-11'],
    ['11/2026', '2026-11'],
    ['2026-11', '2026-11'],
    ['2025-Q1..2026-Q2', '2025-Q1..2026-Q2'],
    ['Q1 2025 to June 2026', '2025-Q1..2026-06'],
    ['Q4/2026', '2026-Q4'],
    ['Q4, 2026', '2026-Q4'],
    ['Q4-2026', '2026-Q4'],
    ['2026/Q4', '2026-Q4'],
    ['4Q26', '2026-Q4'],
    ['Q4 26', '2026-Q4'],
    ['Q4 ’26', '2026-Q4'],
    ['4th quarter of 2026', '2026-Q4'],
    ['Quarter 4, 2026', '2026-Q4'],
    ['the fourth quarter 2026', '2026-Q4'],
    ['last quarter of 2025', '2025-Q4'],
    ['H1 2026', '2026-Q1..2026-Q2'],
    ['second half of 2026', '2026-Q3..2026-Q4'],
    ['March 2026', '2026-03'],
    ['Mar 2026', '2026-03'],
    ['mar. 2026', '2026-03'],
    ['March, 2026', '2026-03'],
    ['Mar-26', '2026-03'],
    ['2026 March', '2026-03'],
    ['2026/03', '2026-03'],
    ['03-2026', '2026-03'],
    ['3.2026', '2026-03'],
    ['2025-2026', '2025..2026'],
    ['2025–2026', '2025..2026'],
    ['Q1 - Q2 2026', '2026-Q1..2026-Q2'],
    ['Jan-Mar 2026', '2026-01..2026-03'],
    ['from January to March 2026', '2026-01..2026-03'],
    ['between Q1 2025 and Q2 2026', '2025-Q1..2026-Q2'],
    ['Nov - Feb 2026', '2025-11..2026-02'],
  ])('%j is %s', (text, period) => {
    expect(periodNamed(text, '2026-11-29')).toBe(period);
  });

  test.each([
    '',
    'soon',
    'Q5 2026',
    '13/2026',
    '0/2026',
    'marble 2026',
    '2026 to 2025',
    '2024 to 2025 to 2026',
    '1850',
    '2026-03-15',
    '12/26/2026',
    '202603',
    '122026',
    'last 30 days',
    'last 0 months',
    'since 2030',
    '26',
    'last',
  ])('%j is none', (text) => {
    expect(periodNamed(text, '2026-11-29')).toBeNull();
  });

  test.each([
    ['2026', '2026'],
    ['2026-Q4', 'Q4 2026'],
    ['2026-03', 'March 2026'],
    ['2025-12..2026-11', 'December 2025 to November 2026'],
    ['2025-Q1..2026', 'Q1 2025 to 2026'],
    ['soon', 'soon'],
  ])('%s is called %s', (text, called) => {
    expect(periodCalled(text)).toBe(called);
    if (text !== called) expect(periodNamed(called, '2026-11-29')).toBe(text);
  });

  test('all time is none, and no fault', () => {
    expect(['All', 'any time', 'ever', 'all of 2026', ''].map(meansAnyTime)).toEqual([true, true, true, false, false]);
  });

  test('each that a field offers is one', () => {
    for (const words of MOVING_PERIODS) expect(periodOf(periodNamed(words, '2026-03-01') ?? '')).not.toBeNull();
  });
});
