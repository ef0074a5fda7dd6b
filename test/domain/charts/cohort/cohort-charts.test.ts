import { describe, expect, test } from '@jest/globals';
import type { Chart } from '../../../../src/domain/charts/parts/chart.js';
import { COHORT_CHART_NAMES, cohortChart } from '../../../../src/domain/charts/cohort/cohort-charts.js';
import type { CohortChartName } from '../../../../src/domain/charts/cohort/cohort-charts.js';
import { cohortOutcome, countedOutcome } from '../../../../src/domain/cohort/cohort-outcome.js';
import { directorOutcome } from '../../../../src/domain/cohort/director-outcome.js';
import { cohortOf } from '../../../../src/domain/cohort/cohort.js';
import type { CohortCourse } from '../../../../src/domain/cohort/cohort-course.js';
import { course, differences, fixtureAnswers, fixtureCourses } from '../../cohort/cohort-fixtures.js';

const courses = fixtureCourses('small-cohort');
const outcome = cohortOutcome(courses);
const drawn = (name: CohortChartName) => cohortChart(name, outcome, cohortOf(courses));
const title = ({ options }: Chart) => (options['plugins'] as { title: { text: string } }).title.text;
const subtitle = ({ options }: Chart) =>
  (options['plugins'] as { subtitle: { text: string[] } }).subtitle.text.join(' ');
const dataset = ({ data }: Chart, label: string) => {
  const found = data.datasets.find((each) => each.label === label);
  if (found === undefined) throw new Error(`no dataset ${label}`);
  return found;
};

describe.each([
  ['a cohort', courses],
  ['one course', fixtureCourses('small-cohort-of-one')],
  ['no course', []],
])('every chart of %s', (_, some) => {
  test.each(COHORT_CHART_NAMES)('%s is plain JSON with a title, a text and a table', (name) => {
    const chart = cohortChart(name, cohortOutcome(some), cohortOf(some));
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(title(chart) + subtitle(chart)).toMatch(/n = \d/);
    expect(chart.textAlternative).toContain(title(chart));
    expect(chart.textAlternative).not.toMatch(/NaN|undefined|null/);
    expect(chart.table.caption).toBe(title(chart));
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
  });

  test.each(COHORT_CHART_NAMES)('%s has a value or a gap for each label', (name) => {
    const { labels, datasets } = cohortChart(name, cohortOutcome(some), cohortOf(some)).data;
    for (const { data } of datasets) {
      if (labels !== undefined) expect(data).toHaveLength(labels.length);
    }
  });
});

test('a chart of no course says that there is nothing to show', () => {
  const empty = cohortChart('trajectory', cohortOutcome([]), cohortOf([]));
  expect(empty.textAlternative).toContain('No course to show.');
});

describe('the trajectory', () => {
  test('where nobody was scored the line has a gap and n is 0', () => {
    const chart = drawn('trajectory');
    expect(chart.data.labels?.[4]).toEqual(['5', 'All: n = 0', 'Responders: n = 0', 'Others: n = 0']);
    expect(dataset(chart, 'All').data[4]).toBeNull();
    expect(dataset(chart, '95 % interval, all').data[4]).toBeNull();
  });

  test('the points are the means that R gives', () => {
    const { trajectory } = fixtureAnswers('small-cohort') as { trajectory: { mean: number }[] };
    const means = trajectory.map(({ mean }) => mean);
    expect(differences(dataset(drawn('trajectory'), 'All').data, means)).toEqual([]);
  });

  test('scores have the whole range of the instrument as their axis', () => {
    expect(drawn('trajectory').options['scales']).toMatchObject({ y: { min: 0, max: 64 } });
  });
});

