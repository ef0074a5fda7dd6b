import { describe, expect, test } from '@jest/globals';
import { cohortChart, type CohortChartName } from '../../../../src/domain/charts/cohort/cohort-charts.js';
import type { Chart } from '../../../../src/domain/charts/parts/chart.js';
import type { CohortCourse } from '../../../../src/domain/cohort/cohort-course.js';
import { countedOutcome } from '../../../../src/domain/cohort/cohort-outcome.js';
import { cohortOf } from '../../../../src/domain/cohort/cohort.js';
import { course } from '../../cohort/cohort-fixtures.js';

function drawn(name: CohortChartName, courses: readonly CohortCourse[], underWay: { startedOn: string }[] = []): Chart {
  const cohort = cohortOf(courses, undefined, underWay);
  return cohortChart(name, countedOutcome(cohort).outcome, cohort);
}
const textOf = ({ options }: Chart, of: 'title' | 'subtitle') =>
  [(options['plugins'] as Record<string, { text: string | string[] }>)[of]?.text ?? []].flat().join(' ');
const dataOf = ({ data }: Chart, label: string) => data.datasets.find((each) => each.label === label)?.data;

/** So many of 20 who started on a day responded. */
const quarter = (startedOn: string, responders: number, n = 20) =>
  Array.from({ length: n }, (_, at) => course([40, null, null, null, null, at < responders ? 20 : 30], { startedOn }));

describe('courses by quarter', () => {
  const chart = drawn(
    'courses-by-quarter',
    [
      ...quarter('2025-12-01', 2, 3),
      course([40, 30], { startedOn: '2025-11-01', status: 'stopped', stoppedReason: 'cost' }),
      course([40, 30], { startedOn: '2025-11-01', status: 'lost' }),
    ],
    [{ startedOn: '2026-02-01' }, { startedOn: '2026-02-02' }],
  );

  test('its title says the latest quarter, its subtitle the one before', () => {
    expect(textOf(chart, 'title')).toBe('Q1 2026: 2 started, 2 under way');
    expect(textOf(chart, 'subtitle')).toContain('Q4 2025: 5 started, 3 finished, 1 stopped, 1 silent.');
    expect(chart.table.rows).toEqual([
      ['2025-Q4', 5, 3, 1, 1, 0],
      ['2026-Q1', 2, 0, 0, 0, 2],
    ]);
  });

  test('only what is under way is hatched', () => {
    expect(chart.data.datasets.map(({ label, hatched }) => [label, hatched])).toEqual([
      ['Finished', undefined],
      ['Stopped', undefined],
      ['Silent', undefined],
      ['Under way', [false, true]],
      ['', undefined],
    ]);
  });

  test('of a long history the last twelve quarters are shown', () => {
    const long = drawn('courses-by-quarter', [...quarter('2020-01-01', 1), ...quarter('2026-01-01', 1)]);
    expect(long.table.rows.map(([name]) => name)).toHaveLength(12);
    expect(long.data.labels?.slice(0, 3)).toEqual([['Q2', '2023'], ['Q3'], ['Q4']]);
  });
});

