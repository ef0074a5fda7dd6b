import type { PublicRules } from '../charts/public/public-charts.js';
import type { CohortCourse } from '../cohort/cohort-course.js';
import { cohortOf } from '../cohort/cohort.js';
import type { Cohort, Count } from '../cohort/cohort.js';
import { COMPLETERS, achieved, both, nonResponders, scoredAt } from '../cohort/groups.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import { personsOf } from '../disclosure/closed-groups.js';
import { DISCLOSURE_THRESHOLD, personsIn } from '../disclosure/persons.js';
import { LEAST_UNNAMED } from '../disclosure/nested-groups.js';
import { standardDeviation } from '../statistics/describe.js';
import type { PublicBound } from './published-document.js';

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
export function whatIsPublic(groups: readonly (readonly CohortCourse[])[], isWidest: boolean): PublicRules {
  const cohorts = groups.map((courses) => cohortOf(courses));
  const whole = cohortOf(groups.flat());
  const means = cohorts.length > 0 && cohorts.every((cohort) => isSpread(cohort.count(COMPLETERS)));
  const responders =
    isWidest &&
    means &&
    [RESPONDERS, OTHERS].every((group) => {
      const isEnough = (cohort: Cohort) => {
        const count = cohort.count(group);
        return personsOf(count) >= LEAST_UNNAMED && isSpread(count);
      };
      return personsOf(whole.count(group)) >= DISCLOSURE_THRESHOLD && cohorts.every(isEnough);
    });
  const infusions = INFUSION_NUMBERS.filter((infusion) => {
    const scored = both(COMPLETERS, scoredAt(infusion));
    const isSafe = (cohort: Cohort) => {
      const count = cohort.count(scored);
      return count.size === 0 || (personsOf(count) >= DISCLOSURE_THRESHOLD && differ(totalsAt(count, infusion)));
    };
    return isWidest && means && whole.count(scored).size > 0 && cohorts.every(isSafe);
  });
  return { means, responders, infusions, isExact: (count, n) => boundOf(count, n) === 'exact' };
}

/**
 * How exactly may the count of an outcome be told?
 *
 * Input: the count, and those it is of. Output: `exact` where it and the rest are of 11 persons or more each; else on which
 * side it lies: fewer than 11, or more than n less 11, with the percent that this is, rounded away from the count; null
 * where that would not be true, as few persons have many courses.
 *
 * @example boundOf(3 of 120) // under 11, under 10 percent; of 117 of 120: over 109, over 90 per cent
 */
export function boundOf(count: Count, n: Count): PublicBound | 'exact' | null {
  const counted = new Set(count.courses);
  const rest = n.courses.filter((course) => !counted.has(course));
  const persons = [personsOf(count), personsIn(rest.map(({ courseId }) => courseId))];
  if (persons.every((some) => some >= DISCLOSURE_THRESHOLD)) return 'exact';
  const percent = Math.ceil((100 * DISCLOSURE_THRESHOLD) / n.size);
  if (count.size < DISCLOSURE_THRESHOLD) return { is: 'under', count: DISCLOSURE_THRESHOLD, percent };
  if (rest.length >= DISCLOSURE_THRESHOLD) return null;
  return { is: 'over', count: n.size - DISCLOSURE_THRESHOLD, percent: 100 - percent };
}

/** Do their scores at both ends differ, and by how much they fell? Where the SD is 0, the mean is everybody's own. */
function isSpread(count: Count): boolean {
  const [before, after] = [totalsAt(count, 1), totalsAt(count, 6)];
  const fallen = before.map((total, at) => total - (after[at] ?? 0));
  return [before, after, fallen].every(differ);
}

function differ(values: readonly number[]): boolean {
  return (standardDeviation(values) ?? 0) > 0;
}

function totalsAt({ courses }: Count, infusion: number): number[] {
  return courses.map(({ scores }) => Number(scores[infusion - 1]));
}
