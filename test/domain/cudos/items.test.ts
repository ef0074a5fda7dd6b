import { describe, expect, test } from '@jest/globals';
import { ITEMS, ITEM_COUNT, OPPOSITE_ITEMS, answerTo } from '../../../src/domain/cudos/items.js';

const labelOf = (number: number) => ITEMS[number - 1]?.label;

describe('the 18 items', () => {
  test('are in the order of the form', () => {
    expect(ITEM_COUNT).toBe(18);
    expect(ITEMS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
  });

  test('count in the total, but for interference and quality of life', () => {
    expect(ITEMS.filter(({ inTotal }) => !inTotal).map(({ label }) => label)).toEqual([
      'Interference',
      'Quality of life',
    ]);
  });

  test('ask about safety at 14 and 15', () => {
    expect(ITEMS.filter(({ safety }) => safety).map(({ number }) => number)).toEqual([14, 15]);
  });

  test('are opposites for appetite and for sleep', () => {
    expect(OPPOSITE_ITEMS.map((pair) => pair.map(labelOf))).toEqual([
      ['Appetite decreased', 'Appetite increased'],
      ['Insomnia', 'Hypersomnia'],
    ]);
  });

  test('have keys of their own', () => {
    expect(new Set(ITEMS.map(({ key }) => key)).size).toBe(18);
  });
});

describe('the answer to an item', () => {
  test('is found by the number on the form', () => {
    expect(answerTo([3, null], 1)).toBe(3);
  });

  test('is null when it was left empty or there is no such item', () => {
    expect(answerTo([3, null], 2)).toBeNull();
    expect(answerTo([3, null], 19)).toBeNull();
    expect(answerTo([3, null], 0)).toBeNull();
  });
});
