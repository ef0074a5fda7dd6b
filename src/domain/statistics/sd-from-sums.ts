/**
 * How far do whole numbers typically lie from their mean, when only their sums are known?
 *
 * Input: how many there are, their sum, and the sum of their squares, exact (whole numbers below 2^53,
 * which sums of scores 0-64 always are). Output: the standard deviation with divisor n - 1, in the unit
 * of the numbers, 0 or more; null under two numbers.
 *
 * Source: Chan, Golub and LeVeque (1983), doi:10.1080/00031305.1983.10483115.
 *
 * Example: 10, 20 and 30 have sum 60 and sum of squares 1400; `sdFromSums(3, 60, 1400)` is 10.
 */
export function sdFromSums(n: number, sum: number, sumOfSquares: number): number | null {
  if (n < 2) return null;
  return Math.sqrt((n * sumOfSquares - sum * sum) / (n * (n - 1)));
}
