import { expect, test } from '@jest/globals';
import { MANDATORY_FIGURES, PUBLISHABLE_FIGURES } from '../../../src/domain/publication/publishable.js';

test('a publication chooses from the 18 figures of starters and completers', () => {
  // 4 outcomes of starters and who has no score at infusion 6; 10 + 3 of completers
  expect(PUBLISHABLE_FIGURES).toHaveLength(18);
  expect(new Set(PUBLISHABLE_FIGURES).size).toBe(18);
  expect(PUBLISHABLE_FIGURES).toContain('completers.respondersEndpointMean');
  for (const name of ['starters.remissionBelow20OfUnremitted', 'lastObserved.response', 'bounds.responseBestCase']) {
    expect(PUBLISHABLE_FIGURES).not.toContain(name);
  }
});

test('what every publication says can be published', () => {
  expect(PUBLISHABLE_FIGURES).toEqual(expect.arrayContaining([...MANDATORY_FIGURES]));
});
