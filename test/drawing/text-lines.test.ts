import { expect, test } from '@jest/globals';
import { wrappedLines } from '../../src/drawing/text-lines.js';

const measure = (text: string) => text.length;

test('a text that is too wide goes on in the next line, and a number is not parted from its percent', () => {
  expect(wrappedLines(['fell by 68 %', 'n = 9'], 10, measure)).toEqual(['fell by', '68 %', 'n = 9']);
});
