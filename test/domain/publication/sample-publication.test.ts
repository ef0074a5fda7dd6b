import { describe, expect, test } from '@jest/globals';
import { PUBLIC_CHART_NAMES } from '../../../src/domain/charts/public/public-charts.js';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { PUBLISHABLE_FIGURES } from '../../../src/domain/publication/publishable.js';
import { sampleGroups } from './sample-courses.js';

const groups = sampleGroups();
const content = publicContent(
  {
    period: '2024-Q3..2026-Q2',
    cohort: { kind: 'induction', indication: null },
    figures: PUBLISHABLE_FIGURES,
    charts: PUBLIC_CHART_NAMES,
  },
  { groups, edition: 1, isWidest: true },
);
const figure = (set: string, name: string) => content.figures.find((each) => each.set === set && each.name === name);
const chart = (name: string) => content.charts.find((each) => each.name === name);

describe('what is public of the sample clinic', () => {
  test('all 175 starters lie in closed groups of two quarters each', () => {
    expect(groups.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2024-Q3 2024-Q4',
      '2025-Q1 2025-Q2',
      '2025-Q3 2025-Q4',
      '2026-Q1 2026-Q2',
    ]);
    const starters = content.groups?.map((group) => group.starters ?? 0) ?? [];
    expect(starters.reduce((sum, count) => sum + count, 0)).toBe(175);
    expect(Math.min(...starters)).toBeGreaterThanOrEqual(30);
  });

  // The sums of statistics.md: 4200 / 120, 1344 / 120, 3490 / 100, 890 / 100.
  test.each([
    ['completers', 'baselineMean', 35.0, 120, null],
    ['completers', 'endpointMean', 11.2, 120, null],
    ['completers', 'percentReductionOfMeans', 68, 120, null],
    ['completers', 'respondersBaselineMean', 34.9, 100, null],
    ['completers', 'respondersEndpointMean', 8.9, 100, null],
    ['completers', 'respondersPercentReductionOfMeans', 74, 100, null],
    ['completers', 'response', 83, 120, 100],
    ['starters', 'response', 57, 175, 100],
  ])('%s: %s is %d of n = %d', (set, name, value, n, count) => {
    expect(figure(set, name)).toMatchObject({ value, n, count, withheld: null });
  });

  test('intervals of rates are whole percent', () => {
    // R: prop.test(100, 120, correct = FALSE): 75.6 to 88.9; prop.test(100, 175): 49.7 to 64.2
    expect(figure('completers', 'response')?.ci95).toEqual([76, 89]);
    expect(figure('starters', 'response')?.ci95).toEqual([50, 64]);
  });

  test('the 55 without a score at infusion 6 are told: 31.4 % of 175', () => {
    // R: prop.test(55, 175, correct = FALSE): 25.0 to 38.6
    const told = { value: 31, count: 55, n: 175, ci95: [25, 39], withheld: null };
    expect(figure('starters', 'withoutInfusion6')).toMatchObject(told);
  });

  test('the 3 who got worse are said to be fewer than 11, in both sets', () => {
    // 100 x 11 / 120 = 9.2 and 100 x 11 / 175 = 6.3, rounded up
    const bounded = { value: null, count: null, ci95: [null, null], withheld: null };
    const under = (percent: number) => ({ is: 'under', count: 11, percent });
    expect(figure('completers', 'worsened')).toMatchObject({ ...bounded, n: 120, bound: under(10) });
    expect(figure('starters', 'worsened')).toMatchObject({ ...bounded, n: 175, bound: under(7) });
  });

  test('the ladder has who started and who was scored at infusions 1 and 6', () => {
    expect(content.ladder.map(({ name, count }) => [name, count])).toEqual([
      ['withBaseline', 175],
      ['withInfusion6', 120],
    ]);
  });

  test('its charts are the means before and after and by infusion, and the response by infusion', () => {
    const rows = chart('mean-before-after')?.chart?.table.rows ?? [];
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['Completers', 1, 120, 35],
      ['Completers', 6, 120, 11.2],
      ['Responders only', 1, 100, 34.9],
      ['Responders only', 6, 100, 8.9],
    ]);
    const means = chart('trajectory')?.chart?.table.rows ?? [];
    expect(means.map(([infusion]) => infusion)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(means[0]?.slice(0, 3)).toEqual([1, 120, 35]);
    expect(means[5]?.slice(0, 3)).toEqual([6, 120, 11.2]);
    expect(chart('time-to-response')?.withheld).toBeNull();
  });

  test('nothing is withheld but the last scored infusion, of which some bars are of fewer than 11', () => {
    const withheld = [...content.figures, ...content.charts].filter((each) => each.withheld !== null);
    expect(withheld.map(({ name }) => name)).toEqual(['attrition']);
    expect(chart('attrition')?.title).not.toMatch(/\d/);
  });
});
