import { describe, expect, test } from '@jest/globals';
import { faded } from '../../../src/domain/charts/palette.js';
import {
  counted,
  inSentences,
  inWords,
  intervalInWords,
  rateInWords,
} from '../../../src/domain/charts/wording.js';
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
    expect(rateInWords(rate(52, 77))).toBe('67.5 % (52 of 77, 95 % interval 56.5 to 76.9 %)');
    expect(rateInWords(rate(0, 0))).toBe('not known (nobody to count)');
  });

  test('an interval is said from end to end', () => {
    expect(intervalInWords([6.1997, 29.0003])).toBe('6.2 to 29.0');
    expect(intervalInWords([null, null])).toBe('not known');
  });

  test('one course, two courses', () => {
    expect([counted(1, 'course'), counted(2, 'course')]).toEqual(['1 course', '2 courses']);
  });

  test('of no course the sentences are left out', () => {
    expect(inSentences('Attrition', 0, ['Infusion 1.'])).toBe('Attrition. No course to show.');
    expect(inSentences('Attrition', 2, ['Infusion 1.'])).toBe('Attrition. Infusion 1.');
  });
});

test('a colour at half opacity keeps its hue', () => {
  expect(faded('#0072B2', 0.5)).toBe('rgba(0,114,178,0.5)');
});
