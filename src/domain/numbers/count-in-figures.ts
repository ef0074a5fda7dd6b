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
