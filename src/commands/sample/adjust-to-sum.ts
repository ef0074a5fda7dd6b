/** A whole number that may move inside its bounds, both included. */
export interface Adjustable {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Moves whole numbers towards a sum: one after the other by 1, each inside its own bounds, round and
 * round until they add up. @throws RangeError where the bounds don't allow the sum.
 */
export function adjustToSum(numbers: readonly Adjustable[], sum: number): number[] {
  const values = numbers.map(({ value }) => value);
  let missing = sum - values.reduce((total, value) => total + value, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    const before = missing;
    for (const [at, { from, to }] of numbers.entries()) {
      const moved = (values[at] ?? 0) + step;
      if (missing === 0 || moved < from || moved > to) continue;
      values[at] = moved;
      missing -= step;
    }
    if (missing === before) throw new RangeError(`The bounds don't allow a sum of ${sum}.`);
  }
  return values;
}
