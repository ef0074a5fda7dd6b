import { describe, expect, test } from '@jest/globals';
import { SEVERITY_BANDS, severityOf } from '../../../src/domain/cudos/severity.js';

describe('severity by Zimmerman 2008', () => {
  // Both edges of every published range: 0-10, 11-20, 21-30, 31-45, 46-64.
  test.each([
    [0, 'nonDepressed'],
    [10, 'nonDepressed'],
    [11, 'minimal'],
    [20, 'minimal'],
    [21, 'mild'],
    [30, 'mild'],
    [31, 'moderate'],
    [45, 'moderate'],
    [46, 'severe'],
    [64, 'severe'],
  ])('calls a total of %d %s', (total, name) => {
    expect(severityOf(total).name).toBe(name);
  });

  test('holds every possible total in exactly one band', () => {
    for (let total = 0; total <= 64; total++)
      expect(SEVERITY_BANDS.filter(({ from, to }) => from <= total && total <= to)).toHaveLength(1);
  });

  test('has a word for each band', () => {
    expect(SEVERITY_BANDS.map(({ label }) => label)).toEqual([
      'Non-depressed',
      'Minimal',
      'Mild',
      'Moderate',
      'Severe',
    ]);
  });

  test.each([-1, 65, 10.5, NaN])('has no band for the impossible total %p', (total) => {
    expect(() => severityOf(total)).toThrow(RangeError);
  });
});
