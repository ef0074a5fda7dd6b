import { describe, expect, test } from '@jest/globals';
import { pairedFigures } from '../../../src/domain/cohort/paired-figures.js';
import { boundFigures, starterFigures } from '../../../src/domain/cohort/starters.js';

// 100 completers fall from 40 to 10 (responders), 20 rise from 40 to 41; 40 more starters stop.
const completers = pairedFigures({
  baseline: Array.from({ length: 120 }, () => 40),
  endpoint: Array.from({ length: 120 }, (_, i) => (i < 100 ? 10 : 41)),
});

describe('starters', () => {
  test('100 responders among 160 starters are 62.5 %, though 83.3 % of completers', () => {
    expect(starterFigures(completers, 160).response).toMatchObject({ n: 160, percent: 62.5 });
    expect(completers.response.percent).toBeCloseTo(83.3333333333333, 12);
  });

  test('who stopped counts neither as remitted nor as worsened', () => {
    const figures = starterFigures(completers, 160);
    expect(figures.remissionBelow20).toMatchObject({ count: 100, n: 160 });
    expect(figures.worsened).toMatchObject({ count: 20, n: 160, percent: 12.5 });
  });

  test('the truth about response lies between 62.5 and 87.5 %', () => {
    const { response, n } = boundFigures(completers, 160);
    expect(n).toBe(160);
    expect(response.worst).toMatchObject({ count: 100, percent: 62.5 });
    expect(response.best).toMatchObject({ count: 140, percent: 87.5 });
    expect(starterFigures(completers, 160)).toMatchObject({
      responseWorstCasePercent: 62.5,
      responseBestCasePercent: 87.5,
    });
  });

  test('when everyone finishes there is nothing between worst and best', () => {
    const { worst, best } = boundFigures(completers, 120).response;
    expect(worst).toEqual(best);
  });

  test('of nobody there is no rate', () => {
    const nobody = starterFigures(pairedFigures({ baseline: [], endpoint: [] }), 0);
    expect(nobody).toMatchObject({ n: 0, responseBestCasePercent: null });
    expect(nobody.response.percent).toBeNull();
  });
});
