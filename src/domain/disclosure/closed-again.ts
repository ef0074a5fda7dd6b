import { quarterOf, quartersFrom } from '../calendar/calendar.js';
import type { Quarters } from './closed-groups.js';
import { isKeptApart } from './nested-groups.js';
import { holds, isWithin } from './public-cohort.js';
import type { PublicCohort } from './public-cohort.js';
import { frozenOf, isWithinQuarters, knownIn, nestingOf, partsOf } from './frozen-groups.js';
import type { FrozenGroup, PublicCourse } from './frozen-groups.js';
import type { CoursesToday } from './public-groups.js';
import { personsIn } from './persons.js';
import { renewalOf, sameInAll } from './renewed-group.js';
import type { Renewal } from './renewed-group.js';

/** What became of a frozen group of a widest cohort since it was closed. */
export interface GroupSince extends Quarters {
  cohort: PublicCohort;
  renewal: Renewal;
  /** Persons of whom anything counted is another today. */
  changed: number;
  /** Its courses as they are today. */
  courses: PublicCourse[];
}

/**
 * Which frozen groups can be closed again with the courses as they are now?
 *
 * Input: every frozen group of every edition; and the courses of the clinic today. Output: what became of each group of each
 * widest cohort: `renewed` as of `renewalOf`, where also the groups of cohorts inside stay apart from it, whichever edition
 * is laid beside which, and none of its courses is under way; `unchanged`; else `kept`.
 *
 * @example closedAgain([one group], courses of which 12 were corrected) // [{ renewal: 'renewed', changed: 12, ... }]
 */
export function closedAgain(frozen: readonly FrozenGroup[], now: CoursesToday): GroupSince[] {
  const known = knownIn(frozen);
  const isInside = (one: PublicCohort, other: PublicCohort) => one !== other && isWithin(one, other);
  const widest = known.filter((cohort) => !known.some((other) => isInside(cohort, other)));
  const quarters = byQuarter(now.concluded);
  return widest.flatMap((cohort) => {
    const family = known.filter((other) => isInside(other, cohort));
    return groupsSince({ cohort, family }, frozen, { ...now, quarters });
  });
}

/** A widest cohort, and those inside of it. */
interface Family {
  cohort: PublicCohort;
  family: readonly PublicCohort[];
}

/** Concluded courses by the quarter of their start. */
function byQuarter(courses: readonly PublicCourse[]): Map<string, PublicCourse[]> {
  const quarters = new Map<string, PublicCourse[]>();
  for (const course of courses) {
    const quarter = quarterOf(course.startedOn);
    const here = quarters.get(quarter) ?? [];
    here.push(course);
    quarters.set(quarter, here);
  }
  return quarters;
}

function groupsSince(
  { cohort, family }: Family,
  frozen: readonly FrozenGroup[],
  now: CoursesToday & { quarters: ReadonlyMap<string, readonly PublicCourse[]> },
): GroupSince[] {
  const rows = frozenOf(cohort, frozen);
  const starts = [...new Set(rows.map(({ from }) => from))];
  // Of each group, who is counted in whichever edition.
  let constant = starts.map((from) => {
    const versions = rows.filter((row) => row.from === from);
    return { from, to: versions[0]?.to ?? from, courses: sameInAll(versions.map(({ courses }) => courses)) };
  });
  const apart = family.map((each) => nestingOf(each, family));
  const parts = [...apart.map(({ inside }) => inside), apart[0]?.outside ?? (() => true)];
  return starts.map((from): GroupSince => {
    const versions = rows.filter((row) => row.from === from).sort((one, other) => one.edition - other.edition);
    const { to = from, courses: last = [] } = versions.at(-1) ?? {};
    const isHere = (course: Parameters<typeof holds>[1] & { startedOn: string }) =>
      holds(cohort, course) && isWithinQuarters(course.startedOn, { from, to });
    const began = quartersFrom(from, to).flatMap((quarter) => now.quarters.get(quarter) ?? []);
    const courses = began.filter((course) => holds(cohort, course));
    const since = { cohort, from, to, courses, changed: changedPersons(last, courses) };
    const editions = versions.map((version) => version.courses);
    const renewal = renewalOf(editions, courses, parts);
    if (renewal !== 'renewed') return { ...since, renewal };
    const next = constant.map((group) =>
      group.from === from ? { ...group, courses: sameInAll([...editions, courses]) } : group,
    );
    const isApart = family.every((each, at) =>
      frozenOf(each, frozen).every((group) => {
        const nesting = apart[at];
        return nesting === undefined || isKeptApart(partsOf(group, next), nesting);
      }),
    );
    if (!isApart || now.underWay.some(isHere)) return { ...since, renewal: 'kept' };
    constant = next;
    return { ...since, renewal };
  });
}

/** Persons with a course that is another than before, or only in one of both. */
function changedPersons(before: readonly PublicCourse[], now: readonly PublicCourse[]): number {
  const same = new Set(sameInAll([before, now]).map(({ courseId }) => courseId));
  return personsIn([...before, ...now].map(({ courseId }) => courseId).filter((id) => !same.has(id)));
}
