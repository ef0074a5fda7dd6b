import { expect, test } from '@jest/globals';
import { responseInWords } from '../../../../src/domain/charts/cohort/response-bars.js';
import { describe as described } from '../../../../src/domain/statistics/describe.js';
import { rate } from '../../../../src/domain/statistics/rate.js';

test('a group is said with the rates of both sets', () => {
  const nobody = { baseline: described([]), endpoint: described([]), reduction: described([]) };
  const figures = {
    starters: 2,
    completers: 0,
    ...nobody,
    percentReductionOfMeans: null,
    responseOfStarters: rate(1, 2),
    responseOfCompleters: rate(0, 0),
  };
  expect(responseInWords({ label: '2026-Q1', figures })).toBe(
    '2026-Q1: starters 1 of 2; completers not known (nobody to count).',
  );
});
