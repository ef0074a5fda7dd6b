/**
 * What do these numbers add up to, with nothing lost to rounding on the way?
 *
 * Input: any finite numbers, any unit. Output: their sum in the same unit; 0 for none. Integer
 * scores add up exactly. A value that is not a number makes the sum not a number.
 *
 * Source: Neumaier A (1974), doi:10.1002/zamm.19740540106 (compensated summation).
 *
 * Example: `sum([1, 1e100, 1, -1e100])` is 2, where adding from left to right gives 0.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
