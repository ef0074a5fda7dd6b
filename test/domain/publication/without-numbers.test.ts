import { expect, test } from '@jest/globals';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { withoutNumbers } from '../../../src/domain/publication/without-numbers.js';
import { course } from '../cohort/cohort-fixtures.js';

/** 20 who fell from 40 to 10, and so many who rose to 50. */
function published(worse: number) {
  const courses = Array.from({ length: 20 + worse }, (_, at) => ({
    ...course([40, null, null, null, null, at < 20 ? 10 : 50], { startedOn: '2025-03-04' }),
    courseId: `course ${at}`,
  }));
  const cohort = { period: '2025', kind: null, indication: null, minimumBaseline: null };
  const figures = ['starters.response', 'starters.worsened'];
  return publicContent({ cohort, figures, charts: ['mean-before-after'] }, courses).content;
}

test('the shape of a publication is the same whether 12 or 15 patients got worse', () => {
  expect(published(15)).not.toEqual(published(12));
  expect(withoutNumbers(published(15))).toEqual(withoutNumbers(published(12)));
});

test('the shape still says what is withheld: that 3 got worse', () => {
  const { figures, charts } = withoutNumbers(published(3));
  expect(figures.map(({ value, n, count, ci95 }) => [value, n, count, ...ci95])).toEqual([
    [null, null, null, null, null],
    [null, null, null, null, null],
  ]);
  expect(figures.find(({ name }) => name === 'worsened')?.withheld?.rule).toBe('threshold');
  expect(charts).toMatchObject([{ name: 'mean-before-after', chart: null }]);
});
