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
 * How is a number of things said?
 *
 * Input: a count and the word for one. Output: the count with the word in singular or plural (by
 * -s).
 *
 * Example: `counted(1, 'course')` is `1 course`, `counted(2, 'course')` is `2 courses`.
 */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
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
