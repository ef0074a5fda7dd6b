import { expect, test } from '@jest/globals';
import { fittingLines } from '../../../../src/domain/charts/parts/fitting-lines.js';

const measure = (text: string) => text.length;

test('a line that is too wide under one point is left out under all of them', () => {
  const labels = [
    ['1', 'n = 9', 'others: n = 3'],
    ['2', 'n = 120', 'o: n = 3'],
  ];
  expect(fittingLines(labels, 7, measure)).toEqual([
    ['1', 'n = 9'],
    ['2', 'n = 120'],
  ]);
  expect(fittingLines(labels, 5, measure)).toEqual([['1'], ['2']]);
});

test('the first line stays however wide, and so does a label of one line', () => {
  expect(fittingLines(['2025-Q1', ['infusion 1', 'n']], 3, measure)).toEqual(['2025-Q1', ['infusion 1', 'n']]);
});

test('a year is under the first quarter of each where it has no room under all', () => {
  const quarters = (from: number) =>
    ['Q1', 'Q2', 'Q3', 'Q4', 'Q1'].map((name, at) => [name, String(at < 4 ? from : from + 1)]);
  expect(fittingLines(quarters(2025), 4, measure)).toEqual(quarters(2025));
  expect(fittingLines(quarters(2025), 3, measure)).toEqual([['Q1', '2025'], ['Q2'], ['Q3'], ['Q4'], ['Q1', '2026']]);
});
