import type { CohortCourse } from '../cohort/cohort-course.js';
import type { FigureGroups } from '../cohort/figure-groups.js';
import { groupNamed, thresholdOf } from '../cohort/groups.js';
import { atomsOf } from '../disclosure/atoms.js';
import type { CountedSet } from '../disclosure/counted-set.js';
import { areFew } from '../disclosure/counted-set.js';
import { isolatedIn } from '../disclosure/isolated-group.js';
import type { Withheld } from './published-document.js';
import { WITHHELD } from './words.js';

/** Something that is published whole or not at all, and the groups whose numbers it tells. */
export interface Item {
  key: string;
  groups: readonly FigureGroups[];
}

type NamedCourse = CohortCourse & { courseId: string };
type Members = CountedSet['members'];

/**
 * Which of these items can be public together, and which have to be withheld?
 *
 * Input: items in the order in which they are kept when not all can be, the courses of the cohort, and whether
 * there are too few of them to publish anything. Output: why each item that is not public is withheld, by
 * its key, and the counts of the others, each once. By `threshold`: an n, a count or what is left of n is of 1 to
 * 10 patients; by `complementary`: together with the items kept before it, it isolates a group of so few.
 *
 * Source: as for `isolatedGroup`; one cell after the other, Cox LH (1980), doi:10.1080/01621459.1980.10477481.
 *
 * @example withholding([{ key: 'n', groups: [all 100] }, { key: 'k', groups: [97 of them] }], courses, false)
 * // withheld: k by 'complementary'; counts: n
 */
export function withholding(
  items: readonly Item[],
  courses: readonly NamedCourse[],
  tooFew: boolean,
): { withheld: Map<string, Withheld>; counts: CountedSet[] } {
  const counts = countsOf(items, courses);
  const places = new Map(counts.map(({ name }, place) => [name, place]));
  const placesOf = (some: readonly Item[]) => [
    ...new Set(some.flatMap(namesOf).map((name) => places.get(name) as number)),
  ];
  const membersOf = (group: string) => counts[places.get(group) as number]?.members as Members;
  const large = items.filter((item) => !tooFew && item.groups.every(isLarge(membersOf)));
  const atoms = atomsOf(counts);
  const isSafe = (some: readonly Item[]) => isolatedIn(atoms, placesOf(some)) === null;
  const kept = isSafe(large) ? large : keptOf(large, isSafe);
  const reasonFor = (item: Item) => WITHHELD[large.includes(item) ? 'complementary' : 'threshold'];
  const others = items.filter((item) => !kept.includes(item));
  return {
    withheld: new Map(others.map((item) => [item.key, reasonFor(item)])),
    counts: placesOf(kept).map((place) => counts[place] as CountedSet),
  };
}

function keptOf(items: readonly Item[], isSafe: (some: readonly Item[]) => boolean): Item[] {
  const kept: Item[] = [];
  const told = new Set<string>();
  for (const item of items) {
    const names = namesOf(item);
    if (!names.every((name) => told.has(name)) && !isSafe([...kept, item])) continue;
    kept.push(item);
    for (const name of names) told.add(name);
  }
  return kept;
}

function namesOf({ groups }: Item): string[] {
  return groups.flatMap(({ group, countGroup }) => [group, ...(countGroup ? [countGroup] : [])]);
}

function countsOf(items: readonly Item[], courses: readonly NamedCourse[]): CountedSet[] {
  const threshold = thresholdOf(courses);
  return [...new Set(items.flatMap(namesOf))].map((name) => {
    const group = groupNamed(name);
    if (group === null) throw new RangeError(`${name} is no group of courses`);
    const counted = courses.filter((course) => group.holds(course, threshold));
    return { name, members: new Set(counted.map(({ courseId }) => courseId)) };
  });
}

function isLarge(membersOf: (group: string) => Members) {
  const enough = (courses: readonly string[]) => !areFew(courses);
  return ({ group, countGroup }: FigureGroups): boolean => {
    const n = [...membersOf(group)];
    if (countGroup === undefined) return enough(n);
    const count = membersOf(countGroup);
    return [n, [...count], n.filter((course) => !count.has(course))].every(enough);
  };
}
