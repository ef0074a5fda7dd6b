import { describe, expect, test } from '@jest/globals';
import { periodInWords } from '../../../src/domain/calendar/period-words.js';

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
