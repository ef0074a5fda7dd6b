import { quarterOf } from '../calendar/calendar.js';
import { baselineOf } from '../course/judgement/baseline.js';
import { endingOf } from '../course/judgement/ending.js';
import { ENDPOINT_RULES, endpointBy } from '../course/judgement/endpoint.js';
import type { EndpointRule } from '../course/judgement/endpoint.js';
import { percentReductionOf, reductionOf } from '../course/judgement/reduction.js';
import { reliableChange } from '../course/judgement/reliable-change.js';
import type { ReliableChange } from '../course/judgement/reliable-change.js';
import { isResponse } from '../course/judgement/response.js';
import { INFUSION_NUMBERS, type SixScores } from '../course/record/slots.js';
import type { Observation } from '../statistics/kaplan-meier.js';
import type { CohortCourse } from './cohort-course.js';
import { OUTCOMES, OUTCOME_NAMES, forEachName } from './outcomes.js';
import type { OutcomeName } from './outcomes.js';

/** A response is possible at every infusion but the first, which is the baseline. */
export const AFTER_BASELINE = INFUSION_NUMBERS.slice(1);

/** What a course achieved from its baseline to one endpoint; points 0-64. */
export interface CourseJudgement {
  baseline: number;
  endpoint: number;
  /** Points, positive is better. */
  reduction: number;
  /** Per cent of the baseline; null for a baseline of 0. */
  percentReduction: number | null;
  outcomes: Readonly<Record<OutcomeName, boolean>>;
  /** Null where the cohort has no threshold. */
  reliableChange: ReliableChange | null;
}

/** A course with everything that a cohort asks of it, each answered once. */
export interface JudgedCourse<Course extends CohortCourse = CohortCourse> {
  course: Course;
  /** The total (0-64) at infusion 1; null: it is no starter. */
  baseline: number | null;
  /** By each endpoint; null without a baseline or without that endpoint. */
  judgements: Readonly<Record<EndpointRule, CourseJudgement | null>>;
  /** 1-6; null without any score. */
  lastScoredInfusion: number | null;
  /** The infusion (2-6) of the first response; else the last scored one (0: none) without the event. */
  firstResponse: Observation;
  /** As of `endingOf`. */
  ending: string;
  /** Of the start, `2026-Q1`. */
  quarter: string;
}

/**
 * What is there to say of this course in a cohort?
 *
 * Input: a concluded course with totals 0-64, and the threshold of reliable change in points (null: none).
 * Output: baseline, the judgement by each endpoint, last scored infusion, first response, ending and quarter; null where
 * a score is missing. A start that is no calendar date throws a RangeError.
 *
 * @example judgedCourse(40, 30, 20 at infusions 1-3, stopped for cost, 7.84)
 * // judgements['infusion-6'] null, judgements['last-observed'].outcomes.response true, lastScoredInfusion 3
 */
export function judgedCourse<Course extends CohortCourse>(
  course: Course,
  threshold: number | null,
): JudgedCourse<Course> {
  const { scores, postSeries, status, stoppedReason, startedOn } = course;
  const baseline = baselineOf(scores);
  return {
    course,
    baseline,
    judgements: forEachName(ENDPOINT_RULES, (rule) => {
      const endpoint = endpointBy(rule, scores, postSeries);
      return baseline === null || endpoint === null ? null : judgementOf(baseline, endpoint.total, threshold);
    }),
    lastScoredInfusion: lastScoredInfusion(scores),
    firstResponse: firstResponse(scores),
    ending: endingOf(status, stoppedReason),
    quarter: quarterOf(startedOn),
  };
}

function judgementOf(baseline: number, endpoint: number, threshold: number | null): CourseJudgement {
  const reduction = reductionOf(baseline, endpoint);
  return {
    baseline,
    endpoint,
    reduction,
    percentReduction: percentReductionOf(baseline, endpoint),
    outcomes: forEachName(OUTCOME_NAMES, (name) => OUTCOMES[name].judge(baseline, endpoint)),
    reliableChange: reliableChange(reduction, threshold),
  };
}

/**
 * At which infusion was this course last scored?
 *
 * Input: six totals (0-64 or null). Output: 1-6; null without any total.
 *
 * @example lastScoredInfusion([40, null, 30, null, null, null]) // 3
 */
export function lastScoredInfusion(scores: SixScores): number | null {
  return INFUSION_NUMBERS.findLast((infusion) => (scores[infusion - 1] ?? null) !== null) ?? null;
}

function firstResponse(scores: SixScores): Observation {
  const baseline = baselineOf(scores);
  const responded = AFTER_BASELINE.find((infusion) => {
    const score = scores[infusion - 1] ?? null;
    return baseline !== null && score !== null && isResponse(baseline, score);
  });
  return { time: responded ?? lastScoredInfusion(scores) ?? 0, event: responded !== undefined };
}
