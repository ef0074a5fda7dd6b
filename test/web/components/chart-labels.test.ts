import { describe, expect, test } from '@jest/globals';
import { fitting } from '../../../src/web/components/chart-labels.js';

const LABELS = [
  ['1', 'All: n = 175', 'Responders: n = 100'],
  ['2', 'All: n = 164', 'Responders: n = 97'],
];

/** What is below the first of two infusions, on an axis so many pixels wide. */
function belowTheFirst(width: number): unknown {
  return fitting.call({ width, getLabels: () => LABELS }, 0);
}

describe('the lines below an infusion', () => {
  test('are all shown where they have room', () => {
    expect(belowTheFirst(600)).toEqual(LABELS[0]);
  });

  test('are its number alone on a phone, where they would run into each other', () => {
    expect(belowTheFirst(130)).toEqual(['1']);
  });
});
