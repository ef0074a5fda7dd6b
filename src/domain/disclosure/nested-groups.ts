import type { CohortCourse } from '../cohort/cohort-course.js';
import { COMPLETERS, STARTERS, achieved, nonResponders } from '../cohort/groups/groups.js';
import type { Group } from '../cohort/groups/group.js';
import { judgedCourse } from '../cohort/judged-course.js';
import type { JudgedCourse } from '../cohort/judged-course.js';
import type { CourseGroup, Quarters } from './closed-groups.js';
import { contentsOf } from './closed-groups.js';
import { DISCLOSURE_THRESHOLD, personOf } from './persons.js';

/** Responders and others nobody outside can name; fewer of them than this are never told apart all the same. */
export const LEAST_UNNAMED = 3;

/** A cohort within a wider one: which courses of the wider one are of it, and which are of none of its siblings either. */
export interface Nesting<Course extends CohortCourse> {
  inside: (course: Course) => boolean;
  /** Those that are neither of this cohort nor of another public one inside the wider. */
  outside: (course: Course) => boolean;
}

/**
 * Into which groups does a cohort fall that lies inside another?
 *
 * Input: the closed groups of the wider cohort in order, from the first that the inner one has no frozen group of; and who
 * of them is inside and outside. Output: groups of whole groups of the wider one, as few as make a group by themselves and
 * are kept apart from it (`isKeptApart`), with the courses that are inside; and the quarters that are left over.
 *
 * @example nestedGroups(two groups of 40, of which 20 are inside) // one group of both
 */
export function nestedGroups<Course extends CohortCourse>(
  outer: readonly CourseGroup<Course>[],
  nesting: Nesting<Course>,
): { closed: CourseGroup<Course>[]; left: CourseGroup<Course>[] } {
  const closed: CourseGroup<Course>[] = [];
  let left: CourseGroup<Course>[] = [];
  for (const part of outer) {
    left.push(part);
    const group = insideOf(left, nesting);
    if (contentsOf(group.courses).lacking.length > 0 || !isKeptApart(left, nesting)) continue;
    closed.push(group);
    left = [];
  }
  return { closed, left };
}

/** The courses inside of these groups, which follow each other, as one. */
export function insideOf<Course extends CohortCourse>(
  parts: readonly CourseGroup<Course>[],
  { inside }: Pick<Nesting<Course>, 'inside'>,
): CourseGroup<Course> {
  const { from, to } = spanOf(parts);
  return { from, to, courses: parts.flatMap(({ courses }) => courses.filter(inside)) };
}

/** From the first quarter of these to the last. */
export function spanOf(parts: readonly Quarters[]): Quarters {
  return { from: parts[0]?.from ?? '', to: parts.at(-1)?.to ?? '' };
}

/**
 * Can nobody compute anything of few persons from an inner group and the groups of the wider cohort that it is made of?
 *
 * Whatever is added and subtracted, a sum that uses the inner group with a weight of b holds, of each part, those inside
 * (weight a + b) or those outside (weight a) or both, as a + b and a are not both 0. So it is of no fewer persons than the
 * parts' lesser sides together. Input: the parts, and who is inside and outside. Output: true where the lesser sides
 * together are 11 persons or more, of starters and of completers each, and 3 of responders and others; or where each part
 * is all inside or all outside, and the inner group says nothing that the parts don't. A person is counted once.
 *
 * @example isKeptApart([a group of 20 inside, 20 outside], ...) // true; of 38 inside and 2 outside false
 */
export function isKeptApart<Course extends CohortCourse>(
  parts: readonly CourseGroup<Course>[],
  nesting: Nesting<Course>,
): boolean {
  const judged = parts.map(({ courses }) => courses.map((course) => judgedCourse(course, null)));
  const lesser = (group: Group) =>
    lesserSides(
      judged.map((members) => members.filter((course) => group.holds(course))),
      nesting,
    );
  const completers = lesser(COMPLETERS);
  const apart = [lesser(STARTERS), completers].every(
    ({ isSplit, persons }) => !isSplit || persons >= DISCLOSURE_THRESHOLD,
  );
  if (!apart || !completers.isSplit) return apart;
  const unnamed = [achieved('response', 'infusion-6'), nonResponders('infusion-6')].map(
    (group) => lesser(group).persons,
  );
  return unnamed.reduce((sum, persons) => sum + persons, 0) >= LEAST_UNNAMED;
}

/** Of each part the side with fewer persons: how many they are together, and whether any part has courses on both sides. */
function lesserSides<Course extends CohortCourse>(
  parts: readonly (readonly JudgedCourse<Course>[])[],
  { inside, outside }: Nesting<Course>,
): { isSplit: boolean; persons: number } {
  const seen = new Set<string>();
  const lesser = parts.map((members) => {
    const persons = [inside, outside].map((holds) => {
      const here = members.filter(({ course }) => holds(course) && !seen.has(personOf(course.courseId)));
      const ids = new Set(here.map(({ course }) => personOf(course.courseId)));
      ids.forEach((person) => seen.add(person));
      return ids.size;
    });
    return Math.min(...persons);
  });
  const isSplit = parts.some((members) => new Set(members.map(({ course }) => inside(course))).size > 1);
  return { isSplit, persons: lesser.reduce((sum, persons) => sum + persons, 0) };
}
