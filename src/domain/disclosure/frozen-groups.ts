import { quarterOf } from '../calendar/calendar.js';
import type { CalendarDate } from '../calendar/calendar.js';
import type { CohortCourse } from '../cohort/cohort-course.js';
import type { Indication } from '../course/record/indications.js';
import type { CourseKind } from '../course/record/kinds.js';
import type { CourseGroup, Quarters } from './closed-groups.js';
import { isKeptApart } from './nested-groups.js';
import type { Nesting } from './nested-groups.js';
import { holds, isSame } from './public-cohort.js';
import type { PublicCohort } from './public-cohort.js';

/** A course as publications count it. */
export type PublicCourse = CohortCourse & { kind: CourseKind; indication: Indication };

/**
 * A group as it was closed: what later publications are made of, whatever is recorded since. Of a cohort inside another it
 * has no courses of its own, they are those of the wider cohort's groups.
 */
export interface FrozenGroup extends CourseGroup<PublicCourse> {
  cohort: PublicCohort;
  /** Which time the clinic closed its groups, from 1. */
  edition: number;
  closedOn: CalendarDate;
}

/** The cohorts of which something is public, in the order in which they became so. */
export function knownIn(frozen: readonly FrozenGroup[]): PublicCohort[] {
  return frozen
    .map(({ cohort }) => cohort)
    .filter((cohort, at, all) => all.findIndex((other) => isSame(other, cohort)) === at);
}

/** The frozen groups of a cohort, in order. */
export function frozenOf(cohort: PublicCohort, frozen: readonly FrozenGroup[]): FrozenGroup[] {
  return frozen.filter((group) => isSame(group.cohort, cohort)).sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** Who is inside of a cohort, and who of the wider one is in none of its family. */
export function nestingOf(cohort: PublicCohort, family: readonly PublicCohort[]): Nesting<PublicCourse> {
  return {
    inside: (course) => holds(cohort, course),
    outside: (course) => !family.some((each) => holds(each, course)),
  };
}

/** Those of these groups that lie within the quarters of another. */
export function partsOf<Group extends Quarters>({ from, to }: Quarters, groups: readonly Group[]): Group[] {
  return groups.filter((group) => group.from >= from && group.to <= to);
}

/** Do the frozen groups of a cohort stay apart from the wider one, with this family in it? */
export function isSafeIn(
  family: readonly PublicCohort[],
  cohort: PublicCohort,
  outer: readonly CourseGroup<PublicCourse>[],
  frozen: readonly FrozenGroup[],
): boolean {
  const nesting = nestingOf(cohort, family);
  return frozenOf(cohort, frozen).every((group) => isKeptApart(partsOf(group, outer), nesting));
}

/** Did a course that began on this day begin in these quarters? */
export function isWithinQuarters(startedOn: CalendarDate, { from, to }: Quarters): boolean {
  const quarter = quarterOf(startedOn);
  return quarter >= from && quarter <= to;
}

/**
 * Which frozen groups count in an edition?
 *
 * Input: every frozen group of every edition, and an edition. Output: of the same cohort and quarters the latest frozen by then.
 */
export function ofEdition(frozen: readonly FrozenGroup[], edition: number): FrozenGroup[] {
  const latest = new Map<string, FrozenGroup>();
  for (const group of frozen) {
    const key = JSON.stringify([group.cohort.kind, group.cohort.indication, group.from]);
    const before = latest.get(key)?.edition ?? 0;
    if (group.edition <= edition && group.edition > before) latest.set(key, group);
  }
  return [...latest.values()];
}
