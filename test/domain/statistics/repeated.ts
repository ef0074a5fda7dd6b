import type { Repeated } from '../../../src/domain/statistics/describe.js';

/** Each of these numbers, once. */
export function each(values: readonly number[]): Repeated[] {
  return values.map((value) => ({ value, n: 1 }));
}
