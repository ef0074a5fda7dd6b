import { expect, test } from '@jest/globals';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { directorOutcome } from '../../../src/domain/cohort/director-outcome.js';
import { modelBasedFigures } from '../../../src/domain/cohort/model-based.js';
import { course } from './cohort-fixtures.js';

const fallsOf = (n: number) =>
  Array.from({ length: n }, (_, i) => course([30 + (i % 7), null, null, null, null, 20 + (i % 3)]));

test('where nobody stopped it is the mean reduction of the completers', () => {
  // Baselines 30 to 36 three times each: 33; infusion 6 20, 21, 22 seven times each: 21.
  const model = modelBasedFigures(cohortOf(fallsOf(21)));
  expect(model?.baselineMean).toBeCloseTo(33, 9);
  expect(model?.reduction).toBeCloseTo(12, 6);
});

test('under 20 completers nothing is estimated, and the figure says of whom', () => {
  const { outcome } = directorOutcome(cohortOf([...fallsOf(19), course([40, 30])]));
  expect(outcome.modelBased).toBeNull();
  expect(outcome.figures.find(({ set }) => set === 'modelBased')).toMatchObject({ value: null, n: 20 });
});

test('is not known where all have the same score at infusion 6', () => {
  const same = Array.from({ length: 25 }, (_, i) => course([30 + (i % 7), null, null, null, null, 12]));
  expect(modelBasedFigures(cohortOf(same))).toBeNull();
});
