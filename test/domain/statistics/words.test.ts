import { describe, expect, test } from '@jest/globals';
import { counted, inWords } from '../../../src/domain/numbers/words.js';
import { intervalInWords, rateDecimals, rateInWords } from '../../../src/domain/statistics/words.js';
import { rate } from '../../../src/domain/statistics/rate.js';

describe('numbers in words', () => {
  test.each([
    [17.6499, '17.6'],
    [18, '18.0'],
    // A double just below 8.35, which a public figure shows as 8.4 all the same.
    [8.35, '8.4'],
    [null, 'not known'],
  ])('%p is said as %s', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test('a rate is said with count, n and interval', () => {
    expect(rateInWords(rate(1, 4))).toBe('1 of 4');
    expect(rateInWords(rate(52, 77))).toBe('67.5 % (52 of 77, 95 % interval 56.5 to 76.9 %)');
    expect(rateInWords(rate(0, 0))).toBe('not known (nobody to count)');
  });

  test('an interval is said from end to end', () => {
    expect(intervalInWords([6.1997, 29.0003])).toBe('6.2 to 29.0');
    expect(intervalInWords([null, null])).toBe('not known');
  });

  test('one course, two courses', () => {
    expect([counted(1, 'course'), counted(2, 'course')]).toEqual(['1 course', '2 courses']);
    expect(counted(0, 'row has', 'rows have')).toBe('0 rows have');
  });

  test('a count of thousands is no year', () => {
    expect(counted(2025, 'row has', 'rows have')).toBe('2,025 rows have');
  });
});

test.each([
  // 100 of 175 are 57 %, 24,000 of 100,000 are 24 % +- 1.96 x sqrt(0.24 x 0.76 / 100,000) = 23.7 to 24.3 %.
  ['of some hundred courses has none', 49.7, 64.3, 0],
  ['of a hundred thousand, whose interval has both ends at 24, has one', 23.7, 24.3, 1],
  ['whose ends are 23 and 24 has none', 23.4, 23.6, 0],
  ['without an interval has none', null, null, 0],
])('a rate %s', (_, from, to, decimals) => {
  expect(rateDecimals(from, to)).toBe(decimals);
});
