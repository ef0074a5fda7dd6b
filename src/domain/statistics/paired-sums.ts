/** What pairs of whole numbers add up to: enough for their means, variances and covariance, exactly. */
export interface PairedSums {
  n: number;
  first: number;
  second: number;
  firstSquared: number;
  secondSquared: number;
  product: number;
}

/** Means, variances (divisor n - 1) and covariance of pairs. */
export interface PairedMoments {
  n: number;
  firstMean: number;
  secondMean: number;
  firstVariance: number;
  secondVariance: number;
  covariance: number;
}

/** Two whole numbers that belong together, and how often. */
export interface RepeatedPair {
  first: number;
  second: number;
  n: number;
}

/**
 * What do these pairs add up to?
 *
 * Input: pairs of whole numbers with how often each occurs. Output: n and the sums of each, of their squares and of their
 * products. Two such sums of different pairs add up field by field.
 *
 * Example: 40 with 10 and 20 with 12, once each, have the sums 60 and 22, and the product 40 x 10 + 20 x 12 = 640.
 */
export function pairedSums(pairs: readonly RepeatedPair[]): PairedSums {
  const sums: PairedSums = { n: 0, first: 0, second: 0, firstSquared: 0, secondSquared: 0, product: 0 };
  for (const { first, second, n } of pairs) {
    sums.n += n;
    sums.first += n * first;
    sums.second += n * second;
    sums.firstSquared += n * first * first;
    sums.secondSquared += n * second * second;
    sums.product += n * first * second;
  }
  return sums;
}

/**
 * Where do pairs lie, and how do they vary together?
 *
 * Input: what they add up to, of whole numbers. Output: means, variances and covariance in the unit of the numbers and
 * its square; null under two pairs.
 *
 * Example: of the pairs (40, 10) and (20, 12) the variances are 200 and 2, the covariance -20.
 */
export function momentsOf(sums: PairedSums): PairedMoments | null {
  const { n, first, second, firstSquared, secondSquared, product } = sums;
  if (n < 2) return null;
  // Whole numbers until the last step, so that no digit is lost to the size of the sums.
  const spread = (ofProducts: number, one: number, other: number) => (n * ofProducts - one * other) / (n * (n - 1));
  return {
    n,
    firstMean: first / n,
    secondMean: second / n,
    firstVariance: spread(firstSquared, first, first),
    secondVariance: spread(secondSquared, second, second),
    covariance: spread(product, first, second),
  };
}
