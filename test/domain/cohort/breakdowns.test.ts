import { describe, expect, test } from '@jest/globals';
import { byBaselineBand, byQuarter } from '../../../src/domain/cohort/breakdowns.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { course } from './cohort-fixtures.js';

const responder = course([40, null, null, null, null, 20], { startedOn: '2025-12-31' });
const stopped = course([45, 44], { startedOn: '2025-12-01' });
const mild = course([30, null, null, null, null, 24], { startedOn: '2026-04-01' });
const withoutBaseline = course([null, 20], { startedOn: '2026-06-30' });
const all = [mild, responder, withoutBaseline, stopped];

describe('by baseline band', () => {
  const bands = plain(byBaselineBand(cohortOf(all)));

  test('of two who start moderate one responds and one stops', () => {
    expect(bands.moderate).toMatchObject({ starters: 2, completers: 1 });
    expect(bands.moderate.responseOfStarters).toMatchObject({ count: 1, n: 2, percent: 50 });
    expect(bands.moderate.responseOfCompleters).toMatchObject({ count: 1, n: 1, percent: 100 });
  });

  test('31 is moderate, 30 is mild', () => {
    expect(bands.mild).toMatchObject({ starters: 1, reduction: { n: 1, mean: 6 } });
    expect(plain(byBaselineBand(cohortOf([course([31])]))).moderate.starters).toBe(1);
  });

  test('the bands are listed from the lowest to the highest, an empty one with nothing to estimate', () => {
    expect(Object.keys(bands)).toEqual(['nonDepressed', 'minimal', 'mild', 'moderate', 'severe']);
    expect(bands.severe).toMatchObject({ starters: 0, percentReductionOfMeans: null });
    expect(bands.severe.responseOfStarters.percent).toBeNull();
  });
});

describe('by quarter of the start', () => {
  const quarters = plain(byQuarter(cohortOf(all)));

  test('a quarter without a course is kept, so that the gap shows', () => {
    expect(quarters.map(({ quarter, courses }) => [quarter, courses])).toEqual([
      ['2025-Q4', 2],
      ['2026-Q1', 0],
      ['2026-Q2', 2],
    ]);
  });

  test('each quarter has its own rates of starters and of completers', () => {
    expect(quarters[0]?.responseOfStarters).toMatchObject({ count: 1, n: 2 });
    expect(quarters[0]?.responseOfCompleters).toMatchObject({ count: 1, n: 1 });
    expect(quarters[2]).toMatchObject({ starters: 1, completers: 1, percentReductionOfMeans: 20 });
  });

  test('the courses still under way are counted beside each quarter, also where no other course began', () => {
    const underWay = ['2026-04-02', '2026-06-30', '2026-07-01'].map((startedOn) => ({ startedOn }));
    const some = plain(byQuarter(cohortOf(all, undefined, underWay)));
    expect(some.map(({ quarter, courses, underWay: open }) => [quarter, courses, open])).toEqual([
      ['2025-Q4', 2, 0],
      ['2026-Q1', 0, 0],
      ['2026-Q2', 2, 2],
      ['2026-Q3', 0, 1],
    ]);
  });

  test('how the courses of each quarter ended is counted: finished, stopped for any reason, lost', () => {
    const ended = (status: 'stopped' | 'lost', stoppedReason: string | null = null) =>
      course([40, 30], { startedOn: '2026-01-05', status, stoppedReason });
    const some = [ended('stopped', 'cost'), ended('stopped'), ended('lost'), responder];
    const [q4, q1] = plain(byQuarter(cohortOf(some)));
    expect(q4).toMatchObject({ courses: 1, completed: 1, stopped: 0, lost: 0 });
    expect(q1).toMatchObject({ courses: 3, completed: 0, stopped: 2, lost: 1 });
  });

  test('no courses have no quarters', () => {
    expect(byQuarter(cohortOf([]))).toEqual([]);
  });

  test('a start that is no calendar date is refused', () => {
    expect(() => byQuarter(cohortOf([course([40], { startedOn: '2026-02-30' })]))).toThrow(RangeError);
  });
});
