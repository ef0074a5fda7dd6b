import { describe, expect, test } from '@jest/globals';
import { PUBLIC_CHART_NAMES } from '../../../src/domain/charts/public/public-charts.js';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { course } from '../cohort/cohort-fixtures.js';

/** So many courses that fell from 40 to 10, and so many that have no score at infusion 1. */
function published(starters: number, others = 0) {
  const started = course([40, 34, 28, 22, 16, 10], { startedOn: '2025-03-04' });
  const courses = Array.from({ length: starters + others }, (_, at) => ({
    ...started,
    scores: at < starters ? started.scores : [null, 34, 28, 22, 16, 10],
    courseId: `course ${at}`,
  }));
  const cohort = { period: '2025', kind: null, indication: null, minimumBaseline: null };
  const figures = ['starters.response', 'completers.endpointMean'];
  return publicContent({ cohort, figures, charts: [...PUBLIC_CHART_NAMES] }, courses);
}

describe('a cohort of so few that nothing is said of it', () => {
  test.each([
    ['nobody', 0, 0],
    ['10 courses', 10, 0],
    ['10 who started, though the cohort has 31 courses', 10, 21],
  ])('%s: refused, and no number is shown anywhere', (_, starters, others) => {
    const { refusal, content, counts } = published(starters, others);
    expect(refusal).toMatchObject({ rule: 'threshold', otherPublicationIds: [] });
    expect(refusal?.reason).toContain('Fewer than 11');
    expect(refusal?.reason).toContain('Choose a longer period or a wider cohort');
    expect(counts).toEqual([]);
    for (const rung of content.ladder) expect(rung.count).toBeNull();
    for (const { value, n, count, ci95 } of content.figures) {
      expect([value, n, count, ...ci95]).toEqual([null, null, null, null, null]);
    }
    for (const { chart, withheld } of content.charts) {
      expect(chart).toBeNull();
      expect(withheld?.rule).toBe('threshold');
    }
  });

  test('11 are enough: all 11 responded, and their mean at infusion 6 is 10', () => {
    const { refusal, content } = published(11);
    expect(refusal).toBeNull();
    const [response, endpoint] = content.figures;
    // R: prop.test(11, 11, correct = FALSE): 74.1 to 100
    expect(response).toMatchObject({ value: 100, n: 11, count: 11, ci95: [74, 100] });
    expect(endpoint).toMatchObject({ value: 10, n: 11, count: null });
  });

  test('11 beside 5 without a baseline: the 16 are withheld, as 16 - 11 would reveal 5', () => {
    const { refusal, content } = published(11, 5);
    expect(refusal).toBeNull();
    expect(content.ladder.map(({ name, count }) => [name, count])).toEqual([
      ['courses', null],
      ['withBaseline', 11],
      ['withLaterScore', 11],
      ['withInfusion6', 11],
      ['withPostSeries', 0],
    ]);
  });
});
