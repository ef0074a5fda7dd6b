import { describe, expect, test } from '@jest/globals';
import { PUBLIC_CHART_NAMES } from '../../../src/domain/charts/public/public-charts.js';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { PUBLISHABLE_FIGURES } from '../../../src/domain/publication/publishable.js';
import { sampleInductions } from './sample-courses.js';

const courses = sampleInductions();
const request = {
  cohort: { period: '2024..2026', kind: 'induction', indication: null, minimumBaseline: null },
  figures: [...PUBLISHABLE_FIGURES],
  charts: [...PUBLIC_CHART_NAMES],
} as const;
const { content, counts, cohort, refusal } = publicContent(
  { ...request, figures: [...request.figures], charts: [...request.charts] },
  courses,
);
const figure = (set: string, name: string) => content.figures.find((each) => each.set === set && each.name === name);
const chart = (name: string) => content.charts.find((each) => each.name === name);

describe('what is public of the sample clinic', () => {
  test('177 inductions are its cohort, and nothing refuses it', () => {
    expect(cohort).toHaveLength(177);
    expect(refusal).toBeNull();
    expect(content.period).toEqual({ text: '2024..2026', from: '2024-01-01', to: '2026-12-31' });
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

  test('the 3 who got worse are withheld in every set, with the reason', () => {
    for (const set of ['starters', 'completers', 'lastObserved']) {
      expect(figure(set, 'worsened')).toMatchObject({
        value: null,
        n: null,
        count: null,
        ci95: [null, null],
        withheld: { rule: 'threshold', reason: expect.stringContaining('10 or fewer') as unknown },
      });
    }
  });

  test('177 courses and 166 with a later score would reveal 2 and 9 beside the 175 who started', () => {
    expect(content.ladder.map(({ name, count }) => [name, count])).toEqual([
      ['courses', null],
      ['withBaseline', 175],
      ['withLaterScore', null],
      ['withInfusion6', 120],
      ['withPostSeries', 49],
    ]);
    expect(content.ladder[0]?.withheld?.rule).toBe('complementary');
    expect(figure('lastObserved', 'response')?.withheld?.rule).toBe('complementary');
  });

  test('its charts are the means before and after and the six means; the breakdowns are too fine', () => {
    const rows = chart('mean-before-after')?.chart?.table.rows ?? [];
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['Completers', 1, 120, 35],
      ['Completers', 6, 120, 11.2],
      ['Responders only', 1, 100, 34.9],
      ['Responders only', 6, 100, 8.9],
    ]);
    expect(chart('trajectory')?.withheld).toBeNull();
    for (const name of ['response-by-baseline-band', 'attrition', 'quarterly-trend']) {
      expect(chart(name)).toMatchObject({ chart: null, withheld: { rule: 'threshold' } });
      expect(chart(name)?.title).not.toMatch(/\d/);
    }
  });

  test('each published count is listed once, and no withheld one is', () => {
    const names = counts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('responders');
    expect(names).not.toContain('worsened');
    expect(names).not.toContain('courses');
  });

  test('nothing public says which of the numbers was small', () => {
    const text = JSON.stringify(content);
    expect(text).not.toMatch(/\b(166|177)\b/);
  });
});
