import { inOrder } from '../../statistics/describe.js';
import type { Repeated } from '../../statistics/describe.js';
import { sum } from '../../statistics/sum.js';

/** Neighbors in rank (1 is the largest value), and their mean. */
export interface RankGroup {
  from: number;
  to: number;
  mean: number;
}

/**
 * How can many values be shown from largest to smallest with few bars?
 *
 * Input: values of one unit with how often each occurs, in any order, and the largest number of groups (1 or more). Output:
 * groups of neighbors in falling order, each a value alone where there are few enough; else their
 * sizes differ by at most 1. Nothing for no values.
 *
 * Example: 10, 40, 20, 30 in two groups are ranks 1-2 with mean 35 and ranks 3-4 with mean 15.
 */
export function rankGroups(values: readonly Repeated[], mostGroups: number): RankGroup[] {
  const falling = inOrder(values).reverse();
  const sorted = Float64Array.from(falling.flatMap(({ value, n }) => new Array<number>(n).fill(value)));
  const groups = Math.min(sorted.length, mostGroups);
  return Array.from({ length: groups }, (_, i) => {
    const start = Math.floor((i * sorted.length) / groups);
    const end = Math.floor(((i + 1) * sorted.length) / groups);
    return { from: start + 1, to: end, mean: sum(sorted.subarray(start, end)) / (end - start) };
  });
}
