import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { normalModel } from '../../../src/domain/statistics/normal-model.js';
import { onPlaces } from '../../../src/domain/statistics/pattern-sums.js';
import { inverseOf } from '../../../src/domain/statistics/symmetric.js';
import { patternsOf } from './patterns.js';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

/** The six scores of each course with a baseline. */
function starters(): (number | null)[][] {
  const [head = '', ...lines] = fixture('small-cohort.csv').trim().split('\n');
  const columns = [1, 2, 3, 4, 5, 6].map((infusion) => head.split(',').indexOf(`score_${infusion}`));
  const rows = lines.map((line) => columns.map((column) => line.split(',')[column] ?? ''));
  return rows.map((row) => row.map((cell) => (cell === '' ? null : Number(cell)))).filter(([first]) => first !== null);
}

interface Expected {
  modelBased: { n: number; baselineMean: number; infusion6Mean: number; standardError: number };
}

describe('means of all starters, had the missing scores gone on like those whose scores were alike', () => {
  test('are those that R gives by EM for the small cohort, with their standard error', () => {
    const { modelBased } = JSON.parse(fixture('small-cohort.v2.expected.json')) as Expected;
    const rows = starters();
    const infusions = [0, 1, 2, 3, 4, 5].filter((place) => rows.filter((row) => row[place] !== null).length >= 10);
    const model = normalModel(
      patternsOf(rows.map((row) => infusions.map((place) => row[place] ?? null))),
      infusions.length,
    );
    const last = infusions.length - 1;
    const variance = (i: number, j: number) => model?.covarianceOfMeans[i]?.[j] ?? NaN;
    expect(rows).toHaveLength(modelBased.n);
    expect(model?.means[0]).toBeCloseTo(modelBased.baselineMean, 9);
    expect(model?.means[last]).toBeCloseTo(modelBased.infusion6Mean, 6);
    const error = Math.sqrt(variance(0, 0) + variance(last, last) - 2 * variance(0, last));
    expect(error).toBeCloseTo(modelBased.standardError, 6);
  });

  test('are the plain means where nothing is missing, their covariance S / n', () => {
    // Means 20 and 12; S with divisor 3: variances 200/3 and 8/3, covariance 40/3; divided by n = 3.
    const model = normalModel(
      patternsOf(
        [
          [10, 10],
          [20, 12],
          [30, 14],
        ].map(([a = 0, b = 0], i) => [a, b + (i === 1 ? 1 : 0)]),
      ),
      2,
    );
    expect(model?.means[0]).toBeCloseTo(20, 9);
    // 10, 13 and 14
    expect(model?.means[1]).toBeCloseTo(37 / 3, 9);
    expect(model?.covarianceOfMeans[0]?.[0]).toBeCloseTo(200 / 9, 9);
    expect(model?.covarianceOfMeans[0]?.[1]).toBeCloseTo(40 / 9, 9);
  });

  test('are not known where a score is the same for all, or follows from another', () => {
    expect(
      normalModel(
        patternsOf([
          [10, 5],
          [20, 5],
          [30, 5],
        ]),
        2,
      ),
    ).toBeNull();
    expect(
      normalModel(
        patternsOf([
          [10, 5],
          [20, 10],
          [30, 15],
        ]),
        2,
      ),
    ).toBeNull();
  });
});

test('rows with scores at the same places are one pattern', () => {
  const patterns = patternsOf([
    [1, null],
    [3, null],
    [2, 5],
    [null, null],
  ]);
  expect(patterns).toEqual([
    { observed: [0], n: 2, sums: [4], products: [[10]] },
    {
      observed: [0, 1],
      n: 1,
      sums: [2, 5],
      products: [
        [4, 10],
        [10, 25],
      ],
    },
  ]);
});

test('the inverse of a covariance is that of R, and there is none of a singular one', () => {
  // R: solve(matrix(c(4, 2, 2, 3), 2))
  expect(
    inverseOf([
      [4, 2],
      [2, 3],
    ])
      ?.flat()
      .map((value) => Number(value.toFixed(12))),
  ).toEqual([0.375, -0.25, -0.25, 0.5]);
  expect(
    inverseOf([
      [4, 2],
      [2, 1],
    ]),
  ).toBeNull();
});

test('rows that differ only at places that are not looked at have one pattern', () => {
  // Of [1, null, 2] and [3, 4, null] place 0 alone: 2 rows, 1 + 3 and 1 x 1 + 3 x 3.
  const rows = [
    [1, null, 2],
    [3, 4, null],
    [null, 5, null],
  ];
  expect(onPlaces(patternsOf(rows), [0])).toEqual([{ observed: [0], n: 2, sums: [4], products: [[10]] }]);
});
