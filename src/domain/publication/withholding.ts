import type { Count } from '../cohort/cohort.js';
import { atomsOf } from '../disclosure/atoms.js';
import { areFew } from '../disclosure/counted-set.js';
import type { CountedSet } from '../disclosure/counted-set.js';
import { isolatedIn } from '../disclosure/isolated-group.js';
import type { Withheld } from './published-document.js';
import { WITHHELD } from './words.js';

/** Courses that are counted, and of a rate those of them of whom it is so. */
export interface CountedPart {
  n: Count;
  count?: Count;
}

/** Something that is published whole or not at all, and the counts that it gives away. */
export interface PublicItem {
  key: string;
  parts: readonly CountedPart[];
}

/**
 * Which of these items can be public together, and which have to be withheld?
 *
 * Input: items in the order in which they are kept when not all can be, and whether there are too few courses to
 * publish anything. Output: why each item that is not public is withheld, by
 * its key, and the counts of the others, each once. By `threshold`: an n, a count or what is left of n is of 1 to
 * 10 patients; by `complementary`: together with the items kept before it, it isolates a group of so few.
 *
 * Source: as for `isolatedGroup`; one cell after the other, Cox LH (1980), doi:10.1080/01621459.1980.10477481.
 *
 * @example withholding([{ key: 'n', parts: [{ n: all 100 }] }, { key: 'k', parts: [{ n: 97 of them }] }], false)
 * // withheld: k by 'complementary'; counts: n
 */
export function withholding(
  items: readonly PublicItem[],
  tooFew: boolean,
): { withheld: Map<string, Withheld>; counts: CountedSet[] } {
  const counts = countsOf(items);
  const places = new Map(counts.map(({ name }, place) => [name, place]));
  const placesOf = (some: readonly PublicItem[]) => [
    ...new Set(some.flatMap(namesOf).map((name) => places.get(name) as number)),
  ];
  const large = items.filter(({ parts }) => !tooFew && parts.every(isLarge));
  const atoms = atomsOf(counts);
  const isSafe = (some: readonly PublicItem[]) => isolatedIn(atoms, placesOf(some)) === null;
  const kept = isSafe(large) ? large : keptOf(large, isSafe);
  const reasonFor = (item: PublicItem) => WITHHELD[large.includes(item) ? 'complementary' : 'threshold'];
  const others = items.filter((item) => !kept.includes(item));
  return {
    withheld: new Map(others.map((item) => [item.key, reasonFor(item)])),
    counts: placesOf(kept).map((place) => counts[place] as CountedSet),
  };
}

function keptOf(items: readonly PublicItem[], isSafe: (some: readonly PublicItem[]) => boolean): PublicItem[] {
  const kept: PublicItem[] = [];
  const shown = new Set<string>();
  for (const item of items) {
    const names = namesOf(item);
    if (!names.every((name) => shown.has(name)) && !isSafe([...kept, item])) continue;
    kept.push(item);
    for (const name of names) shown.add(name);
  }
  return kept;
}

function countsIn({ parts }: PublicItem): Count[] {
  return parts.flatMap(({ n, count }) => (count === undefined ? [n] : [n, count]));
}

function namesOf(item: PublicItem): string[] {
  return countsIn(item).map(({ group }) => group);
}

/** Each once: two counts of one group have the same courses. */
function countsOf(items: readonly PublicItem[]): CountedSet[] {
  const counts = new Map(items.flatMap(countsIn).map((count) => [count.group, count]));
  return [...counts.values()].map((count) => ({ name: count.group, members: new Set(idsOf(count)) }));
}

function isLarge({ n, count }: CountedPart): boolean {
  const ids = idsOf(n);
  if (count === undefined) return !areFew(ids);
  const counted = new Set(idsOf(count));
  return [ids, [...counted], ids.filter((id) => !counted.has(id))].every((some) => !areFew(some));
}

function idsOf({ courses }: Count): string[] {
  return courses.map(({ courseId }) => courseId);
}
