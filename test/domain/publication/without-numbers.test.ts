import { expect, test } from '@jest/globals';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { withoutNumbers } from '../../../src/domain/publication/without-numbers.js';
import { course } from '../cohort/cohort-fixtures.js';

/** 20 who fell from 40 or 38 to 10, and so many who rose to 50. */
function published(worse: number) {
  const courses = Array.from({ length: 20 + worse }, (_, at) => ({
    ...course([at % 2 === 0 ? 40 : 38, null, null, null, null, at < 20 ? 10 : 50], { startedOn: '2025-03-04' }),
    courseId: `course ${at}`,
  }));
  const figures = ['starters.response', 'starters.worsened'];
  return publicContent(
    { period: '2025', cohort: { kind: null, indication: null }, figures, charts: ['mean-before-after'] },
    { groups: [{ from: '2025-Q1', to: '2025-Q4', courses, closedOn: null }], edition: 1, isWidest: true },
  );
}

test.each([12, 3])('the shape of a publication is the same whether 15 patients got worse or %s', (worse) => {
  expect(published(15)).not.toEqual(published(worse));
  expect(withoutNumbers(published(15))).toEqual(withoutNumbers(published(worse)));
});

test('the shape has no number of a group, a figure or a chart', () => {
  const { groups, figures, charts } = withoutNumbers(published(3));
  expect(figures.map(({ value, n, count, ci95, bound }) => [value, n, count, ...ci95, bound])).toEqual(
    figures.map(() => [null, null, null, null, null, undefined]),
  );
  expect(groups).toEqual([{ from: '2025-Q1', to: '2025-Q4', starters: null, closedOn: null }]);
  expect(charts).toMatchObject([{ name: 'mean-before-after', chart: null }]);
});