describe('the waterfall', () => {
  const at6 = (from: number, to: number) => course([from, null, null, null, null, to]);

  test('courses are sorted from the largest fall to the largest rise, baselines of 0 left out', () => {
    const some = [at6(20, 25), at6(0, 3), at6(40, 10), at6(40, 30)];
    const chart = cohortChart('waterfall', cohortOutcome(some), cohortOf(some));
    expect(chart.table.rows).toEqual([
      [1, 1, 1, 75],
      [2, 2, 1, 25],
      [3, 3, 1, -25],
    ]);
    expect(dataset(chart, 'Response (50 % or more)').data).toEqual([75, null, null]);
    expect(dataset(chart, 'Fell by less').data).toEqual([null, 25, null]);
    expect(dataset(chart, 'Unchanged or worse').data).toEqual([null, null, -25]);
  });

  test('a rise of 500 % is cut off, and the chart says so', () => {
    const some = [at6(2, 12)];
    const chart = cohortChart('waterfall', cohortOutcome(some), cohortOf(some));
    expect(chart.options['scales']).toMatchObject({ y: { min: -100 } });
    expect(JSON.stringify(chart.options)).toContain('1 bar beyond -100 % cut off');
    expect(chart.table.rows).toEqual([[1, 1, 1, -500]]);
  });

  test('of fewer than ten completers the bars are gray, and the chart says so', () => {
    const fills = (n: number) => {
      const some = Array.from({ length: n }, (_, i) => at6(40, i));
      const chart = cohortChart('waterfall', cohortOutcome(some), cohortOf(some));
      const gray = JSON.stringify(chart.options).includes('Gray: fewer than 10 courses.');
      return [dataset(chart, 'Response (50 % or more)')['backgroundColor'], gray];
    };
    expect([fills(9), fills(10)]).toEqual([
      ['rgba(153,153,153,0.45)', true],
      ['#0072B2', false],
    ]);
  });

  test('of more than 400 courses each bar is the mean of a rank group', () => {
    const many = Array.from({ length: 1000 }, (_, i) => at6(50, i % 51));
    const chart = cohortChart('waterfall', cohortOutcome(many), cohortOf(many));
    expect(chart.table.rows).toHaveLength(400);
    expect(JSON.stringify(chart.options)).toContain('mean of a group');
  });
});

describe('response by baseline band', () => {
  const fell = course([40, null, null, null, null, 20]);
  const stopped = course([45, 44]);
  const chartOf = (responders: number, others: number) => {
    const some = [...Array<typeof fell>(responders).fill(fell), ...Array<typeof fell>(others).fill(stopped)];
    return cohortChart('response-by-baseline-band', cohortOutcome(some), cohortOf(some));
  };

  test('each bar has its Wilson interval, and both n are under it', () => {
    const chart = chartOf(10, 10);
    expect(chart.data.labels?.[3]).toEqual(['Moderate 31-45', 'n = 20 / 10']);
    expect(dataset(chart, 'Starters').data[3]).toBe(50);
    // R: prop.test(10, 10, correct = FALSE): 0.7225 to 1
    expect(dataset(chart, '95 % interval, completers').data[3]).toEqual([expect.closeTo(72.2467200137111, 8), 100]);
    expect(dataset(chart, 'Starters').data[4]).toBeNull();
  });

  test('a rate of fewer than ten is a gray bar', () => {
    const chart = chartOf(6, 6);
    expect(dataset(chart, 'Starters').data[3]).toBe(50);
    expect(dataset(chart, 'Completers').data[3]).toBe(100);
    const fill = (label: string) => (dataset(chart, label)['backgroundColor'] as string[])[3];
    expect([fill('Starters'), fill('Completers')]).toEqual(['rgba(0,114,178,0.6)', 'rgba(153,153,153,0.45)']);
  });

  test('a rate of fewer than five has no percent, only its count', () => {
    const chart = chartOf(1, 1);
    expect(chart.data.datasets.map(({ data }) => data[3])).toEqual([null, null, null, null]);
    const moderate = chart.table.rows.find(([band, set]) => band === 'Moderate 31-45' && set === 'Starters');
    expect(moderate).toEqual(['Moderate 31-45', 'Starters', 1, 2, null, null, null]);
    expect(chart.textAlternative).toContain('starters 1 of 2;');
  });
});

test('means before and after of fewer than ten are gray bars, here of the responders alone', () => {
  const some = Array.from({ length: 12 }, (_, i) => course([40, null, null, null, null, i < 9 ? 10 : 30]));
  const chart = cohortChart('mean-before-after', cohortOutcome(some), cohortOf(some));
  // 9 fell to 10 and 3 to 30: (90 + 90) / 12 = 15.
  expect(dataset(chart, 'Infusion 6').data).toEqual([15, 10]);
  expect(dataset(chart, 'Infusion 6')['backgroundColor']).toEqual(['rgba(0,114,178,0.6)', 'rgba(153,153,153,0.45)']);
  expect(JSON.stringify(chart.options)).toContain('Gray: fewer than 10 courses.');
});

