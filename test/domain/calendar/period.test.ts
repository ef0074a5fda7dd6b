import { describe, expect, test } from '@jest/globals';
import { checkPeriod, periodInWords, periodOf, periodsOverlap } from '../../../src/domain/calendar/period.js';

describe('a period of whole months, quarters or years', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-Q1', '2025-01-01', '2025-03-31'],
    ['2025-Q2', '2025-04-01', '2025-06-30'],
    ['2025-Q3', '2025-07-01', '2025-09-30'],
    ['2025-Q4', '2025-10-01', '2025-12-31'],
    ['2025-Q4..2026', '2025-10-01', '2026-12-31'],
    ['2025..2026-Q1', '2025-01-01', '2026-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2025-12..2026-11', '2025-12-01', '2026-11-30'],
  ])('%s is from %s to %s', (text, from, to) => {
    expect(periodOf(text)).toEqual({ from, to });
  });

  test.each([
    '',
    '2025-Q0',
    '2025-Q5',
    '2025-00',
    '2025-13',
    '2025-1',
    '2026..2025',
    '2025..2026..2027',
    '1899',
    '2199',
  ])('%j is none', (text) => {
    expect(periodOf(text)).toBeNull();
  });
});

describe('a first and a last day', () => {
  test.each([
    ['2026-03-31', '2026-03-31'],
    [null, '2026-03-31'],
    ['2026-03-31', null],
    [null, null],
  ])('%s to %s bound a period', (from, to) => {
    expect(checkPeriod(from, to)).toEqual([]);
  });

  test('the last day does not lie before the first', () => {
    expect(checkPeriod('2026-04-01', '2026-03-31')).toEqual([
      { rule: 'period-backwards', message: 'The period would end, 31 Mar 2026, before it begins, 1 Apr 2026.' },
    ]);
  });

  test('30 February is no day, whichever end it is', () => {
    expect(checkPeriod('2026-02-30', null)).toMatchObject([{ rule: 'not-a-date' }]);
    expect(checkPeriod(null, '2026-02-30')).toMatchObject([{ rule: 'not-a-date' }]);
  });
});

describe('a period in words', () => {
  test.each([
    ['2025-01-01', '2025-12-31', 'January to December 2025'],
    ['2025-04-01', '2025-06-30', 'April to June 2025'],
    ['2025-10-01', '2026-03-31', 'October 2025 to March 2026'],
    ['2024-01-01', '2025-12-31', 'January 2024 to December 2025'],
    ['2025-02-01', '2025-02-28', 'February 2025'],
  ])('%s to %s is said as %s', (from, to, words) => {
    expect(periodInWords({ from, to })).toBe(words);
  });
});

test.each([
  ['2025-01-01', '2025-03-31', '2025-04-01', '2025-06-30', false],
  ['2025-04-01', '2025-06-30', '2025-01-01', '2025-03-31', false],
  ['2025-01-01', '2025-03-31', '2025-03-31', '2025-06-30', true],
  ['2025-01-01', '2025-12-31', '2025-04-01', '2025-06-30', true],
])('%s to %s and %s to %s share a day: %s', (from, to, otherFrom, otherTo, shared) => {
  expect(periodsOverlap({ from, to }, { from: otherFrom, to: otherTo })).toBe(shared);
});
