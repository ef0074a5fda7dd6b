import { describe, expect, test } from '@jest/globals';
import type { Chart } from '../../../../src/domain/charts/parts/chart.js';
import { PUBLIC_CHART_NAMES, publicCharts } from '../../../../src/domain/charts/public/public-charts.js';
import type { PublicChartName } from '../../../../src/domain/charts/public/public-charts.js';
import type { CohortCourse } from '../../../../src/domain/cohort/cohort-course.js';
import { cohortOf } from '../../../../src/domain/cohort/cohort.js';
import { course } from '../../cohort/cohort-fixtures.js';

/** Two completers, of which the first responds (40 to 10, 30 to 20), one who stops after 2, one without a baseline. */
const courses: CohortCourse[] = [
  course([40, 34, 28, 22, 16, 10]),
  course([30, 28, 26, 24, 22, 20]),
  course([50, 45], { status: 'stopped', stoppedReason: 'side effects' }),
  course([null, 30, 30], { startedOn: '2025-01-07', stoppedReason: 'cost', status: 'stopped' }),
];

function drawn(name: PublicChartName, some = courses): Chart {
  const [chart] = publicCharts([name], cohortOf(some));
  if (chart === undefined) throw new Error(`no chart ${name}`);
  return chart.draw();
}
const dataset = ({ data }: Chart, label: string) => data.datasets.find((each) => each.label === label)?.data;
const title = ({ options }: Chart) => (options['plugins'] as { title: { text: string } }).title.text;

describe.each([
  ['four courses', courses],
  ['nobody', []],
])('every public chart of %s', (_, some) => {
  test.each(PUBLIC_CHART_NAMES)('%s is plain JSON with a title, a text and a table', (name) => {
    const chart = drawn(name, some);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(title(chart)).toMatch(/n = \d/);
    expect(chart.textAlternative).toContain(title(chart));
    expect(chart.textAlternative).not.toMatch(/NaN|undefined|null/);
    expect(chart.table.columns.join()).not.toMatch(/SD|Median|Quartile|Minimum|Maximum/i);
    for (const { data } of chart.data.datasets) {
      expect(data).toHaveLength(chart.data.labels?.length ?? -1);
    }
  });
});

test('a course without a baseline changes no public chart, not even its first quarter', () => {
  const withBaseline = courses.slice(0, 3);
  for (const name of PUBLIC_CHART_NAMES) expect(drawn(name)).toEqual(drawn(name, withBaseline));
});

describe('the means before and after', () => {
  const chart = drawn('mean-before-after');

  test('completers fell from 35 to 15, and the one responder from 40 to 10', () => {
    // (40 + 30) / 2 and (10 + 20) / 2
    expect(dataset(chart, 'Infusion 1')).toEqual([35, 40]);
    expect(dataset(chart, 'Infusion 6')).toEqual([15, 10]);
    expect(chart.data.labels).toEqual([
      ['Completers', 'n = 2', '35.0 to 15.0'],
      ['Responders only', 'n = 1', '40.0 to 10.0'],
    ]);
  });

  test('each mean has its interval with one decimal; one course alone has none', () => {
    // SD of 40 and 30 is 7.07, its error 5; t of 1 degree of freedom 12.706: 35 - 63.53 and 35 + 63.53
    expect(dataset(chart, '95 % interval, infusion 1')).toEqual([[-28.5, 98.5], null]);
    expect(chart.table.rows).toEqual([
      ['Completers', 1, 2, 35, -28.5, 98.5],
      ['Completers', 6, 2, 15, -48.5, 78.5],
      ['Responders only', 1, 1, 40, null, null],
      ['Responders only', 6, 1, 10, null, null],
    ]);
  });

  test('nobody has no bar and no mean', () => {
    const empty = drawn('mean-before-after', []);
    expect(empty.data.labels).toEqual([
      ['Completers', 'n = 0'],
      ['Responders only', 'n = 0'],
    ]);
    expect(dataset(empty, 'Infusion 1')).toEqual([null, null]);
  });
});

describe('the means of those scored at all six infusions', () => {
  test('every point is of the same courses: (40 + 30) / 2 down to (10 + 20) / 2', () => {
    const chart = drawn('trajectory');
    expect(title(chart)).toContain('(n = 2)');
    expect(dataset(chart, 'Mean score')).toEqual([35, 31, 27, 23, 19, 15]);
    expect(chart.table.rows.map(([infusion, n]) => [infusion, n])).toEqual([1, 2, 3, 4, 5, 6].map((k) => [k, 2]));
  });

  test('means have one decimal: 40, 30 and 31 at the start are 33.7', () => {
    const some = [...courses, course([31, 31, 31, 31, 31, 31])];
    // (40 + 30 + 31) / 3 = 33.67
    expect(dataset(drawn('trajectory', some), 'Mean score')?.[0]).toBe(33.7);
  });
});

describe('attrition', () => {
  test('the starter who stopped after 2 is a bar of 1 there, and no reason is given', () => {
    const chart = drawn('attrition');
    expect(title(chart)).toContain('(n = 1 of 3)');
    expect(dataset(chart, 'Starters')).toEqual([0, 1, 0, 0, 0]);
    expect(chart.data.labels?.[1]).toEqual(['2', 'n = 1']);
    expect(JSON.stringify(chart)).not.toMatch(/side effects|cost|reason/i);
  });
});

test('rates and their intervals are whole percent: 5 responders of 15 starters are a bar of 33', () => {
  const five = courses.flatMap((each) => Array<CohortCourse>(5).fill(each));
  const chart = drawn('quarterly-trend', five);
  expect(chart.data.labels).toEqual([['2026-Q1', 'n = 15 / 10']]);
  // R: prop.test(5, 15, correct = FALSE): 15.2 to 58.3
  expect(dataset(chart, 'Starters')).toEqual([33]);
  expect(dataset(chart, 'Completers')).toEqual([50]);
  expect(dataset(chart, '95 % interval, starters')).toEqual([[15, 58]]);
});
