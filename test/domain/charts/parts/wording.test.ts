import { expect, test } from '@jest/globals';
import { faded } from '../../../../src/domain/charts/parts/palette.js';
import { inSentences } from '../../../../src/domain/charts/parts/wording.js';

test('of no course the sentences are left out', () => {
  expect(inSentences('Attrition', 0, ['Infusion 1.'])).toBe('Attrition. No course to show.');
  expect(inSentences('Attrition', 2, ['Infusion 1.'])).toBe('Attrition. Infusion 1.');
});

test('a color at half opacity keeps its hue', () => {
  expect(faded('#0072B2', 0.5)).toBe('rgba(0,114,178,0.5)');
});
