import { quarterOf } from '../calendar/calendar.js';
import { baselineOf } from '../course/judgement/baseline.js';
import { endingOf } from '../course/judgement/ending.js';
import { endpointBy } from '../course/judgement/endpoint.js';
import type { EndpointRule } from '../course/judgement/endpoint.js';
import { reductionOf } from '../course/judgement/reduction.js';
import { reliableChange } from '../course/judgement/reliable-change.js';
import type { ReliableChange } from '../course/judgement/reliable-change.js';
import { isResponse } from '../course/judgement/response.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import type { InfusionNumber, SixScores } from '../course/record/slots.js';
import type { Observation } from '../statistics/kaplan-meier.js';
import type { CohortCourse } from './cohort-course.js';

/** A response is possible at every infusion but the first, which is the baseline. */
export const AFTER_BASELINE = INFUSION_NUMBERS.slice(1);

/** The total (0-64) at one infusion; null without one. */
type ScoreFacts = Record<`score-${InfusionNumber}`, number | null>;

/** The score a course is judged by (0-64), by each rule; null without a baseline, and without that score. */
type EndpointFacts = Record<EndpointRule, number | null>;

/** Everything that a cohort asks of a course. A cell of a tally has some of it. */
export interface CourseFacts extends EndpointFacts, ScoreFacts {
  /** Of the start, `2026-Q1`. */
  quarter: string;
  /** Whether it has a baseline. */
  isStarter: boolean;
  /** The total (0-64) at infusion 1; null: it is no starter. */
  baseline: number | null;
  /** At infusion 6; null without a baseline or without infusion 6. */
  response: boolean | null;
  /** Whether it is a completer with a score 1 to 30 days after infusion 6. */
  hasPostSeries: boolean;
  /** At infusion 6; null also where the cohort has no threshold. */
  reliableChange: ReliableChange | null;
  /** 1-6; 0 without any score. */
  lastScored: number;
  /** As of `endingOf`. */
  ending: string;
  /** The infusion (2-6) of the first response; else the last scored one (0: none) without the event. */
  firstResponse: Observation;
  /** Of completers: from the day of infusion 1 to that of infusion 6; null where nobody knows. */
  daysToInfusion6: number | null;
}

export type CourseFact = keyof CourseFacts;

/** A course with everything that a cohort asks of it, each answered once. */
export interface JudgedCourse<Course extends CohortCourse = CohortCourse> extends CourseFacts {
  course: Course;
}

/** A concluded course with its ending as of `endingOf`: all that a cohort counts of it, but for the quarter of its start. */
export interface CountedCourse extends Pick<CohortCourse, 'scores' | 'postSeries' | 'daysToInfusion6'> {
  ending: string;
}

/** What is known of a course but for the quarter of its start. */
export type CountedFacts = Omit<CourseFacts, 'quarter'>;

/**
 * What is there to say of this course in a cohort?
 *
 * Input: a concluded course with totals 0-64, and the threshold of reliable change in points (null: none).
 * Output: the facts that groups ask for; null where a score is missing. The post-series score is an endpoint of completers
 * alone. A start that is no calendar date throws a RangeError.
 *
 * @example judgedCourse(40, 30, 20 at infusions 1-3, stopped for cost, 7.84)
 * // 'infusion-6' null, 'last-observed' 20, lastScored 3, firstResponse { time: 3, event: true }
 */
export function judgedCourse<Course extends CohortCourse>(
  course: Course,
  threshold: number | null,
): JudgedCourse<Course> {
  return { course, quarter: quarterOf(course.startedOn), ...factsOf(countedCourse(course), threshold) };
}

/** What a cohort counts of this course. */
export function countedCourse(course: CohortCourse): CountedCourse {
  const { status, stoppedReason, scores, postSeries, daysToInfusion6 } = course;
  return { scores, postSeries, daysToInfusion6, ending: endingOf(status, stoppedReason) };
}

/** The facts of a course but for its quarter, as of `judgedCourse`. */
export function factsOf(course: CountedCourse, threshold: number | null): CountedFacts {
  const { ending, scores, postSeries, daysToInfusion6 = null } = course;
  const baseline = baselineOf(scores);
  const endpointOf = (rule: EndpointRule) =>
    baseline === null ? null : (endpointBy(rule, scores, postSeries)?.total ?? null);
  const sixth = endpointOf('infusion-6');
  const lastScored = lastScoredInfusion(scores) ?? 0;
  return {
    isStarter: baseline !== null,
    baseline,
    'infusion-6': sixth,
    'last-observed': endpointOf('last-observed'),
    'post-series': sixth === null ? null : endpointOf('post-series'),
    hasPostSeries: sixth !== null && postSeries !== null,
    ...changeBetween(baseline, sixth, threshold),
    lastScored,
    ending,
    firstResponse: firstResponse(scores, lastScored),
    daysToInfusion6: sixth === null ? null : daysToInfusion6,
    'score-1': baseline,
    'score-2': scores[1] ?? null,
    'score-3': scores[2] ?? null,
    'score-4': scores[3] ?? null,
    'score-5': scores[4] ?? null,
    'score-6': scores[5] ?? null,
  };
}

/** What became of a course from its baseline to infusion 6; null where one of them is missing. */
export function changeBetween(
  baseline: number | null,
  sixth: number | null,
  threshold: number | null,
): Pick<CourseFacts, 'response' | 'reliableChange'> {
  if (baseline === null || sixth === null) return { response: null, reliableChange: null };
  return {
    response: isResponse(baseline, sixth),
    reliableChange: reliableChange(reductionOf(baseline, sixth), threshold),
  };
}

/**
 * At which infusion was this course last scored?
 *
 * Input: six totals (0-64 or null). Output: 1-6; null without any total.
 *
 * @example lastScoredInfusion([40, null, 30, null, null, null]) // 3
 */
export function lastScoredInfusion(scores: SixScores): InfusionNumber | null {
  return INFUSION_NUMBERS.findLast((infusion) => (scores[infusion - 1] ?? null) !== null) ?? null;
}

function firstResponse(scores: SixScores, lastScored: number): Observation {
  const baseline = baselineOf(scores);
  const responded = AFTER_BASELINE.find((infusion) => {
    const score = scores[infusion - 1] ?? null;
    return baseline !== null && score !== null && isResponse(baseline, score);
  });
  return { time: responded ?? lastScored, event: responded !== undefined };
}
