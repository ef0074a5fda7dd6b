import { describe, expect, test } from '@jest/globals';
import { MOVING_PERIODS, periodNamed } from '../../../src/domain/calendar/named-period.js';
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
  ])('%j is none', (text) => {
    expect(periodNamed(text, '2026-11-29')).toBeNull();
  });

  test('each that a field offers is one', () => {
    for (const words of MOVING_PERIODS) expect(periodOf(periodNamed(words, '2026-03-01') ?? '')).not.toBeNull();
  });
});
