import { baselineOf } from '../course/judgement/baseline.js';
import { endpointBy } from '../course/judgement/endpoint.js';
import type { EndpointRule } from '../course/judgement/endpoint.js';
import { isResponse } from '../course/judgement/response.js';
import type { CohortCourse } from './cohort-course.js';

/** Baselines and endpoints (0-64) of the same courses, at the same positions. */
export interface PairedScores {
  baseline: number[];
  endpoint: number[];
}

/**
 * Which courses have a baseline?
 *
 * Input: courses. Output: those with a total at infusion 1, in their order.
 *
 * Source: this service's definitions (starters).
 *
 * Example: of scores 40, ... and none, 30, ... the first is a starter.
 */
export function startersOf<Course extends CohortCourse>(courses: readonly Course[]): Course[] {
  return courses.filter(({ scores }) => baselineOf(scores) !== null);
}

/**
 * Which baselines and endpoints belong to the same course?
 *
 * Input: courses, and the rule that names the endpoint. Output: both totals (0-64) of every course
 * that has both; a course lacking one of them is in neither list.
 *
 * Source: this service's definitions (completers by `infusion-6`, last observed by
 * `last-observed`).
 *
 * Example: scores 40, 30, then none pair to 40 and 30 by `last-observed`, and to nothing by
 * `infusion-6`.
 */
export function pairedScores(rule: EndpointRule, courses: readonly CohortCourse[]): PairedScores {
  const pairs: PairedScores = { baseline: [], endpoint: [] };
  for (const { scores, postSeries } of courses) {
    const baseline = baselineOf(scores);
    const endpoint = endpointBy(rule, scores, postSeries);
    if (baseline === null || endpoint === null) continue;
    pairs.baseline.push(baseline);
    pairs.endpoint.push(endpoint.total);
  }
  return pairs;
}

/** Completers by whether they responded at infusion 6, and starters without a score there. */
export interface CoursesByOutcome {
  responders: CohortCourse[];
  nonResponders: CohortCourse[];
  withoutInfusion6: CohortCourse[];
}

/**
 * Who responded at infusion 6, who did not, and of whom is it unknown?
 *
 * Input: courses. Output: every starter in exactly one of three lists, in its order.
 *
 * Source: this service's definitions.
 *
 * Example: 40 falling to 20 at infusion 6 is a responder, 40 falling to 21 is not, and 40 falling
 * to 5 at infusion 5 is without infusion 6.
 */
export function byOutcome(courses: readonly CohortCourse[]): CoursesByOutcome {
  const groups: CoursesByOutcome = { responders: [], nonResponders: [], withoutInfusion6: [] };
  for (const course of startersOf(courses)) groups[outcomeOf(course)].push(course);
  return groups;
}

function outcomeOf({ scores, postSeries }: CohortCourse): keyof CoursesByOutcome {
  const baseline = baselineOf(scores);
  const endpoint = endpointBy('infusion-6', scores, postSeries);
  if (baseline === null || endpoint === null) return 'withoutInfusion6';
  return isResponse(baseline, endpoint.total) ? 'responders' : 'nonResponders';
}
