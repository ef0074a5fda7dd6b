import { describe, expect, test } from '@jest/globals';
import { segmentsOf } from '../../../../src/web/features/claims/segments.js';

const place = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});

describe('a text with its numbers marked', () => {
  test('is whole again when its pieces are put together, each number in a piece of its own', () => {
    const text = 'From 35.0 to 11.2.';
    const pieces = segmentsOf(text, [place(text, '35.0'), place(text, '11.2')]);
    expect(pieces).toEqual([
      { text: 'From ', at: null },
      { text: '35.0', at: 0 },
      { text: ' to ', at: null },
      { text: '11.2', at: 1 },
      { text: '.', at: null },
    ]);
  });

  test('may begin and end with a number, in any order of the answer', () => {
    const text = '80 % of 120';
    const pieces = segmentsOf(text, [place(text, '120'), place(text, '80 %')]);
    expect(pieces).toEqual([
      { text: '80 %', at: 1 },
      { text: ' of ', at: null },
      { text: '120', at: 0 },
    ]);
  });

  test('marks the first of two numbers in the same words', () => {
    const text = '4 out of 5';
    expect(segmentsOf(text, [place(text, '4 out of 5'), place(text, '5')])).toEqual([{ text: '4 out of 5', at: 0 }]);
  });

  test('without a number is one piece', () => {
    expect(segmentsOf('No number.', [])).toEqual([{ text: 'No number.', at: null }]);
  });
});
