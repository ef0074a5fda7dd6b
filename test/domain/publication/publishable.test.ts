import { expect, test } from '@jest/globals';
import { MINIMUM_BASELINES, PUBLISHABLE_FIGURES } from '../../../src/domain/publication/publishable.js';

test('a publication chooses from the 36 figures of the four analysis sets', () => {
  // 4 of starters, 10 + 3 of completers, 10 + 3 of the last observed, 6 bounds
  expect(PUBLISHABLE_FIGURES).toHaveLength(36);
  expect(new Set(PUBLISHABLE_FIGURES).size).toBe(36);
  expect(PUBLISHABLE_FIGURES).toContain('completers.respondersEndpointMean');
  expect(PUBLISHABLE_FIGURES).not.toContain('starters.remissionBelow20OfUnremitted');
});

test('a minimum baseline is the lower edge of a severity band', () => {
  expect(MINIMUM_BASELINES).toEqual([11, 21, 31, 46]);
});
