/**
 * What is this number with so many decimals?
 *
 * Input: a number of any unit, or null, and how many decimals (0 or more). Output: the nearest such number, a half
 * away from 0; null for null.
 *
 * Source: commercial rounding, DIN 1333.
 *
 * @example rounded(62.5, 0) // 63
 * @example rounded(-0.25, 1) // -0.3
 */
export function rounded(value: number, decimals: number): number;
export function rounded(value: number | null, decimals: number): number | null;
export function rounded(value: number | null, decimals: number): number | null {
  if (value === null) return null;
  const scale = 10 ** decimals;
  const size = Math.round(Math.abs(value) * scale) / scale;
  return value < 0 && size > 0 ? -size : size;
}