describe('the control chart of response', () => {
  const usual = [...quarter('2025-01-01', 10), ...quarter('2025-04-01', 12), ...quarter('2025-07-01', 11)];

  test('quarters within chance of their mean are said to be, and the last is compared with the one before', () => {
    const chart = drawn('response-control', usual);
    // 33 of 60
    expect(textOf(chart, 'title')).toBe('Response of starters: all 3 finished quarters within chance of 55 %');
    // .55 -+ 3 sqrt(.55 x .45 / 20) = .55 -+ .33373
    expect(dataOf(chart, 'Within chance')?.[0]).toEqual([expect.closeTo(21.627, 3), expect.closeTo(88.373, 3)]);
    // Newcombe's interval, from Wilson's of 11 and 12 of 20: 34.21 to 74.18 and 38.66 to 78.12 %:
    // -5 - sqrt(20.79^2 + 18.12^2) = -32.6, -5 + sqrt(19.18^2 + 21.34^2) = 23.7.
    expect(textOf(chart, 'subtitle')).toContain(
      'Q3 2025: 55 %, 5 points below Q2 2025 (95 % interval of the difference −33 to 24): chance can explain it.',
    );
  });

  test('a quarter beyond what chance explains is named and marked', () => {
    const chart = drawn('response-control', [...usual, ...quarter('2025-10-01', 0)]);
    // 33 of 80: .4125 -+ 3 sqrt(.4125 x .5875 / 20) begins at .0823.
    expect(textOf(chart, 'title')).toBe('Response of starters: Q4 2025 below what chance explains about 41 %');
    expect(chart.data.datasets[0]?.['pointStyle']).toEqual(['circle', 'circle', 'circle', 'rectRot']);
    expect(textOf(chart, 'subtitle')).toContain('more than chance explains');
  });

  test('an unfinished quarter is hatched and changes nothing', () => {
    const open = drawn('response-control', [...usual, ...quarter('2025-10-01', 0)], [{ startedOn: '2025-12-01' }]);
    expect(textOf(open, 'title')).toBe('Response of starters: all 3 finished quarters within chance of 55 %');
    expect(textOf(open, 'subtitle')).toContain('Hatched, not counted: Q4 2025, 1 of 21 still under way.');
    expect(open.data.datasets.at(-1)?.['hatched']).toEqual([false, false, false, true]);
  });

  test('of two finished quarters nobody can say what is usual', () => {
    const chart = drawn('response-control', usual.slice(0, 40));
    expect(textOf(chart, 'title')).toContain('too few finished quarters');
  });

  test('of quarters without a percent there is no frame, but what is missing', () => {
    const chart = drawn('response-control', quarter('2025-01-01', 1, 4), [{ startedOn: '2025-04-01' }]);
    expect(chart.data.datasets).toEqual([]);
    expect(textOf(chart, 'subtitle')).toBe(
      'No finished quarter has a percent yet. Not finished: Q2 2025, 1 of 1 still under way. ' +
        'Without a percent, with fewer than 5 starters: Q1 2025. Response of starters by quarter of their start (n = 0).',
    );
  });

  test('a quarter that has no point, because fewer than five started, is named', () => {
    const chart = drawn('response-control', [...usual, ...quarter('2025-10-01', 1).slice(0, 4)]);
    expect(textOf(chart, 'subtitle')).toContain('Without a percent, with fewer than 5 starters: Q4 2025.');
    expect(textOf(drawn('response-control', usual), 'subtitle')).not.toContain('Without a percent');
  });
});

describe('mean scores', () => {
  test('its title says from where to where completers fell', () => {
    const fell = [course([40, null, null, null, null, 10]), course([30, null, null, null, null, 20]), course([45, 44])];
    const chart = drawn('mean-scores', fell);
    // (40 + 30) / 2 to (10 + 20) / 2, which is 20 of 35.
    expect(textOf(chart, 'title')).toBe('Completers fell from 35.0 to 15.0 points on average, by 57 %');
    // Without colors the two lines differ in their marks and dashes.
    const [completers, others] = chart.data.datasets;
    expect(completers?.['pointStyle']).not.toEqual(others?.['pointStyle']);
    expect(dataOf(chart, 'Ended before infusion 6')).toEqual([45, 44, null, null, null, null]);
    expect(textOf(chart, 'subtitle')).toContain('n = 2 / 1');
  });

  test('a rise is no fall, and of nobody there is none', () => {
    const rose = drawn('mean-scores', [course([20, null, null, null, null, 30])]);
    expect(textOf(rose, 'title')).toBe('Completers rose from 20.0 to 30.0 points on average, by 50 %');
    const none = drawn('mean-scores', [course([45, 44])]);
    expect(textOf(none, 'title')).toContain('No completer yet');
    // Where nobody was scored, nothing is written.
    expect(none.data.datasets[0]?.['directLabels']).toEqual([]);
  });
});
