import type { PatternSums } from '../../statistics/pattern-sums.js';
import { PATTERNS, PLACES, isOpen, rangeOf, productOffset, sumOffset } from './tally-layout.js';
import type { CourseTableName, OpenTableName } from './tally-tables.js';

/** Which cell of a table. */
export type Key = string | number;

/**
 * What courses add up to, whatever the quarter of their start: enough for each figure of them, exactly. Whole numbers all of it,
 * so the sums of different courses add up cell by cell, in any order.
 */
export interface Sums extends Readonly<Record<OpenTableName, ReadonlyMap<Key, number>>> {
  /** Where there is a cell that is not 0, rising, as of `rangeOf`. */
  places: Uint16Array;
  /** What is in each of these cells. */
  values: Float64Array;
  /** Courses still under way; in no other table. */
  underWay: number;
}

/** Of no course. */
export const NO_SUMS: Sums = {
  places: new Uint16Array(),
  values: new Float64Array(),
  endings: new Map(),
  days: new Map(),
  underWay: 0,
};

/** Goes through the cells of a table that are not 0, by key. */
export function forEachCell(sums: Sums, name: CourseTableName, look: (key: Key, n: number) => void): void {
  if (isOpen(name)) {
    sums[name].forEach((n, key) => look(key, n));
    return;
  }
  const { places, values } = sums;
  const { from, to } = rangeOf(name);
  for (let at = firstAtOrAfter(places, from); at < places.length; at += 1) {
    const place = places[at] ?? to;
    if (place >= to) return;
    look(place - from, values[at] ?? 0);
  }
}

/**
 * What do the starters with scores at the same infusions add up to?
 *
 * Input: sums. Output: their numbers, and the sums and products of their scores, in the order of which infusions these are
 * (places from 0).
 */
export function scorePatterns({ places, values }: Sums): PatternSums[] {
  const patterns = new Map<number, Map<number, number>>();
  for (let at = firstAtOrAfter(places, PATTERNS.from); at < places.length; at += 1) {
    const place = (places[at] ?? 0) - PATTERNS.from;
    const mask = Math.floor(place / PATTERNS.size);
    const pattern = patterns.get(mask) ?? new Map<number, number>();
    patterns.set(mask, pattern.set(place % PATTERNS.size, values[at] ?? 0));
  }
  return Array.from(patterns, ([mask, pattern]) => {
    const valueAt = (offset: number) => pattern.get(offset) ?? 0;
    const observed = PLACES.filter((place) => (mask & (1 << place)) > 0);
    return {
      observed,
      n: valueAt(0),
      sums: observed.map((place) => valueAt(sumOffset(place))),
      products: observed.map((one) => observed.map((other) => valueAt(productOffset(one, other)))),
    };
  });
}

function firstAtOrAfter(places: Uint16Array, from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
