import { rounded } from './rounded.js';

const FIGURES = new Intl.NumberFormat('en-US');

/**
 * How is a number of patients printed?
 *
 * Input: a count. Output: its digits, with a comma before each three, so that 2,025 patients are no year.
 *
 * @example countInFigures(1553) // '1,553'
 */
export function countInFigures(count: number): string {
  return FIGURES.format(count);
}

/**
 * How is it said of how many something is computed?
 *
 * Input: a count. Output: it as statistics write it, with a comma before each three digits.
 *
 * @example sizeInWords(1553) // 'n = 1,553'
 */
export function sizeInWords(n: number): string {
  return `n = ${countInFigures(n)}`;
}

/**
 * How is a number of things said?
 *
 * Input: a count, the words for one, and those for none and for several, unless an -s makes them. Output: the count, with a
 * comma before each three digits, and the words that belong to it.
 *
 * @example counted(1, 'course') // '1 course'
 * @example counted(2025, 'row has', 'rows have') // '2,025 rows have'
 */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${countInFigures(count)} ${count === 1 ? one : several}`;
}

/**
 * How is a number said in a sentence?
 *
 * Input: a number of any unit, or null, and how many decimals (one unless said). Output: it with so many, rounded as
 * public figures are; `not known` for null. Only for reading: tables keep every digit.
 *
 * Example: 17.6499 is said as `17.6`, 18 as `18.0`.
 */
export function inWords(value: number | null, decimals = 1): string {
  return value === null ? 'not known' : rounded(value, decimals).toFixed(decimals);
}

/**
 * How does a text begin a sentence or a line?
 *
 * Input: any text. Output: the same with its first letter as a capital.
 *
 * @example capital('infusion 3') // 'Infusion 3'
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
