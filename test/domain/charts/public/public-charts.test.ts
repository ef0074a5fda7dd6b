import { describe, expect, test } from '@jest/globals';
import type { Chart } from '../../../../src/domain/charts/parts/chart.js';
import { PUBLIC_CHART_NAMES, publicCharts } from '../../../../src/domain/charts/public/public-charts.js';
import type { PublicRules, PublishableChartName } from '../../../../src/domain/charts/public/public-charts.js';
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

const ALL: PublicRules = { means: true, responders: true, infusions: [1, 2, 3, 4, 5, 6], isExact: () => true };

function drawn(name: PublishableChartName, some = courses, rules: Partial<PublicRules> = {}): Chart {
  const [found] = publicCharts([name], cohortOf(some), { ...ALL, ...rules });
  if (!found?.chart) throw new Error(`no chart ${name}`);
  return found.chart;
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

test('every chart of a large clinic says its numbers with a comma before each three digits', () => {
  const many = Array.from({ length: 1200 }, () => course([40, 34, 28, 22, 16, 10]));
  const early = Array.from({ length: 1100 }, () => course([40, 34], { status: 'stopped', stoppedReason: 'cost' }));
  for (const name of PUBLIC_CHART_NAMES) {
    const chart = drawn(name, [...many, ...early]);
    const said = [title(chart), chart.textAlternative, ...(chart.data.labels ?? []).flat()].join(' ');
    expect([name, said]).toEqual([name, expect.stringMatching(/n = [12],\d00\b/)]);
    expect([name, said]).toEqual([name, expect.not.stringMatching(/\d{4}/)]);
  }
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

test('responders who may not be public are left out of the means before and after', () => {
  const chart = drawn('mean-before-after', courses, { responders: false });
  expect(title(chart)).toBe('Mean score before and after: completers (n = 2)');
  expect(chart.table.rows.map(([group]) => group)).toEqual(['Completers', 'Completers']);
});

describe('the means of completers by infusion', () => {
  test('go from (40 + 30) / 2 down to (10 + 20) / 2', () => {
    const chart = drawn('trajectory');
    expect(title(chart)).toContain('(n = 2)');
    expect(dataset(chart, 'Mean score')).toEqual([35, 31, 27, 23, 19, 15]);
    expect(chart.table.rows.map(([infusion, n]) => [infusion, n])).toEqual([1, 2, 3, 4, 5, 6].map((k) => [k, 2]));
  });

  test('are of those scored at each: one who missed infusion 3 is counted at the others', () => {
    const some = [...courses, course([31, 31, null, 31, 31, 31])];
    // (40 + 30 + 31) / 3 = 33.67, and at infusion 3 (28 + 26) / 2 as before
    expect(dataset(drawn('trajectory', some), 'Mean score')?.slice(0, 3)).toEqual([33.7, 31, 27]);
    expect(drawn('trajectory', some).table.rows[2]?.slice(0, 3)).toEqual([3, 2, 27]);
  });

  test('have a gap where they may not be public, and no number of it', () => {
    const chart = drawn('trajectory', courses, { infusions: [1, 2, 4, 5, 6] });
    expect(dataset(chart, 'Mean score')).toEqual([35, 31, null, 23, 19, 15]);
    expect(chart.data.labels?.[2]).toEqual(['3', 'not shown']);
    expect(chart.table.rows.map(([infusion]) => infusion)).toEqual([1, 2, 4, 5, 6]);
    expect(chart.textAlternative).not.toContain('Infusion 3');
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

describe('response by infusion', () => {
  test('is whole percent of the starters: 5 of 15 by infusion 5, and by 4 nobody', () => {
    // 40 to 22 at infusion 4 is 45 %, to 16 at infusion 5 is 60 %. R: prop.test(5, 15, correct = FALSE): 15.2 to 58.3
    const five = courses.flatMap((each) => Array<CohortCourse>(5).fill(each));
    const { table } = drawn('time-to-response', five);
    expect(table.rows[2]?.slice(0, 4)).toEqual([4, 0, 15, 0]);
    expect(table.rows[3]).toEqual([5, 5, 15, 33, 15, 58]);
  });

  test('has no bar of a count that may not be told', () => {
    const chart = drawn('time-to-response', courses, { isExact: ({ size }) => size > 0 });
    expect(chart.table.rows.map(([infusion]) => infusion)).toEqual([5, 6]);
  });
});

test('where nothing may be public there is a title and no chart', () => {
  const none: PublicRules = { means: false, responders: false, infusions: [], isExact: () => false };
  for (const { title: told, chart } of publicCharts(PUBLIC_CHART_NAMES, cohortOf(courses), none)) {
    expect(told).not.toMatch(/\d/);
    expect(chart).toBeNull();
  }
});
