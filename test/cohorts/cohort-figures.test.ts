import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANALYSIS_SETS } from '../../src/domain/cohort/sets.js';
import type { TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { close, cohortOf, type CohortAnswer, type Rate } from './cohort-answer.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await smallClinic(app);
});
afterAll(() => app.close());

describe('the clinic’s induction courses', () => {
  let cohort: CohortAnswer;
  beforeAll(async () => {
    cohort = await cohortOf(clinic, '?kind=induction');
  });

  test('stand on a ladder: seven concluded, six with a baseline, five with infusion 6', () => {
    expect(cohort.ladder).toEqual({
      courses: 7,
      withBaseline: 6,
      withLaterScore: 6,
      withInfusion6: 5,
      withPostSeries: 0,
    });
  });

  test('that are under way are not counted, but told', () => {
    expect(cohort.underWay).toBe(1);
  });

  test('carry the day, the filter and the version of the definitions', () => {
    expect(cohort).toMatchObject({
      asOf: '2026-03-20T17:00:00.000Z',
      definitionsVersion: '2',
      filter: {
        from: null,
        to: null,
        kind: 'induction',
        indication: null,
        baselineBand: null,
        minimumBaseline: null,
        clinician: null,
      },
    });
  });

  test('as completers fell by 17.6 points on average (6.20 to 29.00)', () => {
    const { n, baseline, endpoint, reduction, cohenDz } = cohort.completers;
    expect(n).toBe(5);
    // Sums 150 and 62; reductions 30, 8, 21, 20, 9, whose sum is 88. SD and interval: R, sd() and t.test().
    close(baseline.mean, 30);
    close(endpoint.mean, 12.4);
    close(reduction.mean, 17.6);
    close(reduction.sd, 9.1815031);
    close(reduction.ci95[0], 6.199658096);
    close(reduction.ci95[1], 29.000341904);
    close(cohenDz, 1.9169, 4);
  });

  test('as completers fell by 58.7 per cent of the means, and by 63 per cent on average', () => {
    const { percentReductionOfMeans, percentReduction } = cohort.completers;
    // 100 x (150 - 62) / 150; the five percentages 75, 40, 70, 40 and 90 add up to 315.
    close(percentReductionOfMeans, 58.666667);
    close(percentReduction.mean, 63);
    close(percentReduction.sd, 22.24859546);
    close(percentReduction.ci95[0], 35.37472001);
  });

  test('responded in 3 of 5 completers, 3 of 6 starters, and between 3 and 4 of 6', () => {
    // Wilson intervals by R, prop.test(correct = FALSE).
    const response = (rate: unknown) => rate as Rate;
    expect(response(cohort.completers.response)).toMatchObject({ count: 3, n: 5, percent: 60 });
    close(response(cohort.completers.response).ci95[0], 23.07243, 4);
    close(response(cohort.completers.response).ci95[1], 88.23792, 4);
    expect(cohort.starters.response).toMatchObject({ count: 3, n: 6, percent: 50 });
    close(cohort.starters.response.ci95[0], 18.76163, 4);
    expect(cohort.bounds.response.worst).toMatchObject({ count: 3, n: 6 });
    expect(cohort.bounds.response.best).toMatchObject({ count: 4, n: 6 });
    close(cohort.bounds.response.best.ci95[1], 90.32286, 4);
  });

  test('are in remission by both rules: 4 of 5 below 20, 3 of 5 at most 10; none worsened', () => {
    expect(cohort.completers.remissionBelow20).toMatchObject({ count: 4, n: 5, percent: 80 });
    expect(cohort.completers.remissionAtMost10).toMatchObject({ count: 3, n: 5, percent: 60 });
    expect(cohort.completers.worsened).toMatchObject({ count: 0, n: 5, percent: 0 });
  });

  test('by their last score fell by 15.7 points on average: the one that stopped counts by 6', () => {
    expect(cohort.lastObserved.n).toBe(6);
    // 30 + 8 + 21 + 20 + 9 + 6 = 94; 94 / 6. Interval by R, t.test().
    close(cohort.lastObserved.reduction.mean, 15.6666667);
    close(cohort.lastObserved.reduction.ci95[0], 5.718223443);
  });

  test('have too few baselines to say which change is reliable, whatever the filter', async () => {
    // 40, 20, 30, 50, 10, 36 and, under way, 25: sum 211, squares 7421; sqrt((7 x 7421 - 211 x 211) / 42) = 13.29697.
    for (const { reliableChange } of [cohort, await cohortOf(clinic, '?baselineBand=moderate')]) {
      close(reliableChange.sd, 13.29697, 5);
      expect(reliableChange).toMatchObject({ baselines: 7, threshold: null, improved: null, none: null });
    }
  });

  test('left after infusion 2 once, for the cost; five were scored to the end', () => {
    expect(cohort.lastScoredInfusion).toEqual([0, 1, 0, 0, 0, 5]);
    expect(cohort.attrition).toMatchObject([
      { count: 0 },
      { count: 1, reasons: { cost: 1 } },
      { count: 0 },
      { count: 0 },
      { count: 0 },
      { count: 5, reasons: { completed: 5 } },
    ]);
  });

  test('took 17 days from infusion 1 to 6', () => {
    // Each of the five was scored at infusion 6 on the 17th day after infusion 1.
    expect(cohort['daysToInfusion6']).toEqual({ n: 5, median: 17, q1: 17, q3: 17 });
  });

  test('had responded in 3 of 6 who started by infusion 6', () => {
    const byInfusion = cohort['cumulativeResponse'] as { count: number; n: number }[];
    expect(byInfusion.map(({ count, n }) => [count, n])).toEqual([
      [0, 6],
      [0, 6],
      [0, 6],
      [0, 6],
      [3, 6],
    ]);
  });

  test('is too small for the model, which says so by null', () => {
    expect(cohort['modelBased']).toBeNull();
  });

  test('had not yet responded in 2 of 5 after infusion 6', () => {
    // At risk: six at infusion 2, then the five with a sixth score, of which three respond: 1 x 2/5.
    expect(cohort.timeToResponse.map(({ atRisk }) => atRisk)).toEqual([6, 5, 5, 5, 5]);
    expect(cohort.timeToResponse.map(({ responses }) => responses)).toEqual([0, 0, 0, 0, 3]);
    close(cohort.timeToResponse[4]?.notYetResponded ?? null, 0.4);
  });

  test('by band of the baseline: two began moderate, of which one was scored at infusion 6', () => {
    expect(cohort.byBaselineBand).toMatchObject({
      nonDepressed: { starters: 1, completers: 1 },
      minimal: { starters: 1, completers: 1, responseOfCompleters: { count: 0, n: 1 } },
      mild: { starters: 1, completers: 1 },
      moderate: { starters: 2, completers: 1, responseOfStarters: { count: 1, n: 2 } },
      severe: { starters: 1, completers: 1, responseOfCompleters: { count: 0, n: 1 } },
    });
  });

  test('by quarter: every one from the first start to the last, also the empty ones', () => {
    expect(cohort.byQuarter.map(({ quarter, courses }) => [quarter, courses])).toEqual([
      ['2025-Q1', 2],
      ['2025-Q2', 1],
      ['2025-Q3', 0],
      ['2025-Q4', 1],
      ['2026-Q1', 3],
    ]);
  });

  test('have for each figure its set, estimator, interval and n', () => {
    expect(new Set(cohort.figures.map(({ set }) => set))).toEqual(new Set(Object.keys(ANALYSIS_SETS)));
    // Nobody in this clinic has a post-series score.
    const counted = cohort.figures.filter(({ set }) => set !== 'postSeries');
    for (const { name, estimator, interval, n } of counted) {
      expect([name, typeof estimator, typeof interval]).toEqual([name, 'string', 'string']);
      expect(n).toBeGreaterThan(0);
    }
  });
});

test('a clinician sees courses, the director also sees the cohort, marketing neither', async () => {
  await clinic.clinician.get('/v1/cohorts/outcome').expect(403);
  await clinic.marketing.get('/v1/cohorts/outcome').expect(403);
});
