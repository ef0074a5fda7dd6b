import type { CalendarDate } from '../calendar/calendar.js';
import { closedGroups, contentsOf } from './closed-groups.js';
import type { CourseGroup, FillingGroup, Lacking } from './closed-groups.js';
import { frozenOf, isSafeIn, isWithinQuarters, knownIn, nestingOf, partsOf } from './frozen-groups.js';
import type { FrozenGroup, PublicCourse } from './frozen-groups.js';
import { insideOf, nestedGroups } from './nested-groups.js';
import { holds, isSame, placeOf } from './public-cohort.js';
import type { PublicCohort } from './public-cohort.js';

/** A closed group; `closedOn` is null as long as nothing of it is public. */
export type PublicGroupOf = CourseGroup<PublicCourse> & { closedOn: CalendarDate | null };

/** The courses of a clinic as they are today. */
export interface CoursesToday {
  concluded: readonly PublicCourse[];
  underWay: readonly Pick<PublicCourse, 'kind' | 'indication' | 'startedOn'>[];
  today: CalendarDate;
}

/** What can be published of a cohort. */
export interface PublicGroups {
  groups: PublicGroupOf[];
  filling: FillingGroup | null;
  /** The widest public cohort that it lies in, or itself, with the groups that its own are made of. */
  widest: { cohort: PublicCohort; groups: PublicGroupOf[] };
}

/**
 * Which closed groups does a cohort have?
 *
 * Input: a cohort; every group that is frozen, of one edition; and the courses of the clinic today. Output: its frozen
 * groups and those that closed since, in order, and the group that is filling; or the public cohort that it can't be public
 * beside, which it neither lies in nor is apart from, or whose groups it would leave too few persons outside of.
 *
 * @example publicGroups({ kind: 'induction', indication: null }, [], courses).groups // as of closedGroups
 */
export function publicGroups(
  cohort: PublicCohort,
  frozen: readonly FrozenGroup[],
  now: CoursesToday,
): PublicGroups | { clashing: PublicCohort } {
  const place = placeOf(cohort, knownIn(frozen));
  if (place.place === 'refused') return { clashing: place.clashing };
  if (place.place === 'widest') {
    const { groups, filling } = groupsOfWidest(cohort, frozen, now);
    return { groups, filling, widest: { cohort, groups } };
  }
  const outer = groupsOfWidest(place.widest, frozen, now);
  const family = [...place.siblings, cohort];
  const sibling = place.siblings.find((each) => !isSafeIn(family, each, outer.groups, frozen));
  if (sibling !== undefined) return { clashing: sibling };
  return {
    ...groupsInside(cohort, family, outer, { frozen, now }),
    widest: { cohort: place.widest, groups: outer.groups },
  };
}

function groupsOfWidest(
  cohort: PublicCohort,
  frozen: readonly FrozenGroup[],
  { concluded, underWay, today }: CoursesToday,
) {
  const before: PublicGroupOf[] = frozenOf(cohort, frozen);
  const { closed, filling } = closedGroups({
    courses: concluded.filter((course) => holds(cohort, course)),
    underWay: underWay.filter((course) => holds(cohort, course)).map(({ startedOn }) => startedOn),
    after: before.at(-1)?.to ?? null,
    today,
  });
  return { groups: [...before, ...closed.map((group) => ({ ...group, closedOn: null }))], filling };
}

function groupsInside(
  cohort: PublicCohort,
  family: readonly PublicCohort[],
  outer: { groups: PublicGroupOf[]; filling: FillingGroup | null },
  { frozen, now }: { frozen: readonly FrozenGroup[]; now: CoursesToday },
): Pick<PublicGroups, 'groups' | 'filling'> {
  const nesting = nestingOf(cohort, family);
  const before = frozenOf(cohort, frozen).map(({ from, to, closedOn }): PublicGroupOf => {
    const parts = partsOf({ from, to }, outer.groups);
    const closings = [closedOn, ...parts.map((part) => part.closedOn ?? closedOn)].sort();
    return { ...insideOf(parts, nesting), closedOn: closings.at(-1) ?? closedOn };
  });
  const last = before.at(-1)?.to ?? '';
  const { closed, left } = nestedGroups(
    outer.groups.filter(({ from }) => from > last),
    nesting,
  );
  return {
    groups: [...before, ...closed.map((group) => ({ ...group, closedOn: null }))],
    filling: outer.filling && fillingInside(cohort, left, outer.filling, now),
  };
}

function fillingInside(
  cohort: PublicCohort,
  left: readonly CourseGroup<PublicCourse>[],
  { from, to, earliestClosing }: FillingGroup,
  { concluded, underWay }: CoursesToday,
): FillingGroup {
  const isHere = (course: CoursesToday['underWay'][number]) =>
    holds(cohort, course) && isWithinQuarters(course.startedOn, { from, to });
  const closed = left.flatMap(({ courses }) => courses.filter((course) => holds(cohort, course)));
  const has = contentsOf([...closed, ...concluded.filter(isHere)]);
  const lacking: Lacking[] = has.lacking.length === 0 ? ['apart'] : has.lacking;
  const span = { from: left[0]?.from ?? from, to };
  return { ...span, ...has, lacking, underWay: underWay.filter(isHere).length, earliestClosing };
}

/**
 * What does the publication of these groups freeze?
 *
 * Input: a cohort with its groups, the last quarter that is published, and what is frozen already. Output: the groups of the
 * widest cohort up to that quarter that are not frozen yet, with their courses; and those of the cohort itself, where it lies
 * inside, without.
 */
export function toFreeze(
  cohort: PublicCohort,
  { groups, widest }: PublicGroups,
  {
    frozen,
    last,
    edition,
    closedOn,
  }: Pick<FrozenGroup, 'edition' | 'closedOn'> & { frozen: readonly FrozenGroup[]; last: string },
): FrozenGroup[] {
  const stamp = { edition, closedOn };
  const outer = widest.groups.filter((group) => group.closedOn === null && group.to <= last);
  const known = frozenOf(cohort, frozen).at(-1)?.to ?? '';
  const inner = isSame(cohort, widest.cohort) ? [] : groups.filter(({ from, to }) => from > known && to <= last);
  return [
    ...outer.map((group) => ({ ...group, ...stamp, cohort: widest.cohort })),
    ...inner.map((group) => ({ ...group, ...stamp, cohort, courses: [] })),
  ];
}
