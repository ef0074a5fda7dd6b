import { describe, expect, test } from '@jest/globals';
import { cohortChart } from '../../../../src/domain/charts/cohort/cohort-charts.js';
import { countedOutcome } from '../../../../src/domain/cohort/cohort-outcome.js';
import { cohortOf } from '../../../../src/domain/cohort/cohort.js';
import type { CohortCourse } from '../../../../src/domain/cohort/cohort-course.js';
import { course, fixtureCourses } from '../../cohort/cohort-fixtures.js';

function drawn(courses: readonly CohortCourse[], underWay: { startedOn: string }[] = []) {
  const cohort = cohortOf(courses, undefined, underWay);
  return cohortChart('ladder', countedOutcome(cohort).outcome, cohort);
}

const STOPPED = { status: 'stopped', stoppedReason: 'cost' } as const;

describe('who is lost where', () => {
  // By hand: six are over and two under way. One never had a score; one was scored at 1 alone, two until 2, one until 5, one at 6.
  const chart = drawn(
    [
      course([40, 30, 20, 20, 15, 10]),
      course([40, 30], STOPPED),
      course([40, 30], { status: 'lost' }),
      course([40, 30, 20, 20, 15]),
      course([], STOPPED),
      course([40], STOPPED),
    ],
    [{ startedOn: '2026-03-16' }, { startedOn: '2026-03-17' }],
  );

  test('each bar with what is lost there is what was left before', () => {
    expect(chart.table.columns).toEqual([
      'Step',
      'Scored there or later',
      'Stopped before it',
      'Silent before it',
      'Infusion 6 missed',
      'Under way',
    ]);
    expect(chart.table.rows).toEqual([
      ['Started', 6, 0, 0, 0, 2],
      ['Infusion 1', 5, 1, 0, 0, 0],
      ['Infusion 2', 4, 1, 0, 0, 0],
      ['Infusion 3', 2, 1, 1, 0, 0],
      ['Infusion 4', 2, 0, 0, 0, 0],
      ['Infusion 5', 2, 0, 0, 0, 0],
      ['Infusion 6', 1, 0, 0, 1, 0],
    ]);
  });

  test('its title says where most are lost, in words too', () => {
    expect(chart.table.caption).toBe(
      'Scored at infusion 6: 1 of 5 starters; the largest loss is after infusion 2 (2 of 4)',
    );
    expect(chart.textAlternative).toContain('Infusion 3: 2, 1 stopped before it, 1 silent before it.');
    expect(chart.textAlternative).toContain('Started: 6, 2 under way.');
  });
});

test('in any cohort a bar and its losses add up to the bar before, and the last is the completers', () => {
  const courses = fixtureCourses('small-cohort');
  const rows = drawn(courses).table.rows.map(([, ...counts]) => counts.map(Number));
  for (const [at, [there = 0, ...lost]] of rows.slice(1).entries()) {
    expect(there + lost.reduce((total, count) => total + count, 0)).toBe(rows[at]?.[0]);
  }
  const scoredAtBoth = courses.filter(({ scores }) => scores[0] !== null && scores[5] !== null).length;
  expect(rows.at(-1)?.[0]).toBe(scoredAtBoth);
});
