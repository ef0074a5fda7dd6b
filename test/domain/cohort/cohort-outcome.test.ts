import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { directorOutcome } from '../../../src/domain/cohort/director-outcome.js';
import { cohortOutcome } from '../../../src/domain/cohort/cohort-outcome.js';
import type { CohortOutcome } from '../../../src/domain/cohort/cohort-outcome.js';
import { baselinesOf, course, differences, fixtureAnswers, fixtureCourses } from './cohort-fixtures.js';
import { naiveOutcome } from './naive-outcome.js';

const total = fc.option(fc.integer({ min: 0, max: 64 }), { freq: 3 });
const aCourse: fc.Arbitrary<CohortCourse> = fc
  .tuple(fc.array(total, { minLength: 6, maxLength: 6 }), total, fc.integer({ min: 0, max: 11 }))
  .map(([scores, postSeries, month]) =>
    course(scores, { postSeries, startedOn: `2025-${String(month + 1).padStart(2, '0')}-15` }),
  );
const cohorts = fc.array(aCourse, { maxLength: 40 });

const RATES = ['response', 'remissionBelow20', 'remissionAtMost10', 'worsened'] as const;

describe('the outcome of a cohort', () => {
  test.each(['small-cohort', 'small-cohort-of-one', 'small-cohort-of-none'])(
    'every figure of %s is what R says, to 9 significant digits',
    (name) => {
      const courses = fixtureCourses(name);
      const outcome = cohortOutcome(courses, baselinesOf(courses));
      expect(differences(outcome, fixtureAnswers(name))).toEqual([]);
    },
  );

  test.each(['small-cohort', 'small-cohort-of-one', 'small-cohort-of-none'])(
    'what definitions version 2 add for %s is what R says, to 9 significant digits, iterated ones to 6',
    (name) => {
      const { modelBased, ...others } = fixtureAnswers(`${name}.v2`) as { modelBased: unknown };
      const { outcome } = directorOutcome(cohortOf(fixtureCourses(name)));
      expect(differences(outcome, others)).toEqual([]);
      // Digits are counted from 1000 on, so that the first six are compared.
      expect(differences(outcome.modelBased, modelBased, 1000)).toEqual([]);
    },
  );

  test('every figure of any cohort is what the definitions say, computed naively', () => {
    fc.assert(
      fc.property(cohorts, (courses) => {
        expect(differences(cohortOutcome(courses, baselinesOf(courses)), naiveOutcome(courses), 1)).toEqual([]);
      }),
    );
  });

  test('the order in which courses were recorded changes nothing', () => {
    const shuffles = cohorts.chain((courses) =>
      fc.tuple(fc.constant(courses), fc.shuffledSubarray(courses, { minLength: courses.length })),
    );
    fc.assert(
      fc.property(shuffles, ([courses, shuffled]) => {
        expect(differences(cohortOutcome(shuffled), cohortOutcome(courses), 1)).toEqual([]);
      }),
    );
  });

  test('every interval holds its estimate', () => {
    fc.assert(
      fc.property(cohorts, (courses) => {
        for (const { value, ci95 } of cohortOutcome(courses).figures) {
          if (value === null || ci95[0] === null) continue;
          expect(ci95[0]).toBeLessThanOrEqual(value + 1e-9);
          expect(ci95[1]).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }),
    );
  });

  test('one more starter without a score at infusion 6 never raises a rate among starters', () => {
    const percents = ({ starters }: CohortOutcome) => RATES.map((name) => starters[name].percent);
    fc.assert(
      fc.property(cohorts, fc.integer({ min: 0, max: 64 }), (courses, baseline) => {
        const before = percents(cohortOutcome(courses));
        const after = percents(cohortOutcome([...courses, course([baseline, 0])]));
        before.forEach((percent, i) => {
          if (percent !== null) expect(after[i]).toBeLessThanOrEqual(percent);
        });
      }),
    );
  });

  test('mean baseline minus mean endpoint is the mean reduction, of the same courses', () => {
    fc.assert(
      fc.property(cohorts, (courses) => {
        const { completers, lastObserved } = cohortOutcome(courses);
        for (const { n, baseline, endpoint, reduction } of [completers, lastObserved]) {
          expect([baseline.n, endpoint.n, reduction.n]).toEqual([n, n, n]);
          if (n === 0) continue;
          const difference = Number(baseline.mean) - Number(endpoint.mean);
          expect(difference).toBeCloseTo(Number(reduction.mean), 12);
        }
      }),
    );
  });

  test('nothing in it is NaN or infinite, so that it is the same after a trip through JSON', () => {
    fc.assert(
      fc.property(cohorts, (courses) => {
        const outcome = cohortOutcome(courses);
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
      }),
    );
  });
});

describe('the claim of a clinic: 74 % fewer points, from 35.0 to 11.2', () => {
  // 100 responders 34.9 -> 8.9 (sums 3490, 890) and 20 others 35.5 -> 22.7 (sums 710, 454); 40 stop.
  const responders = Array.from({ length: 100 }, (_, i) =>
    course([i < 90 ? 35 : 34, null, null, null, null, i < 90 ? 9 : 8]),
  );
  const others = Array.from({ length: 20 }, (_, i) =>
    course([i < 10 ? 35 : 36, null, null, null, null, i < 14 ? 23 : 22]),
  );
  const stopped = Array.from({ length: 40 }, () => course([36, 33], { status: 'stopped', stoppedReason: 'cost' }));
  const { completers, starters } = cohortOutcome([...responders, ...others, ...stopped]);

  test('all completers fall by 68.0 %, the responders alone by 74.5 %', () => {
    // 100 x (4200 - 1344) / 4200 = 68; 100 x (3490 - 890) / 3490 = 74.4986
    expect(completers).toMatchObject({ baseline: { mean: 35 }, endpoint: { mean: 11.2 } });
    expect(completers.percentReductionOfMeans).toBeCloseTo(68, 12);
    expect(completers.responders.percentReductionOfMeans).toBeCloseTo(74.4985673352435, 10);
  });

  test('success is 83.3 % of those who finish and 62.5 % of those who start', () => {
    expect(completers.response).toMatchObject({ count: 100, n: 120, percent: 10000 / 120 });
    expect(starters.response).toMatchObject({ count: 100, n: 160, percent: 62.5 });
  });
});
