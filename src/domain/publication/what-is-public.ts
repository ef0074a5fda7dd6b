import type { PublicRules } from '../charts/public/public-charts.js';
import type { CohortCourse } from '../cohort/cohort-course.js';
import type { Count } from '../cohort/cohort.js';
import { COMPLETERS, achieved, nonResponders } from '../cohort/groups/groups.js';
import { both } from '../cohort/groups/group.js';
import { scoredAt } from '../cohort/groups/infusion-groups.js';
import { Members } from '../cohort/groups/members.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import { personsOf } from '../disclosure/closed-groups.js';
import { DISCLOSURE_THRESHOLD } from '../disclosure/persons.js';
import { LEAST_UNNAMED } from '../disclosure/nested-groups.js';
import type { PublicBound } from './published-document.js';

/** What of a publication may be public. */
export interface ContentRules extends PublicRules {
  /** How exactly the count of these of those, as of `boundOf`. */
  bound: (count: Count, n: Count) => PublicBound | 'exact' | null;
}

const [RESPONDERS, OTHERS] = [achieved('response', 'infusion-6'), nonResponders('infusion-6')];

/**
 * What of these closed groups may be public?
 *
 * Input: the courses of each group of a publication, and whether the cohort is the widest. Output: means of completers
 * where in each group the scores at both ends and the reductions are not all the same; of responders, of the widest cohort
 * alone, where these and the other completers are 11 persons or more each, 3 or more in each group, with scores that are
 * not all the same; of those scored at an infusion, of the widest alone, where in each group they are nobody or 11 or more.
 * A count of an outcome is exact where it and what is left of n are 11 persons or more each.
 *
 * Source: CMS cell size suppression policy; Hundepool et al. (2012), doi:10.1002/9781118348239 (homogeneity).
 */
export function whatIsPublic(groups: readonly (readonly CohortCourse[])[], isWidest: boolean): ContentRules {
  const closed = groups.map((courses) => new Members(courses));
  const whole = new Members(groups.flat());
  const means = closed.length > 0 && closed.every((members) => isSpread(members.of(COMPLETERS)));
  const responders =
    isWidest &&
    means &&
    [RESPONDERS, OTHERS].every((group) => {
      const isEnough = (members: Members) => {
        const courses = members.of(group);
        return personsOf(courses) >= LEAST_UNNAMED && isSpread(courses);
      };
      return personsOf(whole.of(group)) >= DISCLOSURE_THRESHOLD && closed.every(isEnough);
    });
  const infusions = INFUSION_NUMBERS.filter((infusion) => {
    const scored = both(COMPLETERS, scoredAt(infusion));
    const isSafe = (members: Members) => {
      const courses = members.of(scored);
      return (
        courses.length === 0 || (personsOf(courses) >= DISCLOSURE_THRESHOLD && differ(totalsAt(courses, infusion)))
      );
    };
    return isWidest && means && whole.of(scored).length > 0 && closed.every(isSafe);
  });
  const bound: ContentRules['bound'] = (count, n) => boundOf(whole.behind(count), whole.behind(n));
  return { means, responders, infusions, bound, isExact: (count, n) => bound(count, n) === 'exact' };
}

/**
 * How exactly may the count of an outcome be told?
 *
 * Input: the courses that are counted, and those they are of. Output: `exact` where it and the rest are of 11 persons or more each; else on which
 * side it lies: fewer than 11, or more than n less 11, with the percent that this is, rounded away from the count; null
 * where that would not be true, as few persons have many courses.
 *
 * @example boundOf(3 of 120) // under 11, under 10 percent; of 117 of 120: over 109, over 90 per cent
 */
export function boundOf(counted: readonly CohortCourse[], all: readonly CohortCourse[]): PublicBound | 'exact' | null {
  const known = new Set(counted);
  const rest = all.filter((course) => !known.has(course));
  const persons = [personsOf(counted), personsOf(rest)];
  if (persons.every((some) => some >= DISCLOSURE_THRESHOLD)) return 'exact';
  const percent = Math.ceil((100 * DISCLOSURE_THRESHOLD) / all.length);
  if (counted.length < DISCLOSURE_THRESHOLD) return { is: 'under', count: DISCLOSURE_THRESHOLD, percent };
  if (rest.length >= DISCLOSURE_THRESHOLD) return null;
  return { is: 'over', count: all.length - DISCLOSURE_THRESHOLD, percent: 100 - percent };
}

/** Do their scores at both ends differ, and by how much they fell? Where the SD is 0, the mean is everybody's own. */
function isSpread(courses: readonly CohortCourse[]): boolean {
  const [before, after] = [totalsAt(courses, 1), totalsAt(courses, 6)];
  const fallen = before.map((total, at) => total - (after[at] ?? 0));
  return [before, after, fallen].every(differ);
}

function differ(values: readonly number[]): boolean {
  return new Set(values).size > 1;
}

function totalsAt(courses: readonly CohortCourse[], infusion: number): number[] {
  return courses.map(({ scores }) => Number(scores[infusion - 1]));
}
