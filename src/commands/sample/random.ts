/** A source of numbers from 0 up to, not including, 1: the same ones for the same seed. */
export type Random = () => number;

/** Odd and far from small numbers, so that seeds 1, 2, 3 begin far apart. */
const SPREAD = 0x9e3779b1;
/** The generator never leaves a state of 0, so 0 is never begun with. */
const OFFSET = 0x2545f491;
const WARM_UP = 16;

/**
 * A seeded source of numbers: the xorshift generator with a state of 32 bits (Marsaglia 2003,
 * doi:10.18637/jss.v008.i14). Good enough to make up patients, and for nothing else.
 */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed, SPREAD) ^ OFFSET || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let drawn = 0; drawn < WARM_UP; drawn += 1) next();
  return next;
}

/** A real number from `from` up to, not including, `to`. */
export function between(random: Random, from: number, to: number): number {
  return from + (to - from) * random();
}

/** A whole number, both ends included. */
export function wholeBetween(random: Random, from: number, to: number): number {
  return Math.floor(between(random, from, to + 1));
}

/** Does something of this probability (0-1) happen? */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** One of a list. @throws RangeError for an empty list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  if (list.length === 0) throw new RangeError('There is nothing to pick from.');
  return list[wholeBetween(random, 0, list.length - 1)] as T;
}

/** The same list in another order. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
