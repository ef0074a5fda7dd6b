import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
let empty: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await smallClinic(app);
  empty = await testClinic(app);
});
afterAll(() => app.close());

interface Dataset {
  label: string;
  data: unknown[];
}

interface Chart {
  type: string;
  data: { labels?: (string | string[])[]; datasets: Dataset[] };
  options: { plugins: { title: { text: string }; subtitle: { text: string | string[] } } };
  textAlternative: string;
  table: { caption: string; columns: string[]; rows: unknown[][] };
  [more: string]: unknown;
}

/** Each chart with its title where there is nobody to count. */
const TITLES_OF_NOBODY = {
  'courses-by-quarter': 'Courses by quarter of their start (n = 0)',
  'response-control': 'Response of starters: too few finished quarters to tell change from chance',
  'mean-scores': 'No completer yet, so no mean change (n = 0)',
  ladder: 'Scored at infusion 6: 0 of 0 starters',
  trajectory: 'Mean score by infusion: all courses (n = 0), completers (n = 0)',
  'mean-before-after': 'Mean score before and after: completers (n = 0), responders only (n = 0)',
  'reduction-by-set': 'Mean reduction by who is counted: starters (n = 0)',
  'post-series': 'Mean score after the series: completers with a post-series score (n = 0)',
  waterfall: 'Percent reduction at infusion 6: completers (n = 0)',
  'response-by-baseline-band': 'Response by baseline band: starters (n = 0), completers (n = 0)',
  'before-after': 'Score before and after: completers (n = 0)',
  attrition: 'Last scored infusion: starters without infusion 6 (n = 0 of 0)',
  'time-to-response': 'Response by infusion: starters (n = 0)',
  'quarterly-trend': 'Response by quarter of start: starters (n = 0), completers (n = 0)',
};

async function chartOf({ director }: TestClinic, name: string, query = ''): Promise<Chart> {
  const answer = await director
    .get(`/v1/cohorts/charts/${name}${query}`)
    .expect(200)
    .expect('content-type', /^application\/json/);
  return answer.body as Chart;
}

describe.each(Object.entries(TITLES_OF_NOBODY))('the chart %s', (name, titleOfNobody) => {
  test('is a Chart.js configuration with n, a text alternative and a table', async () => {
    const chart = await chartOf(clinic, name, '?kind=induction');
    expect(['line', 'bar', 'bubble', 'scatter']).toContain(chart.type);
    // Its quarters have fewer than five starters each, so none has a percent.
    expect(chart.data.datasets.length > 0).toBe(name !== 'response-control');
    const { title, subtitle } = chart.options.plugins;
    expect(JSON.stringify([title.text, subtitle.text, chart.data.labels])).toMatch(/n = \d/);
    expect(chart.textAlternative).toMatch(/^[A-Z].*\.$/s);
    const { caption, columns, rows } = chart.table;
    expect(caption).not.toBe('');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  test('carries day, filter, version of the definitions and ladder', async () => {
    const chart = await chartOf(clinic, name, '?kind=induction&period=2025');
    expect(chart).toMatchObject({
      asOf: '2026-03-20T17:00:00.000Z',
      definitionsVersion: '2',
      underWay: 0,
      filter: { kind: 'induction', from: '2025-01-01', to: '2025-12-31' },
      ladder: { courses: 4, withInfusion6: 4 },
    });
  });

  test('of nobody is an empty frame that says so', async () => {
    const chart = await chartOf(empty, name);
    expect(chart.options.plugins.title.text).toBe(titleOfNobody);
    expect(chart.table.caption).toBe(titleOfNobody);
    expect(chart.textAlternative).toBe(`${titleOfNobody}. No course to show.`);
  });

  test('names no patient', async () => {
    const list = await clinic.clinician.get('/v1/patients').expect(200);
    const { items } = list.body as { items: { chartNumber: string; id: string }[] };
    const text = JSON.stringify(await chartOf(clinic, name));
    for (const { chartNumber, id } of items) {
      expect(text).not.toContain(chartNumber);
      expect(text).not.toContain(id);
    }
  });

  test('is the director’s', async () => {
    await clinic.marketing.get(`/v1/cohorts/charts/${name}`).expect(403);
    await clinic.clinician.get(`/v1/cohorts/charts/${name}`).expect(403);
  });
});

const series = ({ data }: Chart, label: RegExp) => data.datasets.find((dataset) => label.test(dataset.label))?.data;

test('the trajectory starts at the mean of the six baselines and has a gap where nobody was scored', async () => {
  const chart = await chartOf(clinic, 'trajectory', '?kind=induction');
  // 40 + 20 + 30 + 50 + 10 + 36 = 186; / 6 = 31. Infusion 2: the 30 of one. Infusion 6: 62 / 5 = 12.4.
  const means = series(chart, /^All$/) as (number | null)[];
  expect(means[0]).toBeCloseTo(31, 9);
  expect(means.slice(1, 5)).toEqual([30, null, null, null]);
  expect(means[5]).toBeCloseTo(12.4, 9);
  expect(chart.data.labels?.[0]).toEqual(expect.arrayContaining(['All: n = 6']));
});

test('the waterfall runs from a fall of 90 percent to one of 40', async () => {
  const chart = await chartOf(clinic, 'waterfall', '?kind=induction');
  // 10 to 1: 90; 40 to 10: 75; 30 to 9: 70; 20 to 12 and 50 to 30: 40.
  expect(chart.table.rows.map((row) => row.at(-1))).toEqual([90, 75, 70, 40, 40]);
});

test('each completer is a point before and after', async () => {
  const chart = await chartOf(clinic, 'before-after', '?kind=induction');
  expect(chart.table.rows).toEqual([
    [10, 1, 1],
    [20, 12, 1],
    [30, 9, 1],
    [40, 10, 1],
    [50, 30, 1],
  ]);
});

test('a chart that there is not is not found, and the answer names those there are', async () => {
  const answer = await clinic.director.get('/v1/cohorts/charts/pie').expect(404);
  const { detail } = answer.body as { detail: string };
  const names = Object.keys(TITLES_OF_NOBODY).join(', ');
  expect(detail).toBe(`There is no chart "pie"; there are ${names}.`);
});

test('a chart of a filter that can’t be is refused', async () => {
  await clinic.director.get('/v1/cohorts/charts/trajectory?period=2025-Q5').expect(422);
});

test('the trend leaves out 2026-Q1, in which a course is under way, unless it is asked for', async () => {
  const left = await chartOf(clinic, 'quarterly-trend', '?kind=induction');
  expect(left.table.rows.at(-1)?.[0]).toBe('2025-Q4');
  expect(left.textAlternative).toContain('Left out, because unfinished: Q1 2026, 1 of 4 still under way.');
  const shown = await chartOf(clinic, 'quarterly-trend', '?kind=induction&unfinished=shown');
  expect([shown.table.rows.at(-1)?.[0], shown.table.rows.at(-1)?.at(-1)]).toEqual(['2026-Q1', 1]);
  await clinic.director.get('/v1/cohorts/charts/quarterly-trend?unfinished=maybe').expect(422);
  const csv = await clinic.director.get('/v1/cohorts/charts/quarterly-trend.csv?unfinished=shown').expect(200);
  expect(csv.text).toContain('Still under way');
});
