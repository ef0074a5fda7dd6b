import { expect, test } from '@jest/globals';
import { dateInWords, weekdayInWords } from '../../../src/domain/calendar/date-words.js';
import { periodTextInWords, quartersInWords } from '../../../src/domain/calendar/period.js';

test.each([
  ['2026-03-04', '4 Mar 2026'],
  ['2024-02-29', '29 Feb 2024'],
  ['2026-12-31', '31 Dec 2026'],
])('people read %s as %s, in any zone', (date, words) => {
  expect(dateInWords(date)).toBe(words);
});

test.each([
  ['2026-Q2..2026-Q3', 'April to September 2026'],
  ['2025', 'January to December 2025'],
  ['next spring', 'next spring'],
])('the period %s is said as %s', (text, words) => {
  expect(periodTextInWords(text)).toBe(words);
});

test.each([
  ['2025-Q1', '2025-Q1', 'Q1 2025'],
  ['2025-Q4', '2026-Q1', 'Q4 2025 to Q1 2026'],
])('the quarters from %s to %s are said as %s', (from, to, words) => {
  expect(quartersInWords({ from, to })).toBe(words);
});

// The calendar of 2024: January began on a Monday.
test('2024-01-01 was a Monday, and the day before a Sunday', () => {
  expect(['2024-01-01', '2023-12-31'].map(weekdayInWords)).toEqual(['Mon', 'Sun']);
});
