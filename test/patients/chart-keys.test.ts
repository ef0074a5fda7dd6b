import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chartKeysOf } from '../../src/patients/chart-keys.js';

const areAlike = (one: string, other: string) => {
  const [a, b] = [chartKeysOf(one), chartKeysOf(other)];
  return a.chartKey === b.chartKey || a.shortChartKey === b.shortChartKey;
};

describe('chart numbers that are likely the same, typed in two ways', () => {
  test.each([
    ['A-1042', 'a-1042', 'case'],
    ['A-1042', 'A1042', 'punctuation'],
    ['A-1042', 'A 10.42', 'spaces and punctuation'],
    ['A-1042', 'A-1O42', 'O for 0'],
    ['A-1042', 'A-I042', 'I for 1'],
    ['A-1042', 'a-i042', 'i for 1'],
    ['A-0042', 'A-42', 'leading zeros'],
    ['0042', '42', 'leading zeros'],
    ['2024-0012', '20240012', 'punctuation before leading zeros'],
    ['2024-0012', '2024-12', 'zeros that lead a later group'],
    ['２０２４', '2024', 'full-width digits'],
    ['A-000', 'a0', 'nothing but zeros'],
  ])('%s and %s (%s)', (one, other) => {
    expect(areAlike(one, other)).toBe(true);
  });

  test.each([
    ['A-1042', 'A-1043'],
    ['A-1042', 'B-1042'],
    ['A-1042', 'A-10420'],
    ['1020', '102'],
    ['A-10', 'A-1'],
    ['100', '10'],
    ['Ärzte-1', 'Arzte-1'],
    ['P-100', 'P-010'],
  ])('not %s and %s', (one, other) => {
    expect(areAlike(one, other)).toBe(false);
  });
});

test('a-O042 is compared as A0042, and without leading zeros as A42', () => {
  expect(chartKeysOf('a-O042')).toEqual({ chartKey: 'A0042', shortChartKey: 'A42' });
});

test('numbers from 1 to 999999 are alike only where they are the same', () => {
  const number = fc.integer({ min: 1, max: 999_999 });
  fc.assert(
    fc.property(number, number, (one, other) => {
      expect(areAlike(`P-${one}`, `P-${other}`)).toBe(one === other);
    }),
  );
});

test('the key of the beginning of a number is the beginning of its key', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'A0-19 O'), maxLength: 12 });
  fc.assert(
    fc.property(digits, digits, (beginning, rest) => {
      const whole = chartKeysOf(beginning + rest).chartKey;
      expect(whole.startsWith(chartKeysOf(beginning).chartKey)).toBe(true);
    }),
  );
});
