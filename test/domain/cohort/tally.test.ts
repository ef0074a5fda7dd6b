import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { cohortOf, cohortOfTally } from '../../../src/domain/cohort/cohort.js';
import { directorOutcome } from '../../../src/domain/cohort/director-outcome.js';
import { COMPLETERS, RUNGS } from '../../../src/domain/cohort/groups/groups.js';
import { scorePatterns } from '../../../src/domain/cohort/tally/sums.js';
import { EMPTY_TALLY, mergedTally, tallyOf } from '../../../src/domain/cohort/tally/tally.js';
import type { Tally } from '../../../src/domain/cohort/tally/tally.js';
import { cohortChart, COHORT_CHART_NAMES } from '../../../src/domain/charts/cohort/cohort-charts.js';
import { completers, course, fixtureCourses } from './cohort-fixtures.js';

const CLINIC = { n: 25, sd: 10 };
const score = fc.option(fc.integer({ min: 0, max: 64 }), { freq: 4 });
const aCourse: fc.Arbitrary<CohortCourse> = fc
  .tuple(
    fc.tuple(score, score, score, score, score, score),
    score,
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(['completed', null], ['lost', null], ['stopped', 'cost'], ['stopped', null]),
    fc.option(fc.integer({ min: 10, max: 40 })),
  )
  .map(([scores, postSeries, month, [status, stoppedReason], daysToInfusion6]) =>
    course(scores, {
      postSeries,
      status,
      stoppedReason: stoppedReason ?? null,
      startedOn: `2025-${String(month).padStart(2, '0')}-28`,
      daysToInfusion6,
    }),
  );
const courses = fc.array(aCourse, { maxLength: 60 });
/** Courses, each with the number of the part that it falls into. */
const parted = fc.array(fc.tuple(aCourse, fc.nat({ max: 3 })), { maxLength: 60 });

const partsOf = (each: [CohortCourse, number][]) =>
  [0, 1, 2, 3].map((part) => tallyOf(each.filter(([, number]) => number === part).map(([some]) => some)));

/** Everything that a director is shown of a tally. */
function shown(tally: Tally) {
  const cohort = cohortOfTally(tally, CLINIC);
  const { outcome, groups } = directorOutcome(cohort);
  return { outcome, groups, charts: COHORT_CHART_NAMES.map((name) => cohortChart(name, outcome, cohort)) };
}

describe('tallies add up', () => {
  test('the tallies of any parts of a cohort, merged, are the tally of all of it', () => {
    fc.assert(
      fc.property(parted, (each) => {
        expect(mergedTally(partsOf(each))).toEqual(tallyOf(each.map(([some]) => some)));
      }),
    );
  });

  test('in whichever order they are merged, every figure and chart is the same to the last digit', () => {
    fc.assert(
      fc.property(parted, (each) => {
        const all = JSON.stringify(shown(tallyOf(each.map(([some]) => some))));
        const parts = partsOf(each);
        expect(JSON.stringify(shown(mergedTally(parts)))).toBe(all);
        expect(JSON.stringify(shown(mergedTally([...parts].reverse())))).toBe(all);
      }),
    );
  });

  test('a merger of mergers is the same, and nobody changes nothing', () => {
    fc.assert(
      fc.property(courses, courses, courses, (one, other, third) => {
        const [a, b, c] = [one, other, third].map((some) => tallyOf(some)) as [Tally, Tally, Tally];
        expect(mergedTally([mergedTally([a, b]), c])).toEqual(mergedTally([a, mergedTally([b, c])]));
        expect(mergedTally([a, EMPTY_TALLY])).toEqual(a);
      }),
    );
  });

  test('the courses of a fixture, one by one, are what they are together', () => {
    const all = fixtureCourses('small-cohort');
    const one = mergedTally(all.map((some) => tallyOf([some])));
    expect(shown(one)).toEqual(shown(tallyOf(all)));
  });
});

describe('a tally', () => {
  test('counts courses under way apart, by the quarter of their start', () => {
    const tally = tallyOf(completers([40, 20]), [{ startedOn: '2026-01-15' }, { startedOn: '2026-03-31' }]);
    const cohort = cohortOfTally(tally);
    expect([...cohort.underWay]).toEqual([['2026-Q1', 2]]);
    expect(cohort.count(RUNGS.courses).size).toBe(1);
  });

  test('has the sums and products of the scores of starters, by the infusions they were scored at', () => {
    // Two starters scored at 1 and 2: sums 70 and 50, products 40 x 40 + 30 x 30, 40 x 30 + 30 x 20, 30 x 30 + 20 x 20.
    const { sums } = cohortOf([course([40, 30]), course([30, 20]), course([null, 12])]);
    expect(scorePatterns(sums)).toEqual([
      {
        observed: [0, 1],
        n: 2,
        sums: [70, 50],
        products: [
          [2500, 1800],
          [1800, 1300],
        ],
      },
    ]);
  });

  test('has the courses of each quarter beside all of them', () => {
    const cohort = cohortOf([
      ...completers([40, 20]),
      course([40, null, null, null, null, 20], { startedOn: '2025-11-02' }),
    ]);
    expect(cohort.cells(COMPLETERS).map(({ n }) => n)).toEqual([2]);
    expect([...cohort.quarters].sort()).toEqual(['2025-Q4', '2026-Q1']);
  });

  test.each([-1, 65, 12.5])('of a total of %s there is none', (total) => {
    expect(() => tallyOf([course([total])])).toThrow(RangeError);
  });
});
