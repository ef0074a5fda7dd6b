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

/**
 * What do these pairs add up to?
 *
 * Input: two lists of whole numbers, of the same length, the same places belonging together. Output: n and the sums of
 * each, of their squares and of their products. Two such sums of different pairs add up field by field.
 *
 * Example: `pairedSums([40, 20], [10, 12])` has the sums 60 and 22, and the product 40 x 10 + 20 x 12 = 640.
 */
export function pairedSums(first: ArrayLike<number>, second: ArrayLike<number>): PairedSums {
  const sums: PairedSums = { n: first.length, first: 0, second: 0, firstSquared: 0, secondSquared: 0, product: 0 };
  for (let i = 0; i < first.length; i += 1) {
    const [one, other] = [first[i] as number, second[i] as number];
    sums.first += one;
    sums.second += other;
    sums.firstSquared += one * one;
    sums.secondSquared += other * other;
    sums.product += one * other;
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
