import type { CohortCourse } from '../cohort/cohort-course.js';
import { COMPLETERS, STARTERS, achieved, nonResponders } from '../cohort/groups.js';
import type { Group } from '../cohort/groups.js';
import { judgedCourse } from '../cohort/judged-course.js';
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
  if (parts.every((part) => PUBLISHED.every((each) => changedIn(each, before.filter(part), now.filter(part)) === 0))) {
    return 'unchanged';
  }
  if (contentsOf(now).lacking.length > 0) return 'kept';
  const isEnough = versions.every((version) =>
    parts.every((part) =>
      PUBLISHED.every((each) => {
        const changed = changedIn(each, version.filter(part), now.filter(part));
        return changed === 0 || changed >= each.least;
      }),
    ),
  );
  return isEnough ? 'renewed' : 'kept';
}

/** Of how many persons is this another than before? */
function changedIn({ group, of }: Published, before: readonly CohortCourse[], now: readonly CohortCourse[]): number {
  const [then, today] = [before, now].map((courses) => {
    const judged = courses.map((course) => judgedCourse(course, null)).filter(group.holds);
    return new Map(judged.map(({ course }) => [course.courseId, JSON.stringify(of(course.scores))]));
  }) as [Map<string, string>, Map<string, string>];
  const ids = [...new Set([...then.keys(), ...today.keys()])];
  return personsIn(ids.filter((id) => then.get(id) !== today.get(id)));
}

/** The courses that are the same in each of these: who is counted in whichever edition. */
export function sameInAll<Course extends CohortCourse>(versions: readonly (readonly Course[])[]): Course[] {
  const [first = [], ...others] = versions;
  const contents = others.map((courses) => new Map(courses.map((course) => [course.courseId, contentOf(course)])));
  return first.filter((course) => {
    const content = contentOf(course);
    return contents.every((version) => version.get(course.courseId) === content);
  });
}

function contentOf(course: CohortCourse): string {
  return JSON.stringify(Object.entries(course).sort(([one], [other]) => (one < other ? -1 : 1)));
}
