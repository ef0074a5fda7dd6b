import { baselineOf } from '../course/judgement/baseline.js';
import { isResponse } from '../course/judgement/response.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import { kaplanMeier } from '../statistics/kaplan-meier.js';
import type { Observation } from '../statistics/kaplan-meier.js';
import { startersOf } from './analysis-sets.js';
import { lastScoredInfusion } from './attrition.js';
import type { CohortCourse } from './cohort-course.js';

/** A response is possible at every infusion but the first, which is the baseline. */
const AFTER_BASELINE = INFUSION_NUMBERS.slice(1);

/**
 * Proportions 0-1 after one infusion: not yet, and ever responded by then. They add up to 1; of nobody the second is
 * null.
 */
export interface ResponseStep {
  infusion: number;
  atRisk: number;
  responses: number;
  notYetResponded: number;
  everResponded: number | null;
}

/**
 * By which infusion do those who start first reach a response, when some stop before they could?
 *
 * Input: courses. Output: infusions 2-6, each with the starters at risk, the first responses and
 * the Kaplan-Meier proportion (0-1) of not yet and of ever responded. A course is at risk until its
 * first response or its last score; a missed infusion in between stays at risk. "Ever responded"
 * says nothing about the score at infusion 6; without a starter it is null.
 *
 * Source: Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452.
 *
 * Example: of 40, 20 (responds at 2), 40, 30, 20 (responds at 3) and 40, 30 (stops after 2) two
 * thirds have not yet responded after 2, none after 3.
 */
export function timeToResponse(courses: readonly CohortCourse[]): ResponseStep[] {
  const observations = startersOf(courses).map(firstResponse);
  return kaplanMeier(observations, AFTER_BASELINE).map((step) => ({
    infusion: step.time,
    atRisk: step.atRisk,
    responses: step.events,
    notYetResponded: step.surviving,
    everResponded: observations.length === 0 ? null : 1 - step.surviving,
  }));
}

/**
 * At which infusion did this course first respond, or until when was it seen without?
 *
 * Input: a course with a baseline. Output: infusion 2-6 with the event of a first response; else the last
 * scored infusion (1-6, 0 without any score) without the event.
 *
 * Source: this service's definitions.
 *
 * Example: 40, 30, 20 is an event at infusion 3; 40, 30 is none, seen until infusion 2.
 */
export function firstResponse({ scores }: CohortCourse): Observation {
  const baseline = baselineOf(scores);
  for (const infusion of AFTER_BASELINE) {
    const score = scores[infusion - 1] ?? null;
    if (baseline !== null && score !== null && isResponse(baseline, score)) {
      return { time: infusion, event: true };
    }
  }
  return { time: lastScoredInfusion(scores) ?? 0, event: false };
}