describe('the mean reduction by who is counted', () => {
  const { completers } = fixtureAnswers('small-cohort') as {
    completers: { reduction: { mean: number; ci95: number[] } };
  };
  const { modelBased } = fixtureAnswers('small-cohort.v2') as { modelBased: { reduction: number; ci95: number[] } };
  const chart = cohortChart('reduction-by-set', directorOutcome(cohortOf(courses)).outcome, cohortOf(courses));
  const rowOf = (set: string) => chart.table.rows.find(([label]) => label === set) ?? [];

  test('completers and the model-based estimate are what R gives, each with its n and interval', () => {
    // 31 starters, 23 of them with infusion 6 (small-cohort.expected.json, ladder)
    const { mean, ci95 } = completers.reduction;
    expect(differences(rowOf('Completers').slice(2), [23, mean, ...ci95])).toEqual([]);
    const [n, reduction, from, to] = rowOf('Model-based').slice(2) as number[];
    expect(n).toBe(31);
    expect(reduction).toBeCloseTo(modelBased.reduction, 6);
    expect([from, to]).toEqual(modelBased.ci95.map((end) => expect.closeTo(end, 5) as unknown));
    expect(dataset(chart, 'Mean reduction').data[0]).toBe(rowOf('Completers')[3]);
    expect(chart.data.labels?.[0]).toEqual(['Completers', 'n = 23', expect.stringMatching(/^\d+\.\d \(.* to .*\)$/)]);
  });

  test('under 20 completers the model has no bar, and text and label say that it is not known', () => {
    const few = cohortOf([course([40, null, null, null, null, 10])]);
    const chartOfFew = cohortChart('reduction-by-set', directorOutcome(few).outcome, few);
    expect(chartOfFew.data.labels?.at(-1)).toEqual(['Model-based', 'n = 1', 'not known']);
    expect(dataset(chartOfFew, 'Mean reduction').data.at(-1)).toBeNull();
    expect(chartOfFew.textAlternative).toContain('Model-based (n = 1): not known.');
  });
});

test('after the series, completers with such a score have their three means and how many they are', () => {
  const some = [
    course([40, null, null, null, null, 10], { postSeries: 14 }),
    course([30, null, null, null, null, 12], { postSeries: 12 }),
    course([50, null, null, null, null, 50]),
  ];
  const chart = cohortChart('post-series', cohortOutcome(some), cohortOf(some));
  // (40 + 30) / 2, (10 + 12) / 2, (14 + 12) / 2; the interval of 10 and 12 is 11 -+ 12.706 x 1 (t of 1 degree of freedom).
  expect(dataset(chart, 'Mean score').data).toEqual([35, 11, 13]);
  expect(chart.data.labels?.[1]).toEqual(['Infusion 6', 'n = 2', '11.0 (-1.7 to 23.7)']);
  expect(chart.textAlternative).toContain('With a post-series score: 2 of 3 completers.');
  expect(chart.textAlternative).toContain('Response by the post-series score: 2 of 2.');
});

describe('before and after', () => {
  test('courses that share both scores are one bubble of twice the area', () => {
    const pair = course([40, null, null, null, null, 10]);
    const some = [pair, pair, course([30, null, null, null, null, 29])];
    const chart = cohortChart('before-after', cohortOutcome(some), cohortOf(some));
    expect(chart.table.rows).toEqual([
      [30, 29, 1],
      [40, 10, 2],
    ]);
    const [two] = dataset(chart, 'Response').data as { r: number }[];
    const [one] = dataset(chart, 'No response').data as { r: number }[];
    expect((two?.r ?? 0) ** 2 / (one?.r ?? 1) ** 2).toBeCloseTo(2, 12);
  });
});

describe('attrition', () => {
  test('the bars of the reasons add up to n', () => {
    const chart = drawn('attrition');
    for (const [infusion, count, ...reasons] of chart.table.rows) {
      const total = (reasons as number[]).reduce((sum, each) => sum + each, 0);
      expect([infusion, total]).toEqual([infusion, count]);
    }
  });

  test('the three most frequent reasons have bars of their own, the others one together, each in the table', () => {
    const ended = (stoppedReason: string, n: number) =>
      Array.from({ length: n }, () => course([40, 35], { status: 'stopped', stoppedReason }));
    const some = [
      ...ended('cost', 5),
      ...ended('sideEffects', 4),
      ...ended('noBenefit', 3),
      ...ended('moved', 2),
      ...ended('patientChoice', 1),
      course([40, 35]),
    ];
    const chart = cohortChart('attrition', cohortOutcome(some), cohortOf(some));
    const at2 = chart.data.datasets.map(({ label, data, hatched }) => [label, data[1], hatched !== undefined]);
    expect(at2.map(([, ...more]) => more)).toEqual([
      [1, true],
      [5, false],
      [4, false],
      [3, false],
      [3, false],
    ]);
    expect([at2[0]?.[0], at2.at(-1)?.[0]]).toEqual(['Completed, infusion 6 missed', 'Other reasons']);
    expect(subtitle(chart)).toContain('Other reasons, each in the table: moved away, ');
    expect(chart.table.rows[1]).toEqual([2, 16, 1, 5, 4, 3, 2, 1]);
  });

  test('infusion 6 is not in it, and the title says how many are left out', () => {
    // 31 starters, 23 of them with infusion 6 (small-cohort.expected.json, ladder)
    expect(title(drawn('attrition'))).toContain('(n = 8 of 31)');
    expect(drawn('attrition').data.labels).toHaveLength(5);
  });
});

