import { describe, expect, test } from '@jest/globals';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { pairedFigures } from '../../../src/domain/cohort/paired-figures.js';
import { completers } from './cohort-fixtures.js';

const figuresOf = (...scores: [number, number][]) =>
  plain(pairedFigures(cohortOf(completers(...scores)), 'completers'));

describe('the figures of a paired set', () => {
  // R: t.test(b, e, paired = TRUE); prop.test(3, 5, correct = FALSE)
  test('the hand check of the definitions comes out', () => {
    const figures = figuresOf([40, 10], [20, 12], [30, 9], [50, 30], [10, 1]);
    expect(figures.reduction.mean).toBe(17.6);
    expect(figures.reduction.sd).toBeCloseTo(9.18150314491042, 12);
    expect(figures.reduction.ci95[0]).toBeCloseTo(6.19965809557009, 10);
    expect(figures.reduction.ci95[1]).toBeCloseTo(29.00034190442991, 10);
    expect(figures.percentReductionOfMeans).toBeCloseTo(58.6666666666667, 12);
    // R: Fieller's interval, the formula stands in test/domain/statistics/ratio-of-means.test.ts
    expect(figures.percentReductionOfMeansCi95[0]).toBeCloseTo(32.809136701327, 9);
    expect(figures.percentReductionOfMeansCi95[1]).toBeCloseTo(106.49607279443, 9);
    expect(figures.percentReduction.mean).toBe(63);
    expect(figures.cohenDz).toBeCloseTo(17.6 / 9.18150314491042, 12);
    expect(figures.response).toMatchObject({ count: 3, n: 5, percent: 60 });
    expect(figures.response.ci95[0]).toBeCloseTo(23.0724281276013, 10);
    expect(figures.response.ci95[1]).toBeCloseTo(88.2379225767352, 10);
  });

  // Responders are 40 -> 10, 30 -> 9, 10 -> 1: means 80 / 3 and 20 / 3, a fall of 75 %.
  test('the responders among them fall by 75 %, which is more than all of them', () => {
    const { responders } = figuresOf([40, 10], [20, 12], [30, 9], [50, 30], [10, 1]);
    expect(responders.n).toBe(3);
    expect(responders.baselineMean).toBeCloseTo(26.6666666666667, 12);
    expect(responders.endpointMean).toBeCloseTo(6.66666666666667, 12);
    expect(responders.percentReductionOfMeans).toBe(75);
  });

  test('the two remission rules count differently: 19 is one by the first, 10 by both', () => {
    const figures = figuresOf([30, 20], [30, 19], [30, 11], [30, 10]);
    expect(figures.remissionBelow20.count).toBe(3);
    expect(figures.remissionAtMost10.count).toBe(1);
  });

  test('staying at 0 is remission but no response, and rising from 0 is worse', () => {
    const figures = figuresOf([0, 0], [0, 1]);
    expect(figures.response.count).toBe(0);
    expect(figures.remissionAtMost10.count).toBe(2);
    expect(figures.worsened.count).toBe(1);
    expect(figures.percentReduction.n).toBe(0);
    expect(figures.percentReductionOfMeans).toBeNull();
  });

  test('courses that all fall by the same have no effect size', () => {
    const figures = figuresOf([30, 20], [40, 30]);
    expect(figures.cohenDz).toBeNull();
  });

  test('of nobody every estimate is null', () => {
    const figures = figuresOf();
    expect(figures).toMatchObject({ n: 0, cohenDz: null, percentReductionOfMeans: null });
    expect(figures.percentReductionOfMeansCi95).toEqual([null, null]);
    expect(figures.response).toMatchObject({ count: 0, percent: null });
    expect(figures.responders).toMatchObject({ n: 0, baselineMean: null, endpointMean: null });
  });
});
