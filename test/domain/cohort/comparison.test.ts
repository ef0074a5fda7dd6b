import { describe, expect, test } from '@jest/globals';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { cohortOutcome } from '../../../src/domain/cohort/cohort-outcome.js';
import { compareCohorts } from '../../../src/domain/cohort/comparison.js';
import { directorOutcome } from '../../../src/domain/cohort/director-outcome.js';
import { course } from './cohort-fixtures.js';

const at6 = (from: number, to: number) => course([from, null, null, null, null, to]);
const times = (n: number, from: number, to: number) => Array.from({ length: n }, () => at6(from, to));

describe('two periods side by side', () => {
  test('56 responders of 70 against 48 of 80 are 20 points more, 5.24 to 33.39', () => {
    // Newcombe (1998), table II, contrast (a), method 10: 0.2000 (0.0524, 0.3339).
    const period = cohortOutcome([...times(56, 40, 10), ...times(14, 40, 35)]);
    const against = cohortOutcome([...times(48, 40, 10), ...times(32, 40, 35)]);
    const figures = compareCohorts(period, against);
    for (const set of ['starters', 'completers', 'lastObserved']) {
      const response = figures.find((each) => each.set === set && each.name === 'response');
      expect(response).toMatchObject({
        interval: 'Newcombe hybrid score, 95 %',
        period: { count: 56, n: 70, value: 80 },
        against: { count: 48, n: 80, value: 60 },
        difference: expect.closeTo(20, 10) as unknown,
        ci95: [expect.closeTo(5.2431, 4), expect.closeTo(33.3873, 4)],
      });
    }
  });

  test('mean reductions differ with the interval of Welch', () => {
    // Reductions 30, 8, 21, 20, 9 and 12, 4, 10, 2. R: t.test(c(30, 8, 21, 20, 9), c(12, 4, 10, 2))
    const period = cohortOutcome([at6(40, 10), at6(20, 12), at6(30, 9), at6(50, 30), at6(10, 1)]);
    const against = cohortOutcome([at6(40, 28), at6(20, 16), at6(30, 20), at6(50, 48)]);
    const figures = compareCohorts(period, against);
    expect(figures.find(({ name }) => name === 'meanReduction')).toMatchObject({
      set: 'completers',
      interval: 'Welch t, 95 %',
      unit: 'points',
      period: { value: 17.6, n: 5 },
      against: { value: 7, n: 4 },
      difference: expect.closeTo(10.6, 12) as unknown,
      ci95: [expect.closeTo(-0.920817012865, 8), expect.closeTo(22.120817012865, 8)],
    });
  });

  test('percent reductions of means differ with an interval made of both Fieller intervals', () => {
    // 100 x 88 / 150 - 100 x 28 / 140. R:
    //   f <- function(b, e) { n <- length(b); q <- qt(.975, n - 1)^2 / n; A <- mean(b)^2 - q * var(b)
    //     B <- mean(b) * mean(e) - q * cov(b, e); C <- mean(e)^2 - q * var(e)
    //     100 * (1 - c(mean(e) / mean(b), (B + c(1, -1) * sqrt(B^2 - A * C)) / A)) }
    //   x <- f(c(40, 20, 30, 50, 10), c(10, 12, 9, 30, 1)); y <- f(c(40, 20, 30, 50), c(28, 16, 20, 48)); d <- x[1] - y[1]
    //   print(c(x, y, d - sqrt((x[1] - x[2])^2 + (y[3] - y[1])^2), d + sqrt((x[3] - x[1])^2 + (y[1] - y[2])^2)), digits = 12)
    const period = cohortOutcome([at6(40, 10), at6(20, 12), at6(30, 9), at6(50, 30), at6(10, 1)]);
    const against = cohortOutcome([at6(40, 28), at6(20, 16), at6(30, 20), at6(50, 48)]);
    const figures = compareCohorts(period, against);
    const compared = figures.find(({ set, name }) => set === 'completers' && name === 'percentReductionOfMeans');
    expect(compared).toMatchObject({
      interval: 'MOVER of Fieller intervals, 95 %',
      difference: expect.closeTo(38.6666666667, 9) as unknown,
      ci95: [expect.closeTo(-14.7927753284, 8), expect.closeTo(91.1327302486, 8)],
    });
  });

  test('the estimates of the model differ with the normal interval', () => {
    const spread = (n: number, fall: number) =>
      Array.from({ length: n }, (_, i) => at6(30 + (i % 7), 30 + (i % 7) - fall - (i % 3)));
    const [period, against] = [spread(24, 10), spread(21, 4)].map((some) => directorOutcome(cohortOf(some)).outcome);
    if (!period || !against) throw new Error('two periods');
    const model = compareCohorts(period, against).find(({ set }) => set === 'modelBased');
    // Nothing is missing: the falls of 10, 11, 12 and of 4, 5, 6, as often each, have means 11 and 5. Their standard errors
    // are those of the means with divisor n: sqrt(2 / 3 / 24) and sqrt(2 / 3 / 21).
    const half = 1.959963984540054 * Math.sqrt(2 / 3 / 24 + 2 / 3 / 21);
    expect(model).toMatchObject({ interval: 'normal, 95 %', difference: expect.closeTo(6, 6) as unknown });
    expect(model?.ci95[0]).toBeCloseTo(6 - half, 5);
    expect(model?.ci95[1]).toBeCloseTo(6 + half, 5);
  });

  test('of which one is empty have no difference', () => {
    const figures = compareCohorts(cohortOutcome([at6(40, 10)]), cohortOutcome([]));
    expect(figures.length).toBeGreaterThan(0);
    for (const { difference, ci95 } of figures) {
      expect([difference, ci95]).toEqual([null, [null, null]]);
    }
  });

  test('say nothing of bounds and of responders alone, whose difference would have no meaning', () => {
    const figures = compareCohorts(cohortOutcome([at6(40, 10)]), cohortOutcome([at6(40, 10)]));
    expect(figures.filter(({ set, name }) => set === 'bounds' || /^responders/.test(name))).toEqual([]);
  });
});
