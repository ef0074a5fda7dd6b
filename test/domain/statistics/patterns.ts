import type { PatternSums } from '../../../src/domain/statistics/pattern-sums.js';

type Row = readonly (number | null)[];

/** The patterns of rows of whole numbers, null where there is none, by adding up the rows that have values at the same places. */
export function patternsOf(rows: readonly Row[]): PatternSums[] {
  const placesOf = (row: Row) => row.flatMap((value, place) => (value === null ? [] : [place]));
  const kinds = [...new Set(rows.map((row) => placesOf(row).join()))].filter((kind) => kind !== '');
  return kinds.map((kind) => {
    const alike = rows.filter((row) => placesOf(row).join() === kind);
    const observed = kind.split(',').map(Number);
    const added = (of: (row: Row) => number) => alike.reduce((sum, row) => sum + of(row), 0);
    return {
      observed,
      n: alike.length,
      sums: observed.map((place) => added((row) => Number(row[place]))),
      products: observed.map((one) => observed.map((other) => added((row) => Number(row[one]) * Number(row[other])))),
    };
  });
}