describe('response by infusion, at the address of the time to response', () => {
  test('the bars are the shares of all starters that R gives, with their intervals', () => {
    const { cumulativeResponse } = fixtureAnswers('small-cohort.v2') as {
      cumulativeResponse: { percent: number; ci95: number[] }[];
    };
    const chart = drawn('time-to-response');
    const percents = cumulativeResponse.map(({ percent }) => percent);
    expect(differences(dataset(chart, 'Responded by this infusion').data, percents)).toEqual([]);
    const intervals = cumulativeResponse.map(({ ci95 }) => ci95);
    expect(differences(dataset(chart, '95 % interval').data, intervals)).toEqual([]);
    expect(chart.data.labels?.[0]).toEqual(['2', '1 of 31']);
  });

  test('who stopped without a response lowers the share, as nobody knows of one', () => {
    const some = [...Array<CohortCourse>(5).fill(course([40, 20])), ...Array<CohortCourse>(5).fill(course([40, 30]))];
    const chart = cohortChart('time-to-response', cohortOutcome(some), cohortOf(some));
    expect(dataset(chart, 'Responded by this infusion').data).toEqual([50, 50, 50, 50, 50]);
  });
});

describe('the quarterly trend', () => {
  test('a quarter without a course keeps its place', () => {
    const some = [course([40], { startedOn: '2025-12-31' }), course([40], { startedOn: '2026-04-01' })];
    const chart = cohortChart('quarterly-trend', cohortOutcome(some), cohortOf(some));
    expect(chart.data.labels?.[1]).toEqual(['Q1', '2026', 'n = 0 / 0']);
    expect(chart.table.rows.map(([, , , n]) => n)).toEqual([1, 0, 0, 0, 1, 0]);
  });

  const finished = [course([40, 30, 20, 20, 20, 10], { startedOn: '2025-12-31' })];
  const early = [...finished, course([40, 30, 20, 20, 20, 10], { startedOn: '2026-01-05' })];
  const underWay = [{ startedOn: '2026-02-02' }, { startedOn: '2026-03-02' }];
  const unfinished = cohortOf(early, undefined, underWay);
  const { outcome: ofUnfinished } = countedOutcome(unfinished);

  test('a quarter with courses under way is left out, and said to be', () => {
    const chart = cohortChart('quarterly-trend', ofUnfinished, unfinished);
    expect(chart.data.labels).toEqual([['Q4', '2025', 'n = 1 / 1']]);
    const said = 'Left out, because unfinished: Q1 2026, 2 of 3 still under way.';
    expect(chart.textAlternative).toContain(said);
    expect(JSON.stringify(chart.options)).toContain(said);
    expect(chart.table.caption).toContain('starters (n = 1)');
    expect(chart.table.rows.map(([quarter]) => quarter)).toEqual(['2025-Q4', '2025-Q4']);
  });

  test('shown, it is hatched, and label, text and table say so', () => {
    const chart = cohortChart('quarterly-trend', ofUnfinished, unfinished, 'shown');
    expect(chart.data.labels?.[1]).toEqual(['Q1', '2026', 'n = 1 / 1', '2 of 3 still', 'under way']);
    expect(dataset(chart, 'Starters')['hatched']).toEqual([false, true]);
    expect(chart.textAlternative).toContain('Hatched, because unfinished: Q1 2026, 2 of 3 still under way.');
    expect(chart.table.columns.at(-1)).toBe('Still under way');
    expect(chart.table.rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['2025-Q4', 0],
      ['2025-Q4', 0],
      ['2026-Q1', 2],
      ['2026-Q1', 2],
    ]);
  });

  test('where every quarter is over, nothing is hatched', () => {
    const chart = cohortChart('quarterly-trend', cohortOutcome(finished), cohortOf(finished), 'shown');
    expect(dataset(chart, 'Starters')['hatched']).toBeUndefined();
    expect(chart.textAlternative).not.toContain('unfinished');
  });
});
