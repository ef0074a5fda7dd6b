/*
 * Statistics computed the slow way, from textbook formulas alone, to check the service against.
 */

const Z = 1.959963984540054; // printed in any table of the normal distribution

const add = (values: number[]) => values.reduce((total, value) => total + value, 0);

export const naiveMean = (values: number[]) => (values.length === 0 ? null : add(values) / values.length);

export function naiveSd(values: number[]): number | null {
  if (values.length < 2) return null;
  const mean = add(values) / values.length;
  return Math.sqrt(add(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

/** Type 7: the value at 1 + (n - 1) x share, between its two neighbors in proportion. */
function naiveQuantile(values: number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = 1 + (sorted.length - 1) * share;
  const below = sorted[Math.floor(place) - 1] as number;
  const above = sorted[Math.min(Math.floor(place), sorted.length - 1)] as number;
  return below * (1 - (place % 1)) + above * (place % 1);
}

/** Simpson's rule on cos(angle)^power from 0 to `to`. */
function areaUnderCosine(power: number, to: number): number {
  const steps = 4000;
  const width = to / steps;
  const weight = (i: number) => (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
  const terms = Array.from({ length: steps + 1 }, (_, i) => weight(i) * Math.cos(i * width) ** power);
  return (add(terms) * width) / 3;
}

const quantiles = new Map<number, number>();

/** With t = tan(angle) x sqrt(df), Student's density turns into cos(angle)^(df - 1): halve the angle. */
function studentQuantile(df: number): number {
  const known = quantiles.get(df);
  if (known !== undefined) return known;
  const wanted = 0.95 * areaUnderCosine(df - 1, Math.PI / 2);
  let [low, high] = [0, Math.PI / 2];
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (areaUnderCosine(df - 1, middle) < wanted) low = middle;
    else high = middle;
  }
  const quantile = Math.tan(low) * Math.sqrt(df);
  quantiles.set(df, quantile);
  return quantile;
}

export function naiveDescription(values: number[]) {
  const [n, mean, sd] = [values.length, naiveMean(values), naiveSd(values)];
  const half = sd === null ? null : (studentQuantile(n - 1) * sd) / Math.sqrt(n);
  return {
    n,
    mean,
    sd,
    ci95: mean === null || half === null ? [null, null] : [mean - half, mean + half],
    median: naiveQuantile(values, 0.5),
    q1: naiveQuantile(values, 0.25),
    q3: naiveQuantile(values, 0.75),
  };
}

/** Wilson: the two p with |count / n - p| = z x sqrt(p (1 - p) / n), from the quadratic formula. */
export function naiveRate(count: number, n: number) {
  if (n === 0) return { count, n, percent: null, ci95: [null, null] };
  const share = count / n;
  const [a, b, c] = [1 + Z ** 2 / n, -(2 * share + Z ** 2 / n), share ** 2];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  const ends = [(-b - root) / (2 * a), (-b + root) / (2 * a)];
  return { count, n, percent: 100 * share, ci95: ends.map((end) => 100 * end) };
}
