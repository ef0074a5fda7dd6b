import type { CohortCourse } from '../cohort/cohort-course.js';
import { COMPLETERS, STARTERS, achieved, nonResponders } from '../cohort/groups/groups.js';
import type { Group } from '../cohort/groups/group.js';
import { Members } from '../cohort/groups/members.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import type { SixScores } from '../course/record/slots.js';
import { contentsOf } from './closed-groups.js';
import { DISCLOSURE_THRESHOLD, personsIn } from './persons.js';
import { LEAST_UNNAMED } from './nested-groups.js';

/** Something that is published of each course of a set: of whom it changed, nobody or at least so many persons. */
interface Published {
  group: Group;
  least: number;
  of: (scores: SixScores) => unknown;
}

const [RESPONDERS, OTHERS] = [achieved('response', 'infusion-6'), nonResponders('infusion-6')];

const bothEnds = ([first, , , , , sixth]: SixScores) => [first, sixth];

const PUBLISHED: readonly Published[] = [
  ...INFUSION_NUMBERS.flatMap((infusion): Published[] => [
    { group: STARTERS, least: DISCLOSURE_THRESHOLD, of: (scores) => scores.slice(0, infusion) },
    { group: COMPLETERS, least: DISCLOSURE_THRESHOLD, of: (scores) => scores[infusion - 1] },
  ]),
  { group: COMPLETERS, least: DISCLOSURE_THRESHOLD, of: bothEnds },
  ...[RESPONDERS, OTHERS].flatMap((group): Published[] => [
    { group, least: LEAST_UNNAMED, of: ([first]) => first },
    { group, least: LEAST_UNNAMED, of: ([, , , , , sixth]) => sixth },
  ]),
];

/** What became of the courses of a closed group since: nothing, enough to close it again, or too little. */
export type Renewal = 'unchanged' | 'renewed' | 'kept';

/**
 * May this group be closed again with its courses as they are now?
 *
 * Input: what it was closed with, each time; its courses now; and the parts of it that some public cohort counts apart
 * (a function a part; together they are the whole group). Output: `renewed` where it is complete by itself now, and of
 * everything published it changed, in each part, since each time, for nobody or for 11 persons or more (of responders and
 * others: 3), so that the difference of two editions is of nobody fewer; `unchanged` where nothing did since the last time;
 * else `kept`: it stays as it was.
 *
 * @example renewalOf([40 courses], the same with 12 late scores, [all]) // 'renewed'; with 3 'kept'
 */
export function renewalOf<Course extends CohortCourse>(
  versions: readonly (readonly Course[])[],
  now: readonly Course[],
  parts: readonly ((course: Course) => boolean)[],
): Renewal {
  const before = versions.at(-1) ?? [];
  const same = sameInAll([before, now]).length;
  if (same === before.length && same === now.length) return 'unchanged';
  const membersOf = (courses: readonly Course[]) => parts.map((part) => new Members(courses.filter(part)));
  const today = membersOf(now);
  const changesSince = (version: readonly Course[]) =>
    membersOf(version).flatMap((then, at) =>
      PUBLISHED.map((each) => ({ least: each.least, changed: changedIn(each, then, today[at] ?? then) })),
    );
  const lately = changesSince(before);
  if (lately.every(({ changed }) => changed === 0)) return 'unchanged';
  if (contentsOf(now).lacking.length > 0) return 'kept';
  const changes = [...versions.slice(0, -1).flatMap(changesSince), ...lately];
  return changes.every(({ changed, least }) => changed === 0 || changed >= least) ? 'renewed' : 'kept';
}

/** Of how many persons is this another than before? */
function changedIn({ group, of }: Published, before: Members, now: Members): number {
  const [then, today] = [before, now].map(
    (members) => new Map(members.of(group).map(({ courseId, scores }) => [courseId, of(scores)])),
  ) as [Map<string, unknown>, Map<string, unknown>];
  const ids = [...new Set([...then.keys(), ...today.keys()])];
  return personsIn(ids.filter((id) => !isSameValue(then.get(id), today.get(id))));
}

/** The courses that are the same in each of these: who is counted in whichever edition. */
export function sameInAll<Course extends CohortCourse>(versions: readonly (readonly Course[])[]): Course[] {
  const [first = [], ...others] = versions;
  const known = others.map((courses) => new Map(courses.map((course) => [course.courseId, course])));
  return first.filter((course) =>
    known.every((version) => {
      const other = version.get(course.courseId);
      return other !== undefined && isAlike(course, other);
    }),
  );
}

/** Do two courses say the same, in whichever order? */
function isAlike(one: object, other: object): boolean {
  const [mine, theirs] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return mine.length === theirs.size && mine.every(([key, value]) => isSameValue(value, theirs.get(key)));
}

function isSameValue(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
