/**
 * Up to where would a share of so many lie with this probability, if nothing but chance moved it?
 *
 * Input: the proportion (0-1) that all have in common, n (1 or more), and a probability (0-1), such as .975. Output: a limit as
 * proportion 0-1, by the exact binomial distribution, interpolated between the two counts about it, so that limits of growing n are a
 * curve and no stairs.
 *
 * Source: Spiegelhalter DJ (2005), Funnel plots for comparing institutional performance, doi:10.1002/sim.1970, appendix.
 *
 * @example funnelLimit(0.5, 20, 0.025) // .2558, between 5 and 6 of 20
 */
export function funnelLimit(proportion: number, n: number, probability: number): number {
  if (proportion <= 0 || proportion >= 1) return proportion;
  const logOdds = Math.log(proportion) - Math.log1p(-proportion);
  // As logarithms: of some thousand people the probability of none is too small for a number.
  let log = n * Math.log1p(-proportion);
  let [before, upTo, count] = [0, Math.exp(log), 0];
  while (upTo < probability && count < n) {
    log += Math.log(n - count) - Math.log(count + 1) + logOdds;
    count += 1;
    before = upTo;
    upTo += Math.exp(log);
  }
  const beyond = (upTo - probability) / (upTo - before);
  return Math.min(1, Math.max(0, (count - Math.max(0, beyond)) / n));
}
