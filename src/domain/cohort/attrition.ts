import type { SixScores } from '../course/judgement/endpoint.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import { startersOf } from './analysis-sets.js';
import type { CohortCourse } from './cohort-course.js';

/** The starters last scored at one infusion, and how many of them ended for which reason. */
export interface AttritionStep {
  lastScoredInfusion: number;
  count: number;
  reasons: Record<string, number>;
}

/** The reason that is none: the course ran to its end. */
export const COMPLETED = 'completed';

/**
 * At which infusion was this course last scored?
 *
 * Input: six totals (0-64 or null). Output: 1-6; null without any total.
 *
 * Source: this service's definitions.
 *
 * Example: 40, none, 30, then none is 3.
 */
export function lastScoredInfusion(scores: SixScores): number | null {
  for (let infusion = scores.length; infusion >= 1; infusion -= 1) {
    if ((scores[infusion - 1] ?? null) !== null) return infusion;
  }
  return null;
}

/**
 * At which infusion were those who started last seen, and why did they end there?
 *
 * Input: courses. Output: six steps in the order of the infusions; the counts add up to the
 * starters and the reasons of a step to its count. A completed course has the reason `completed`, a
 * stopped one without a reason `unknown`.
 *
 * Source: this service's definitions.
 *
 * Example: a course 40, 30 stopped for cost is counted at infusion 2 under `cost`.
 */
export function attrition(courses: readonly CohortCourse[]): AttritionStep[] {
  const steps: AttritionStep[] = INFUSION_NUMBERS.map((infusion) => ({
    lastScoredInfusion: infusion,
    count: 0,
    reasons: {},
  }));
  for (const { scores, status, stoppedReason } of startersOf(courses)) {
    const step = steps[(lastScoredInfusion(scores) ?? 1) - 1] as AttritionStep;
    const reason = status === 'completed' ? COMPLETED : (stoppedReason ?? 'unknown');
    step.count += 1;
    step.reasons[reason] = (step.reasons[reason] ?? 0) + 1;
  }
  return steps;
}
