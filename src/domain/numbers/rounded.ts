/**
 * What is this number with so many decimals?
 *
 * Input: a number of any unit, or null, and how many decimals (0 or more). Output: the nearest such number, a half
 * away from 0; null for null. Everything that people read is rounded here, so that no two places differ at a half. A half is
 * judged by the decimal digits, of which 12 count: 8.45 is stored as 8.4499999999999993, and arithmetic may end just below.
 *
 * Source: commercial rounding, DIN 1333.
 *
 * @example rounded(62.5, 0) // 63
 * @example rounded(8.45, 1) // 8.5
 * @example rounded(-0.25, 1) // -0.3
 */
export function rounded(value: number, decimals: number): number;
export function rounded(value: number | null, decimals: number): number | null;
export function rounded(value: number | null, decimals: number): number | null {
  if (value === null) return null;
  const size = shifted(Math.round(shifted(Number(Math.abs(value).toPrecision(12)), decimals)), -decimals);
  return value < 0 && size > 0 ? -size : size;
}

/** Moves the decimal point in the digits, which multiplying would blur. */
function shifted(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
